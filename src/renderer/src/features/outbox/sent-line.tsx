import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { entryStateWords } from '../../../../shared/sentences.ts'
import { addressWords } from '../../ui/address-words.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { longTime, shortTime } from '../../ui/times.ts'
import { entryKindWords, remoteStatusWords } from './entry-kind-words.ts'

/** What is over: sent, with the receipt read back from the blog, or taken back. */
export function SentLine({ entry }: { entry: OutboxEntry }) {
  const { receipt } = entry
  return (
    <article className="outbox-line" aria-label={`${entryKindWords(entry.kind)}: ${entry.what}`}>
      <div className="outbox-state">
        <StateBadge words={entryStateWords(entry)} />
      </div>
      <div className="outbox-words">
        <h3 className="writers-voice" dir="auto">
          {entry.what || 'Untitled'}
        </h3>
        {receipt === null ? (
          <p className="field-hint">
            {entryKindWords(entry.kind)} · {shortTime(entry.createdAt)} · {entryStateWords(entry).sentence}
          </p>
        ) : (
          <>
            <p>
              {remoteStatusWords(receipt.remoteStatus)}{' '}
              <a href={receipt.url} target="_blank" rel="noreferrer noopener">
                <bdi>{addressWords(receipt.url)}</bdi>
              </a>
            </p>
            <p className="field-hint">
              {entryKindWords(entry.kind)} · {longTime(receipt.sentAt)} here · {receipt.siteTime} at the blog (
              {receipt.siteZone}) · approved by <bdi>{receipt.approvedBy}</bdi>
            </p>
          </>
        )}
      </div>
    </article>
  )
}
