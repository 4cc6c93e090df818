import { isPostEntry, postPayloadOf, reschedulePayloadOf, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/** Somebody made a draft again of what the blog was to make public. */
export const wasUnscheduled = ({ devices }: World, remoteId: number): boolean =>
  Object.values(devices).some(({ memory }) =>
    [...memory.entries.values()].some((entry) => isNewTimeOf(remoteId)(entry) && wanted(entry) === 'draft'),
  )

/**
 * I1 for times: what the person decided last about when a post is public stands, unless somebody else decided since or a
 * send that had been given up came after it.
 */
export function newestTimeStands({ devices, ledger, blog, clock }: World, device: Device): void {
  const others = Object.values(devices).filter((other) => other !== device)
  for (const item of blog.state.posts) {
    const entries = ofItem(device, item.id)
    const last = entries.findLast((entry) => entry.state === 'done' || mayHaveDecided(entry))
    if (last?.kind !== 'reschedule-post' || last.state !== 'done' || device.memory.past.has(last.id)) continue
    const isOthers = ledger.wasMovedByColleague(item.id) || others.some((other) => ofItem(other, item.id).length > 0)
    // A late schedule looks like somebody's; a late change of one is waited for before it is repeated.
    if (isOthers || entries.some((entry) => isPostEntry(entry) && ledger.hadStrayRequest(entry.token))) continue
    const { to } = reschedulePayloadOf(last)
    const isTimeOver = to.as === 'future' && Date.parse(to.publishAt) <= clock.now().getTime()
    const isSo = item.status === to.as || (isTimeOver && item.status === 'publish')
    if (!isSo)
      throw new Violation('lost', 'I1', `${device.name}: post ${item.id} was to be ${to.as} and is ${item.status}`)
  }
}

/** It is under way; or it was taken back when the blog had been asked to make the post public, and may have done so. */
const mayHaveDecided = (entry: EntryRecord): boolean =>
  entry.attempts > 0 && (entry.state !== 'cancelled' || (isPostEntry(entry) && postPayloadOf(entry).as !== 'keep'))

function ofItem({ memory }: Device, remoteId: number): EntryRecord[] {
  const isOfPost = (entry: EntryRecord): boolean =>
    isPostEntry(entry) && memory.remoteIds.get(entry.postId ?? '') === remoteId
  return [...memory.entries.values()].filter((entry) => isOfPost(entry) || isNewTimeOf(remoteId)(entry))
}

const isNewTimeOf =
  (remoteId: number) =>
  (entry: EntryRecord): boolean =>
    entry.kind === 'reschedule-post' && reschedulePayloadOf(entry).remoteId === remoteId

const wanted = (entry: EntryRecord): string => reschedulePayloadOf(entry).to.as
