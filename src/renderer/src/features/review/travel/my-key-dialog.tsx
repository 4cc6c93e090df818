import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keyFingerprint } from '../../../../../shared/key-fingerprint.ts'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'
import './travel.css'

/** What colleagues lock files with for this desk, and know its signature by. Neither is a secret. */
export function MyKeyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('My key')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <MyKey />}
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

function MyKey() {
  const { core } = useCore()
  const keys = useQuery(core.reviews.keys.queryOptions()).data
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  if (!keys) return <p aria-busy="true">{t('Looking for it…')}</p>
  const { receivingKey, signingKey } = keys
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(receivingKey)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <section className="key-part" aria-label={t('For files that are meant for you')}>
        <h3 className="field-label">{t('For files that are meant for you')}</h3>
        <p>
          {t(
            'Give this key to a colleague, in any way: it is no secret. A file that they lock with it opens on this laptop, and nowhere else, without a passphrase.',
          )}
        </p>
        <code className="key-whole" dir="ltr">
          {receivingKey}
        </code>
        <div className="new-note-acts">
          <Button onPress={() => void copy()}>{t('Copy the key')}</Button>
          <output className="field-hint">
            {copied === 'yes' && t('It is on the clipboard.')}
            {copied === 'no' && t('It could not be copied. Select it and copy it by hand.')}
          </output>
        </div>
        <p className="field-hint">
          <Rich
            message="To read out: <key>{fingerprint}</key>"
            values={{ fingerprint: keyFingerprint(receivingKey) }}
            parts={{ key: <strong className="key-words" /> }}
          />
        </p>
      </section>
      <section className="key-part" aria-label={t('Under files that come from you')}>
        <h3 className="field-label">{t('Under files that come from you')}</h3>
        <p>
          <Rich
            message="Your files and your approvals are signed with <key>{fingerprint}</key>. Whoever opens one sees it, and can ask you."
            values={{ fingerprint: keyFingerprint(signingKey) }}
            parts={{ key: <strong className="key-words" /> }}
          />
        </p>
      </section>
    </>
  )
}
