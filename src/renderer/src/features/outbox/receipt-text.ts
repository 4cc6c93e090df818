import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry, Receipt } from '../../../../shared/domain/outbox-entry.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { entryKindWords } from './entry-kind-words.ts'

/**
 * The receipt as plain lines, for a mail or a file; times as they are kept, so that any reader can work with them. A value stands behind
 * its words and not in them, where a right-to-left language would put signs around it that would be copied along.
 */
export function receiptText(
  { what, createdAt, ...entry }: Pick<OutboxEntry, 'kind' | 'mimeType' | 'what' | 'createdAt'>,
  receipt: Receipt,
): string {
  return [
    t('{kind}: {what}', { kind: entryKindWords(entry), what: what || t('Untitled') }),
    `${t('Address:')} ${receipt.url}`,
    `${t('State on the site:')} ${receipt.remoteStatus}`,
    `${t('Sent:', {}, 'a time')} ${receipt.siteTime} (${receipt.siteZone}); ${receipt.sentAt}`,
    `${t('Approved by:')} ${receipt.approvedBy}, ${createdAt}`,
    ...(receipt.seal ? [`${t('Seal:')} ${sealSentence(receipt.seal)} SHA-256 ${receipt.seal.hash}`] : []),
    `${t('Revision:')} ${receipt.revision || t('none', {}, 'revision')}`,
    `${t('SHA-256 of the content as the site holds it, footnotes behind it:')} ${receipt.contentHash}`,
  ].join('\n')
}
