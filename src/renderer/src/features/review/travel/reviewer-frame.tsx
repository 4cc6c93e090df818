import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { SettingsDialog } from '../../settings/settings-dialog.tsx'
import { SavedMark } from '../../shell/saved-mark.tsx'
import '../../shell/shell.css'
import { ReviewScreen } from '../review-screen.tsx'
import { t } from '../../../../../shared/words/t.ts'
import './travel.css'

/** The desk of somebody who only reviews: no blog, no account, no line. What came by file, and goes back by file. */
export function ReviewerFrame({ reviewId }: { reviewId: string | null }) {
  const { core } = useCore()
  const settings = useQuery(core.settings.get.queryOptions()).data
  const [areSettingsOpen, setAreSettingsOpen] = useState(false)
  return (
    <div className="shell shell-reviewer">
      <header className="top-bar">
        <span className="brand">Attaché</span>
        <span className="top-bar-gap" />
        <SavedMark />
        <Link href="/connect" className="button button-quiet">
          {t('Connect a blog')}
        </Link>
        <Button look="quiet" onPress={() => setAreSettingsOpen(true)}>
          {t('Settings')}
        </Button>
        {settings && (
          <SettingsDialog
            settings={settings}
            opened={areSettingsOpen ? { section: null } : null}
            onClose={() => setAreSettingsOpen(false)}
          />
        )}
      </header>
      <main className="place">
        <ReviewScreen reviewId={reviewId} />
      </main>
      <footer className="status-bar">
        <span>{t('No blog on this desk. What you say in a review goes back as a file.')}</span>
      </footer>
    </div>
  )
}
