import type { OutboxEntry, Receipt } from '../../../../shared/domain/outbox-entry.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { entryKindWords } from './entry-kind-words.ts'

/** The receipt as plain lines, for a mail or a file; times as they are kept, so that any reader can work with them. */
export function receiptText(
  { what, createdAt, ...entry }: Pick<OutboxEntry, 'kind' | 'mimeType' | 'what' | 'createdAt'>,
  receipt: Receipt,
): string {
  return [
    `${entryKindWords(entry)}: ${what || 'Untitled'}`,
    `Address: ${receipt.url}`,
    `State on the site: ${receipt.remoteStatus}`,
    `Sent: ${receipt.siteTime} (${receipt.siteZone}); ${receipt.sentAt}`,
    `Approved by: ${receipt.approvedBy}, ${createdAt}`,
    ...(receipt.seal ? [`Seal: ${sealSentence(receipt.seal)} SHA-256 ${receipt.seal.hash}`] : []),
    `Revision: ${receipt.revision || 'none'}`,
    `SHA-256 of the content as the site holds it, footnotes behind it: ${receipt.contentHash}`,
  ].join('\n')
}
