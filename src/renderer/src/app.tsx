import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { t } from '../../shared/words/t.ts'
import { shownBlog } from './features/blogs/shown-blog.ts'
import { appErrorOf } from './api/core-link.ts'
import { CoreAccessContext, type CoreAccess, useCore } from './api/queries.ts'
import { CouldNotOpen } from './features/shell/could-not-open.tsx'
import { LockGate } from './features/lock/lock-gate.tsx'
import { OpenedFile } from './features/review/travel/opened-file.tsx'
import { ErrorBoundary } from './features/shell/error-boundary.tsx'
import { Shell } from './features/shell/shell.tsx'
import { directionOf, useAppearance, useSpokenDocument } from './features/settings/use-appearance.ts'
import { useChosenSpeech, useSpeech } from './features/settings/use-chosen-speech.ts'
import { Announcements } from './ui/announcements.tsx'
import { Toasts } from './ui/toasts.tsx'
import { laterPlace } from './ui/later.tsx'
import { useKeptFocus } from './ui/use-kept-focus.ts'

const FirstScreen = laterPlace(async () => (await import('./features/blogs/first-screen.tsx')).FirstScreen)

export function App({ access }: { access: CoreAccess }) {
  const { language, formatLocale } = useSpeech()
  useSpokenDocument(language)
  useKeptFocus()
  return (
    <CoreAccessContext value={access}>
      <QueryClientProvider client={access.queryClient}>
        {/* Words stand where they were said: another language draws everything anew. What was being written saves itself. */}
        <ErrorBoundary key={`${language} ${formatLocale}`}>
          {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a prop */}
          <Router hook={useHashLocation}>
            <LockGate>
              <Desk />
            </LockGate>
            <Announcements />
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
  const isSpoken = useChosenSpeech(settings.data?.language)
  const { formatLocale } = useSpeech()

  const error = blogs.error ?? settings.error
  if (error)
    return (
      <CouldNotOpen error={appErrorOf(error)} onRetry={() => void Promise.all([blogs.refetch(), settings.refetch()])} />
    )
  if (!blogs.data || !settings.data || !isSpoken) return <p className="opening">{t('Opening the desk…')}</p>

  const active = shownBlog(blogs.data, settings.data)
  return (
    <I18nProvider locale={componentLocale(directionOf(settings.data), formatLocale)}>
      {active ? (
        <Shell blogs={blogs.data} active={active} settings={settings.data} />
      ) : (
        <FirstScreen settings={settings.data} />
      )}
      <OpenedFile />
      <Toasts />
    </I18nProvider>
  )
}

/** react-aria takes its direction from the locale; `en-Arab` keeps the words and mirrors the arrow keys and popovers. */
const componentLocale = (direction: 'ltr' | 'rtl', formatLocale: string): string =>
  direction === 'rtl' && formatLocale.startsWith('en') ? 'en-Arab' : formatLocale
