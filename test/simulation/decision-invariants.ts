import { moderationPayloadOf, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/**
 * I1 for moderation: the decision that ended last at each laptop is what the blog has, unless the other laptop or a colleague decided
 * since, or a request came late.
 */
export function decisionsStand(world: World, device: Device): void {
  const { blog, ledger } = world
  for (const [commentId, entry] of lastDecisions(device)) {
    const comment = blog.state.comments.find(({ id }) => id === commentId)
    if (!comment || ledger.wasCommentTouched(commentId)) continue
    const all = Object.values(world.devices).flatMap((each) => decisionsOn(each, commentId))
    if (all.some(({ token }) => ledger.hadStrayRequest(token))) continue
    const wanted = Object.values(world.devices).flatMap((each) => lastDecisions(each).get(commentId) ?? [])
    if (!wanted.some((last) => moderationPayloadOf(last).to === comment.status))
      throw new Violation(
        'lost',
        'I1',
        `${device.name}: comment ${commentId} is ${comment.status}, and ${moderationPayloadOf(entry).to} was done`,
      )
  }
}

const decisionsOn = (device: Device, commentId: number): EntryRecord[] =>
  [...device.memory.entries.values()].filter(
    (entry) => entry.kind === 'moderate-comment' && moderationPayloadOf(entry).remoteId === commentId,
  )

function lastDecisions(device: Device): Map<number, EntryRecord> {
  const done = [...device.memory.entries.values()].filter(
    ({ kind, state }) => kind === 'moderate-comment' && state === 'done',
  )
  return new Map(done.map((entry) => [moderationPayloadOf(entry).remoteId, entry]))
}
