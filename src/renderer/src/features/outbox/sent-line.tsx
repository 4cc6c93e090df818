import { memo, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { entryWords } from '../../../../shared/sentences.ts'
import { addressWords } from '../../ui/address-words.ts'
import { Button } from '../../ui/button.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { longTime, shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { entryKindWords, remoteStatusWords } from './entry-kind-words.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'

/** What was sent, with its receipt. */
export const SentLine = memo(function SentLine({ entry }: { entry: OutboxEntry }) {
  const { receipt } = entry
  const isPractice = useActiveBlog().kind === 'practice'
  const [isReceiptOpen, setIsReceiptOpen] = useState(false)
  return (
    <article
      className="outbox-line sent-line"
      aria-label={t('{kind}: {what}', { kind: entryKindWords(entry), what: entry.what })}
    >
      <div className="outbox-state">
        <StateBadge words={entryWords(entry)} />
      </div>
      <div className="outbox-words">
        <h3 className="writers-voice">
          <bdi>{entry.what || t('Untitled')}</bdi>
        </h3>
        {receipt === null ? (
          <p className="field-hint">
            {entryKindWords(entry)} · {shortTime(entry.createdAt)} · {entryWords(entry).sentence}
          </p>
        ) : (
          <>
            <p>
              {remoteStatusWords(receipt.remoteStatus, isPractice)}{' '}
              <a href={receipt.url} target="_blank" rel="noreferrer noopener">
                <bdi>{addressWords(receipt.url)}</bdi>
              </a>
            </p>
            {receipt.wasThere && <p>{entryWords(entry).sentence}</p>}
            {receipt.isPutRight && (
              <p>
                {entry.kind === 'send-review'
                  ? t(
                      'The blog had thrown it away as somebody opened the post in its own editor. The desk put it there again.',
                    )
                  : t(
                      'An older request of yours had reached the blog late and undone newer words. The desk put them back.',
                    )}
              </p>
            )}
            {receipt.crossedAt !== null && (
              <p>{t('Somebody else saved it at the same moment: their words are in your draft, and not sent.')}</p>
            )}
            <p className="field-hint">
              {t('{kind} · {time} here · {siteTime} at the blog', {
                kind: entryKindWords(entry),
                time: longTime(receipt.sentAt),
                siteTime: receipt.siteTime,
              })}
            </p>
          </>
        )}
      </div>
      {receipt !== null && (
        <div className="outbox-acts">
          <Button
            look="link"
            aria-label={t('Receipt for “{what}”', { what: entry.what || t('Untitled') })}
            onPress={() => setIsReceiptOpen(true)}
          >
            {t('Receipt')}
          </Button>
          {isReceiptOpen && (
            <ReceiptDialog entry={entry} receipt={receipt} isOpen onClose={() => setIsReceiptOpen(false)} />
          )}
        </div>
      )}
    </article>
  )
})
