import { makeAnchor } from '../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../src/shared/content/checks/readable-post.ts'
import { documentPictures } from '../../src/shared/content/document-pictures.ts'
import { overlayPosts, settlePost } from '../../src/shared/content/suggestions/overlay-posts.ts'
import type { PostId, ReviewId } from '../../src/shared/domain/ids.ts'
import type { PostWords } from '../../src/shared/domain/post.ts'
import type { ReviewState } from '../../src/shared/domain/review-file.ts'
import type { Review, ReviewOutcome } from '../../src/shared/domain/review.ts'
import { isOpen, textOf } from './desk-records.ts'
import type { Device } from './device.ts'
import type { Life } from './life.ts'
import { addKnown, type Act } from './person-memory.ts'
import { chosen, choosingWords, freshWords, openPost, rewritten } from './person-words.ts'
import type { ReviewAction } from './review-actions.ts'
import type { ReviewRecord } from './review-records.ts'
import type { World } from './world.ts'

/** What people write in the margin again and again. */
const USUAL_WORDS = 'Is that so?'

const STATES: Record<ReviewOutcome, ReviewState> = {
  approve: 'approved',
  'approve-with-changes': 'approved-with-changes',
  'send-back': 'sent-back',
}

/** What a person does with reviews, at the author's desk and at the reader's. */
export async function actOnReviews(world: World, device: Device, life: Life, action: ReviewAction): Promise<void> {
  const { desk, records } = life
  const { memory, blogId } = device
  const name = nameOf(world, device)
  if ('review' in action) {
    const isOver = ['withdraw', 'propose', 'conclude'].includes(action.do)
    const known = records.reviews.reviews().filter(({ state }) => !isOver || state === 'asked')
    const review = chosen(known, action.review)
    return review && actOnReview(world, device, life, { action, review, name })
  }
  switch (action.do) {
    case 'ask': {
      const postId = chosen(records.postIds(), action.post) as PostId | undefined
      return postId === undefined ? undefined : ask(device, life, postId, name)
    }
    case 'look':
      await desk.mutate('reviews', 'look')
      return
    case 'policy': {
      const { publishing, allowsUrgent } = action
      const is = { publishing, allowsUrgent }
      const spared = new Set(
        records.entries().flatMap(({ id, state }) => (state === 'sending' || state === 'staged' ? [id] : [])),
      )
      memory.policy = null
      await desk.mutate('settings', 'set', { reviewPolicies: { [blogId]: is } })
      if (!life.isDead) memory.policy = { is, spared }
      return
    }
    case 'publish-urgently': {
      const postId = chosen(records.postIds(), action.post) as PostId | undefined
      if (postId === undefined) return
      const words = await openPost(device, life, postId)
      const urgent = { why: `Urgent ${spoken(device)}`, name }
      const click = () => desk.mutate('posts', 'publish', { postId, as: 'publish', urgent })
      return once(device, life, [postAct(postId, words, 'publish')], click)
    }
  }
}

type OnReview = Extract<ReviewAction, { review: number }>

async function actOnReview(
  world: World,
  device: Device,
  life: Life,
  {
    action,
    review: { id, postId, state, lookAt, concludedWords },
    name,
  }: { action: OnReview; review: ReviewRecord; name: string },
): Promise<void> {
  const { desk } = life
  const reviewId = id as ReviewId
  switch (action.do) {
    case 'withdraw':
      return once(device, life, [{ kind: 'review', postId, state: 'withdrawn', words: '' }], () =>
        desk.mutate('reviews', 'withdraw', { reviewId, name }),
      )
    case 'send-review': {
      const words = state === 'asked' ? lookAt : (concludedWords ?? '')
      return once(device, life, [{ kind: 'review', postId, state, words }], () =>
        desk.mutate('reviews', 'send', { reviewId }),
      )
    }
    case 'propose': {
      const { proposed } = await shown(device, life, reviewId, postId)
      const words = rewritten(proposed, action.how, spoken(device))
      await desk.mutate('reviews', 'propose', { reviewId, words, name })
      return
    }
    case 'note': {
      const { given } = await shown(device, life, reviewId, postId)
      const words = say(device, action.isUsual)
      await desk.mutate('reviews', 'addNote', { reviewId, anchor: firstWords(given), words, name })
      return
    }
    case 'answer':
    case 'resolve': {
      const notes = life.records.reviews.remarks(reviewId).filter(({ noteId }) => noteId === null)
      const note = chosen(notes, action.note)
      if (!note) return
      const of = { reviewId, noteId: note.id, name }
      if (action.do === 'resolve') await desk.mutate('reviews', 'resolveNote', { ...of, isResolved: action.isResolved })
      else await desk.mutate('reviews', 'replyToNote', { ...of, words: say(device, action.isUsual) })
      return
    }
    case 'take': {
      const { suggestedBy } = await shown(device, life, reviewId, postId)
      const ids = suggestedBy.map(({ suggestionId }) => suggestionId)
      const one = action.suggestion === null ? undefined : chosen(ids, action.suggestion)
      const suggestionIds = action.suggestion === null ? ids : one === undefined ? [] : [one]
      if (suggestionIds.length === 0) return
      await openPost(device, life, postId)
      const { isTaken } = action
      await choosingWords(device.memory, postId, () =>
        desk.mutate('reviews', 'decide', { reviewId, suggestionIds, isTaken, name }),
      )
      return
    }
    case 'conclude':
      return conclude(world, device, life, { ...action, reviewId, postId, name })
  }
}

