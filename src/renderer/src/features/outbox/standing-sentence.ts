import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { entryStateWords, errorSentence } from '../../../../shared/sentences.ts'

/** What only a person can decide, and trying again would only ask anew. */
export function questionOf({
  kind,
  state,
  reason,
}: OutboxEntry): 'passed-schedule' | 'another-time' | 'changed-on-both' | null {
  if ((state !== 'needs-you' && state !== 'blocked') || reason === null) return null
  // Its time is chosen again where it was chosen: with the post.
  if (kind === 'reschedule-post' && state === 'needs-you') return 'another-time'
  if (reason.kind === 'not-allowed-now' && reason.why === 'schedule-passed') return 'passed-schedule'
  return reason.kind === 'conflict' && reason.code === 'changed-on-both' ? 'changed-on-both' : null
}

/** Why an entry stands where it stands: its reason if it has one, else what its state means. */
export function standingSentence(entry: OutboxEntry, waitsForNames: string): string {
  if (entry.state === 'ready' && waitsForNames !== '') return t('It goes after {names}.', { names: waitsForNames })
  if (entry.reason === null || entry.isStopping || entry.state === 'held') return entryStateWords(entry).sentence
  const { what, kept, next } = errorSentence(entry.reason)
  switch (questionOf(entry)) {
    case 'changed-on-both':
      return `${what} ${kept}`
    case 'passed-schedule':
    case 'another-time':
      return `${what} ${kept} ${next}`
    case null:
      return `${what} ${next}`
  }
}
