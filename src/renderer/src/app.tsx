import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { appErrorOf } from './api/core-link.ts'
import { CoreAccessContext, type CoreAccess, useCore } from './api/queries.ts'
import { FirstScreen } from './features/blogs/first-screen.tsx'
import { CouldNotOpen } from './features/shell/could-not-open.tsx'
import { LockGate } from './features/lock/lock-gate.tsx'
import { OpenedFile } from './features/review/travel/opened-file.tsx'
import { ErrorBoundary } from './features/shell/error-boundary.tsx'
import { Shell } from './features/shell/shell.tsx'
import { useAppearance } from './features/settings/use-appearance.ts'
import { Toasts } from './ui/toasts.tsx'

export function App({ access }: { access: CoreAccess }) {
  return (
    <CoreAccessContext value={access}>
      <QueryClientProvider client={access.queryClient}>
        <ErrorBoundary>
          {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a prop */}
          <Router hook={useHashLocation}>
            <LockGate>
              <Desk />
            </LockGate>
          </Router>
        </ErrorBoundary>
      </QueryClientProvider>
    </CoreAccessContext>
  )
}

function Desk() {
  const { core } = useCore()
  const blogs = useQuery(core.blogs.list.queryOptions())
  const settings = useQuery(core.settings.get.queryOptions())
  useAppearance(settings.data)

  const error = blogs.error ?? settings.error
  if (error)
    return (
      <CouldNotOpen error={appErrorOf(error)} onRetry={() => void Promise.all([blogs.refetch(), settings.refetch()])} />
    )
  if (!blogs.data || !settings.data) return <p className="opening">Opening the desk…</p>

  const active = blogs.data.find((blog) => blog.id === settings.data.activeBlogId) ?? blogs.data[0]
  return (
    // react-aria takes its direction from the locale; `en-Arab` keeps the words and mirrors the arrow keys and popovers.
    <I18nProvider locale={settings.data.interfaceDirection === 'rtl' ? 'en-Arab' : 'en-GB'}>
      {active ? <Shell blogs={blogs.data} active={active} settings={settings.data} /> : <FirstScreen />}
      <OpenedFile />
      <Toasts />
    </I18nProvider>
  )
}
