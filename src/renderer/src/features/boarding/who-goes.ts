import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

type Waiting = Pick<OutboxEntry, 'id' | 'kind' | 'postId' | 'commentId' | 'waitsFor'>

/** Why an entry goes or stays; only `chosen` and `kept` are the person's own choice. */
export type Going = 'chosen' | 'kept' | 'needed' | 'behind'

/**
 * What follows when the person keeps some of what waits: a picture goes with the post that shows it and never alone, and
 * what comes later for the same post or thread, or says that a post is corrected, stays behind what was kept.
 */
export function whoGoes(entries: readonly Waiting[], keptIds: ReadonlySet<EntryId>): Map<EntryId, Going> {
  const going = new Map<EntryId, Going>()
  const stoppedLanes = new Set<string>()
  const stopped = new Set<EntryId>()
  for (const entry of entries) {
    if (entry.kind === 'upload-picture') continue
    const lane = laneOf(entry)
    const isBehind = stoppedLanes.has(lane) || entry.waitsFor.some((id) => stopped.has(id))
    const fate = isBehind ? 'behind' : keptIds.has(entry.id) ? 'kept' : 'chosen'
    if (fate !== 'chosen') {
      stoppedLanes.add(lane)
      stopped.add(entry.id)
    }
    going.set(entry.id, fate)
  }
  for (const picture of entries) {
    if (picture.kind !== 'upload-picture') continue
    const posts = entries.filter(({ waitsFor }) => waitsFor.includes(picture.id))
    const isNeeded = posts.some(({ id }) => going.get(id) === 'chosen')
    going.set(
      picture.id,
      isNeeded ? 'needed' : posts.length > 0 ? 'behind' : keptIds.has(picture.id) ? 'kept' : 'chosen',
    )
  }
  return going
}

export const doesGo = (fate: Going | undefined): boolean => fate === 'chosen' || fate === 'needed'

/** As the core puts them: decisions on different comments do not wait for one another. */
function laneOf({ kind, postId, commentId }: Waiting): string {
  if (kind === 'moderate-comment') return `comment ${commentId}`
  return `${kind === 'send-reply' ? 'thread' : kind === 'send-review' ? 'review' : 'post'} ${postId}`
}
