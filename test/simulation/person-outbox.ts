import type { EntryId } from '../../src/shared/domain/ids.ts'
import type { Action, InFlight } from './actions.ts'
import { isOpen, isPostEntry, picturesShownBy, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'
import type { Life } from './life.ts'
import type { World } from './world.ts'

export type OutboxAction = Extract<
  Action,
  { do: 'cancel' | 'try-now' | 'hold' | 'release' | 'stop' | 'move' | 'edit-reply' | 'go' }
>

export const isOutboxAction = (action: { do: string }): action is OutboxAction =>
  ['cancel', 'try-now', 'hold', 'release', 'stop', 'move', 'edit-reply', 'go'].includes(action.do)

/** What a person does at the list of what waits. */
export async function actOnOutbox(world: World, device: Device, life: Life, action: OutboxAction): Promise<void> {
  const { desk, records } = life
  const { memory } = device
  const open = records.entries().filter(isOpen)
  const entryAt = (number: number): EntryRecord | undefined =>
    open.at(number < 0 ? number : number % Math.max(open.length, 1))
  if (action.do === 'go') return sayGo(device, life, action.entry)
  const entry = entryAt(action.entry)
  if (!entry) return
  const entryId = entry.id as EntryId
  switch (action.do) {
    case 'cancel':
      await desk.mutate('outbox', 'cancel', { entryId })
      if (!life.isDead) memory.cancelled.add(entryId)
      return
    case 'try-now':
      letGoOn(device, entry, open)
      await desk.mutate('outbox', 'tryNow', { entryId })
      return
    case 'release':
      letGoOn(device, entry, open)
      await desk.mutate('outbox', 'release', { entryId })
      return
    case 'hold':
      await desk.mutate('outbox', 'hold', { entryId })
      if (!life.isDead) memory.kept.add(entryId)
      return
    case 'stop':
      return stop(world, device, life, entryId, action.inFlight)
    case 'move': {
      const before = action.before === null ? null : (entryAt(action.before)?.id ?? null)
      await desk.mutate('outbox', 'move', { entryId, before })
      return
    }
    case 'edit-reply': {
      if (entry.kind !== 'send-reply' || entry.commentId === null) return
      memory.lastSequence += 1
      const text = `Reply ${device.name}-${memory.lastSequence} in other words`
      const act = { kind: 'reply', commentId: entry.commentId, text } as const
      memory.acts.push(act)
      const { id, state, heldUntil } = await desk.mutate('comments', 'editReply', { entryId, text })
      if (life.isDead || id === entryId) return
      memory.cancelled.add(entryId)
      if (state === 'held' && heldUntil === null) memory.kept.add(id)
    }
  }
}

/** It goes on by the person's wish, and what it cannot go without goes with it. */
export function letGoOn({ memory }: Device, entry: EntryRecord, open: EntryRecord[]): void {
  const mediaIds: readonly string[] = picturesShownBy(entry)
  const pictures = open.filter(({ mediaId }) => mediaId !== null && mediaIds.includes(mediaId))
  for (const { id } of [entry, ...pictures]) {
    memory.hurried.add(id)
    memory.kept.delete(id)
    memory.asked.delete(id)
  }
  letGoBehind(memory, entry, open)
}

/** Nothing is kept here any more, nor what a kill left so before the window could say so. */
export async function letGoOnAll(device: Device, { desk, records }: Life): Promise<void> {
  const open = records.entries().filter(isOpen)
  const isKept = ({ id, state, heldUntil }: EntryRecord): boolean =>
    device.memory.kept.has(id) || (state === 'held' && heldUntil === null)
  for (const entry of open.filter(isKept)) {
    letGoOn(device, entry, open)
    await desk.mutate('outbox', 'release', { entryId: entry.id })
  }
}

/** The request under way is cut; whether the blog heard of it, nobody knows. */
async function stop(world: World, device: Device, life: Life, entryId: EntryId, inFlight: InFlight): Promise<void> {
  const underWay = life.parked.filter(({ isWrite }) => isWrite)
  await life.desk.mutate('outbox', 'stop', { entryId })
  if (!life.isDead) device.memory.kept.add(entryId)
  await world.untilStill()
  for (const request of underWay.filter((each) => !life.parked.includes(each))) {
    if (inFlight === 'applied') await world.deliver(device, request, 0)
    if (inFlight === 'late') await world.deliver(device, request, 60_000)
  }
}

/** Answers what the desk asks after the line was away: for all of it, or for one. */
export async function sayGo({ memory, blogId, passedMs }: Device, life: Life, entry: number | null): Promise<void> {
  const lines = await life.desk.query('line', 'list')
  const asked = lines.find((line) => line.blogId === blogId)?.arrival?.entryIds ?? []
  const chosen = entry === null ? undefined : asked.at(entry % Math.max(asked.length, 1))
  if (asked.length === 0) return
  memory.lastAnswerMs = passedMs
  if (chosen === undefined) memory.asked.clear()
  else {
    const open = life.records.entries().filter(isOpen)
    const named = open.find(({ id }) => id === chosen)
    if (named) letGoBehind(memory, named, open)
  }
  await life.desk.mutate('line', 'letGo', { blogId, entryIds: chosen === undefined ? null : [chosen] })
}

/** What the person named, and the earlier versions of the same post that it stands behind; a letter takes along the post beside which it goes. */
function letGoBehind(memory: Device['memory'], named: EntryRecord, open: EntryRecord[]): void {
  if (named.kind === 'send-review')
    for (const entry of open) if (named.waitsFor.includes(entry.id)) letGoBehind(memory, entry, open)
  for (const { id, postId, kind } of open)
    if (id === named.id || (isPostEntry(named) && postId === named.postId && kind !== 'send-reply'))
      memory.asked.delete(id)
}
