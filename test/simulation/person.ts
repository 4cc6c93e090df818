import type { BlockNode } from '../../src/shared/content/document.ts'
import type { Comment } from '../../src/shared/domain/comment.ts'
import { utcIso, type PostId } from '../../src/shared/domain/ids.ts'
import type { NewSchedule } from '../../src/shared/domain/post.ts'
import { isAppError } from '../../src/shared/errors.ts'
import { ferryNumbered } from '../support/pictures.ts'
import { documentPictures } from '../../src/shared/content/document-pictures.ts'
import { choicesEverywhere } from '../support/open-desk.ts'
import type { Action } from './actions.ts'
import type { Device } from './device.ts'
import { isOpen, isPostEntry, textOf, type EntryRecord } from './desk-records.ts'
import type { Life } from './life.ts'
import { addKnown, type Act } from './person-memory.ts'
import { actOnOutbox, isOutboxAction, type OutboxAction } from './person-outbox.ts'
import { actOnReviews } from './person-reviews.ts'
import { chosen, choosingWords, freshWords, openPost, rewritten, type } from './person-words.ts'
import { isReviewAction, type ReviewAction } from './review-actions.ts'
import { ORIGIN } from './simulated-blog.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

type DeskAction = Extract<
  Action,
  {
    do:
      | 'write'
      | 'publish'
      | 'attach'
      | 'reply'
      | 'correct'
      | 'reschedule'
      | 'settle'
      | 'keep-as-new'
      | 'let-go'
      | 'restore'
      | 'trash'
      | 'sync'
      | 'confirm-vanished'
      | 'sign-in'
  }
>

type PersonAction = DeskAction | OutboxAction | ReviewAction

export const isPersonAction = (action: Action): action is PersonAction =>
  isOutboxAction(action) ||
  isReviewAction(action) ||
  [
    'write',
    'publish',
    'attach',
    'reply',
    'correct',
    'reschedule',
    'settle',
    'keep-as-new',
    'let-go',
    'restore',
    'trash',
    'sync',
    'confirm-vanished',
    'sign-in',
  ].includes(action.do)

/** What a person does at a laptop that is on. The core may refuse, in its own words; anything else it says is a defect. */
export async function doAsPerson(world: World, device: Device, action: PersonAction): Promise<void> {
  const { life } = device
  if (!life) return
  try {
    if (isOutboxAction(action)) await actOnOutbox(world, device, life, action)
    else if (isReviewAction(action)) await actOnReviews(world, device, life, action)
    else await perform(world, device, life, action)
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.data.kind === 'internal' && !life.isDead && !device.isDiskFull)
      world.ledger.report(
        new Violation('broken', 'contract', `${device.name}: ${action.do} ended in an internal error`),
      )
    world.journal.push(`  refused: ${error.data.kind}`)
  }
}