/** Nothing that was written down stays on a desk only: both people say all they have to say, and look for what the other said. */
export async function sayWhatIsLeft({ devices }: World, { memory }: Device, life: Life): Promise<void> {
  const { desk, records } = life
  const isAny = Object.values(devices).some((device) => device.life?.records.reviews.reviews().length)
  if (isAny) await desk.mutate('reviews', 'look')
  for (const { id, postId, state, lookAt, concludedWords } of records.reviews.reviews()) {
    const open = records.entries().filter(({ kind, ...entry }) => kind === 'send-review' && entry.postId === postId)
    // What needs somebody was tried again already.
    if (open.some(isOpen)) continue
    memory.acts.push({ kind: 'review', postId, state, words: state === 'asked' ? lookAt : (concludedWords ?? '') })
    await desk.mutate('reviews', 'send', { reviewId: id })
  }
}

/** A person of their own at each desk; at the right one it is not the one whose account it is. */
const nameOf = ({ blog }: World, { name, account }: Device): string =>
  name === 'left' ? blog.user(account).displayName : 'Right'

/** Words that were never said before. */
function spoken(device: Device): string {
  const words = freshWords(device)
  device.memory.lastSequence += 1
  return words
}

function say(device: Device, isUsual: boolean): string {
  const { said } = device.memory
  const words = isUsual ? USUAL_WORDS : `Note ${spoken(device)}`
  said.set(words, (said.get(words) ?? 0) + 1)
  return words
}

async function shown({ memory }: Device, { desk }: Life, reviewId: ReviewId, postId: string): Promise<Review> {
  const review = await desk.query('reviews', 'get', { reviewId })
  for (const words of [review.given, review.proposed]) addKnown(memory, postId, textOf(words))
  return review
}

function firstWords(words: PostWords) {
  if (words.document.content[0]?.type !== 'paragraph') return null
  return makeAnchor(readPost(words), { in: 'text', path: [0], from: 0, to: 5 })
}

const postAct = (postId: PostId, words: PostWords, as: 'publish' | 'pending'): Act => ({
  kind: 'post',
  postId,
  text: textOf(words),
  as,
  publishAt: null,
  mediaIds: documentPictures(words.document),
})

async function ask(device: Device, life: Life, postId: PostId, name: string): Promise<void> {
  const words = await openPost(device, life, postId)
  const lookAt = `Look at ${spoken(device)}`
  const status = life.records.statusOf(postId)
  const isLive = status === 'publish' || status === 'future' || status === 'private'
  // What readers see stays as it is until the new words are approved.
  const handsIn = isLive ? [] : [postAct(postId, words, 'pending')]
  return once(device, life, [...handsIn, { kind: 'review', postId, state: 'asked', words: lookAt }], () =>
    life.desk.mutate('reviews', 'ask', { postId, of: 'Somebody', by: null, lookAt, through: 'blog', name }),
  )
}

async function conclude(
  { ledger }: World,
  device: Device,
  life: Life,
  {
    reviewId,
    postId,
    name,
    decision,
    publishes,
  }: OnReview & { do: 'conclude' } & {
    reviewId: ReviewId
    postId: string
    name: string
  },
): Promise<void> {
  const { given, proposed, decisions, mayPublish } = await shown(device, life, reviewId, postId)
  const words = `Decided ${spoken(device)}`
  const taken = new Set(decisions.flatMap(({ suggestionId, isTaken }) => (isTaken ? [suggestionId] : [])))
  const approved = decision === 'approve-with-changes' ? proposed : settlePost(overlayPosts(given, proposed), taken)
  const publish = publishes && mayPublish && decision !== 'send-back'
  const acts: Act[] = [
    { kind: 'review', postId, state: STATES[decision], words },
    ...(publish ? [postAct(postId as PostId, approved, 'publish')] : []),
  ]
  const click = async () => {
    const answer = await life.desk.mutate('reviews', 'conclude', { reviewId, decision, words, publish, name })
    if (decision !== 'send-back') ledger.noteApproval(textOf(approved))
    return answer
  }
  if (!publish) return once(device, life, acts, click)
  await openPost(device, life, postId)
  return choosingWords(device.memory, postId, () => once(device, life, acts, click))
}

/** Two quick clicks on the same button. What waited and was taken back by it does not go any more. */
async function once({ memory }: Device, life: Life, acts: Act[], click: () => Promise<unknown>): Promise<void> {
  memory.acts.push(...acts)
  const waited = life.records.entries().filter(isOpen)
  const answers = await Promise.allSettled([click(), click()])
  if (life.isDead) return
  for (const { id, state } of life.records.entries())
    if (state === 'cancelled' && waited.some((entry) => entry.id === id)) memory.cancelled.add(id)
  const refused = answers.find((answer) => answer.status === 'rejected')
  if (!refused || answers.some(({ status }) => status === 'fulfilled')) return
  for (const act of acts) memory.acts.splice(memory.acts.lastIndexOf(act), 1)
  throw refused.reason
}
