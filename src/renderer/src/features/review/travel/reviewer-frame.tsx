import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { closeShortcuts, useAreShortcutsOpen } from '../../commands/shortcuts-open.ts'
import { SavedMark } from '../../shell/saved-mark.tsx'
import '../../shell/shell.css'
import { t } from '../../../../../shared/words/t.ts'
import './travel.css'

const ShortcutsSheet = laterDialog(async () => (await import('../../commands/shortcuts-sheet.tsx')).ShortcutsSheet)
const SettingsDialog = laterDialog(async () => (await import('../../settings/settings-dialog.tsx')).SettingsDialog)

interface ReviewerFrameProps {
  /** Where one comes back to from the guidance; null where one is there. */
  backTo: string | null
  children: ReactNode
}

/** A desk without a blog, an account and a line: reviews that came by file and go back by file, and the guidance. */
export function ReviewerFrame({ backTo, children }: ReviewerFrameProps) {
  const { core } = useCore()
  const settings = useQuery(core.settings.get.queryOptions()).data
  const [areSettingsOpen, setAreSettingsOpen] = useState(false)
  return (
    <div className="shell shell-reviewer">
      <header className="top-bar">
        <span className="brand">Attaché</span>
        <span className="top-bar-gap" />
        <SavedMark />
        <Link href={backTo ?? '/guidance'} className="button button-quiet">
          {backTo === null ? t('Guidance') : t('Back')}
        </Link>
        <Link href="/connect" className="button button-quiet">
          {t('Connect a blog')}
        </Link>
        <Button look="quiet" onPress={() => setAreSettingsOpen(true)}>
          {t('Settings')}
        </Button>
        {settings && (
          <SettingsDialog
            settings={settings}
            section={null}
            isOpen={areSettingsOpen}
            onClose={() => setAreSettingsOpen(false)}
          />
        )}
      </header>
      <main className="place" tabIndex={-1}>
        {children}
      </main>
      <footer className="status-bar">
        <span>{t('No blog on this desk. What you say in a review goes back as a file.')}</span>
      </footer>
      <ShortcutsSheet isOpen={useAreShortcutsOpen()} onClose={closeShortcuts} />
    </div>
  )
}