async function perform(world: World, device: Device, life: Life, action: DeskAction): Promise<void> {
  const { desk, records } = life
  const { memory, blogId } = device
  switch (action.do) {
    case 'write': {
      const ids = records.postIds()
      const postId =
        action.how === 'new' || ids.length === 0
          ? (await desk.mutate('posts', 'create', { blogId })).id
          : chosen(ids, action.post)
      if (postId === undefined) return
      const shown = action.isWithoutALook ? memory.open.get(postId) : undefined
      const words = shown ?? (await openPost(device, life, postId))
      return type(device, life, postId, rewritten(words, action.how, freshWords(device)), action.isSavedAtOnce)
    }
    case 'attach': {
      const postId = chosen(records.postIds(), action.post)
      if (postId === undefined) return
      const words = await openPost(device, life, postId)
      const bytes = ferryNumbered(action.picture % 3)
      const { id: mediaId } = await desk.mutate('media', 'add', { fileName: `ferry-${action.picture % 3}.gif`, bytes })
      memory.pictures.set(mediaId, bytes)
      const picture: BlockNode = {
        type: 'picture',
        attrs: { mediaId, remoteId: null, url: null, alt: 'A ferry', caption: freshWords(device), source: null },
      }
      const document = { ...words.document, content: [...words.document.content, picture] }
      return type(device, life, postId, { ...words, document }, true)
    }
    case 'correct': {
      const comment = await chosenComment(device, life, action.comment)
      if (!comment) return
      const { postId } = await desk.mutate('corrections', 'begin', { commentId: comment.id })
      const words = rewritten(await openPost(device, life, postId), 'more', freshWords(device))
      await type(device, life, postId, words, true)
      return publish(world, device, life, { postId, as: 'publish', publishAt: null })
    }
    case 'publish': {
      const postId = chosen(records.postIds(), action.post) as PostId | undefined
      if (postId === undefined) return
      const publishAt = action.laterMs === undefined ? null : new Date(device.passedMs + action.laterMs).toISOString()
      return publish(world, device, life, { postId, as: action.as, publishAt })
    }
    case 'reply': {
      const comment = await chosenComment(device, life, action.comment)
      if (!comment) return
      memory.lastSequence += 1
      const address = `https://tides.example/${memory.lastSequence}`
      const link = memory.lastSequence % 2 === 0 ? address : `<a href="${address}?a=1&amp;b=2">tides</a>`
      const text = `Reply <em>${freshWords(device)}</em> &amp; more${action.hasLink ? `\n\n${link}` : ''}`
      return ask(world, device, life, { kind: 'reply', commentId: comment.id, text }, () =>
        desk.mutate('comments', 'reply', { commentId: comment.id, text }),
      )
    }
    case 'reschedule': {
      const scheduled = records.postIds().filter((id) => records.statusOf(id) === 'future')
      const postId = chosen(scheduled, action.post) as PostId | undefined
      if (postId === undefined) return
      const { as } = action
      const to: NewSchedule =
        as === 'future' ? { as, publishAt: utcIso(new Date(device.passedMs + action.laterMs)) } : { as }
      return ask(world, device, life, { kind: 'reschedule', postId, to }, () =>
        desk.mutate('posts', 'reschedule', { postId, to }),
      )
    }
    case 'settle': {
      const postId = chosen(records.postsWithIncoming(), action.post) as PostId | undefined
      const incoming = postId === undefined ? null : records.baseTextOf(postId, 'incoming')
      if (postId === undefined || incoming === null) return
      addKnown(memory, postId, incoming)
      return choosingWords(memory, postId, async () => {
        const choice = action.keep === 'mine' ? 'mine' : 'theirs'
        return desk.mutate('posts', 'resolve', { postId, choices: await choicesEverywhere(desk, postId, choice) })
      })
    }
    case 'keep-as-new':
    case 'let-go': {
      const postId = chosen(records.postsOffBlog(), action.post) as PostId | undefined
      if (postId !== undefined) await takeUpOffBlog(device, life, postId, action.do)
      return
    }
    case 'restore': {
      const postId = chosen(records.postIds(), action.post) as PostId | undefined
      if (postId === undefined) return
      memory.restored.add(postId)
      await openPost(device, life, postId)
      const version = chosen(await desk.query('posts', 'history', { postId }), action.version)
      if (!version) return
      const snapshotId = version.id
      const replaced = records.workingText(postId)
      await choosingWords(memory, postId, () => desk.mutate('posts', 'restore', { postId, snapshotId }))
      if (replaced !== null && !life.isDead && !device.wasClockSet) memory.lasting.push({ postId, text: replaced })
      return
    }
    case 'trash': {
      const postId = chosen(records.postIds(), action.post) as PostId | undefined
      if (postId === undefined) return
      const waiting = openPostEntries(records.entries(), postId)
      await desk.mutate('posts', 'setTrashed', { postId, isTrashed: action.isTrashed })
      if (action.isTrashed && !life.isDead) for (const entry of waiting) memory.cancelled.add(entry.id)
      return
    }
    case 'sync':
      // Not waited for: the round goes on while the person does.
      void desk.mutate('line', 'syncNow', { blogId }).catch(() => undefined)
      return world.untilStill()
    case 'confirm-vanished':
      await confirmVanished(device, life)
      return world.untilStill()
    case 'sign-in': {
      const applicationPassword = world.blog.password(device.account)
      const account = { userName: device.account, applicationPassword, address: ORIGIN }
      void life.duringCall(() => desk.mutate('blogs', 'connect', account).catch(() => undefined))
      return world.untilStill()
    }
  }
}

/** The person has seen how many are gone, and says that it is so. */
export async function confirmVanished({ memory }: Device, { desk }: Life): Promise<void> {
  const lines = await desk.query('line', 'list')
  for (const { blogId, vanished } of lines) {
    if (vanished === null) continue
    memory.hasConfirmed = true
    void desk.mutate('line', 'confirmVanished', { blogId }).catch(() => undefined)
  }
}

export async function takeUpOffBlog(
  device: Device,
  { desk, records, isDead }: Life,
  postId: PostId,
  how: 'keep-as-new' | 'let-go',
): Promise<void> {
  const waiting = openPostEntries(records.entries(), postId).filter(isPostEntry)
  await choosingWords(device.memory, postId, () =>
    desk.mutate('posts', how === 'keep-as-new' ? 'keepAsNew' : 'letGo', { postId }),
  )
  if (!isDead) for (const entry of waiting) device.memory.cancelled.add(entry.id)
}

const openPostEntries = (entries: EntryRecord[], postId: string): EntryRecord[] =>
  entries.filter((entry) => isOpen(entry) && entry.postId === postId && entry.kind !== 'upload-picture')

async function publish(
  world: World,
  device: Device,
  life: Life,
  { postId, as, publishAt }: { postId: PostId; as: 'publish' | 'pending'; publishAt: string | null },
): Promise<void> {
  const words = await openPost(device, life, postId)
  const mediaIds = documentPictures(words.document)
  return ask(world, device, life, { kind: 'post', postId, text: textOf(words), as, publishAt, mediaIds }, () =>
    life.desk.mutate('posts', 'publish', { postId, as, publishAt }),
  )
}

async function chosenComment({ blogId }: Device, { desk }: Life, number: number): Promise<Comment | undefined> {
  const comments = await desk.query('comments', 'list', { blogId, postId: null })
  return chosen(
    comments.filter(({ entry }) => entry === null),
    number,
  )
}

/** Two quick clicks on the same button, which must come to one entry. */
async function ask(
  { ledger }: World,
  device: Device,
  life: Life,
  act: Act,
  click: () => Promise<{ id: string }>,
): Promise<void> {
  device.memory.acts.push(act)
  const entries = await Promise.allSettled([click(), click()])
  if (life.isDead) return
  const ids = new Set(entries.flatMap((entry) => (entry.status === 'fulfilled' ? [entry.value.id] : [])))
  if (ids.size > 1) ledger.report(new Violation('dup_final', 'I1', `${device.name}: two clicks made two entries`))
  const refused = entries.find((entry) => entry.status === 'rejected')
  if (ids.size === 0) device.memory.acts.splice(device.memory.acts.lastIndexOf(act), 1)
  if (refused) throw refused.reason
}
