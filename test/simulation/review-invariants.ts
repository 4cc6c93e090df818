import type { PracticeComment } from '../../src/main/core/practice-blog/practice-state.ts'
import { isOpen, isPostEntry, postPayloadOf, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'
import type { RemarkRecord } from './review-records.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/**
 * After every step. R1: no note, no answer and no line of a trail is lost, changed or doubled, on a desk or on the blog, and no
 * verdict is told twice; a desk takes in whatever another one sends.
 */
export function checkReviews(world: World, device: Device): void {
  const { name, memory, life } = device
  if (!life || life.records.reviews.reviews().length + memory.remarks.size === 0) return
  const trail = new Set(life.records.reviews.trail())
  for (const line of memory.trail)
    if (!trail.has(line)) throw new Violation('lost', 'R1', `${name}: a line of a trail is gone: ${line}`)
  memory.trail = trail
  const remarks = new Map(life.records.reviews.remarks().map((remark) => [remark.id, remark]))
  for (const [id, { words }] of memory.remarks)
    if (remarks.get(id)?.words !== words)
      throw new Violation('lost', 'R1', `${name}: "${words}" is gone from its review`)
  memory.remarks = remarks
  nothingIsSaidTwice(world, device, [...remarks.values()])
  oneLetterWaits(device)
  urgencyIsMarked(device)
  if (!device.isDiskFull && life.desk.logLines.some((line) => line.includes('review-not-taken')))
    throw new Violation('broken', 'R1', `${name} could not take in what lies beside a post`)
}

function nothingIsSaidTwice(world: World, { name }: Device, remarks: RemarkRecord[]): void {
  for (const said of Map.groupBy(remarks, ({ reviewId }) => reviewId).values())
    for (const [words, count] of countBy(said, (remark) => remark.words))
      if (count > timesSaid(world, words))
        throw new Violation('dup_final', 'R1', `${name}: "${words}" stands ${count} times beside its text`)
  for (const [words, notes] of Map.groupBy(world.blog.state.comments.filter(isSaid), wordsOf)) {
    if (words === null) continue
    const doubled = notes.filter(({ userAgent }) => world.ledger.hadStrayRequest(tokenIn(userAgent), 'twice'))
    if (notes.length > timesSaid(world, words) + doubled.length)
      throw new Violation('dup_final', 'R1', `${name}: "${words}" stands ${notes.length} times on the blog`)
  }
}

/** What is asked or decided is worded anew each time. */
function timesSaid({ devices, said }: World, words: string): number {
  const times = Object.values(devices).reduce((sum, { memory }) => sum + (memory.said.get(words) ?? 0), 0)
  return times + (said.get(words) ?? 0) + (/^(Look|Decided)/.test(words) ? 1 : 0)
}

const isSaid = ({ noteStatus, content }: PracticeComment): boolean => noteStatus !== undefined && content !== ''
const SAID = /(?:Note|Look at|Decided) (?:left|right|browser)-\d+|Is that so\?/
const wordsOf = ({ content }: PracticeComment): string | null => SAID.exec(content)?.[0] ?? null
const tokenIn = (userAgent: string): string => /desk-[0-9a-f]{32}/.exec(userAgent)?.[0] ?? ''

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  return new Map([...Map.groupBy(items, key)].map(([of, group]) => [of, group.length]))
}

/** Two clicks are one letter, and a newer one takes the place of one that has not left. */
function oneLetterWaits({ name, life }: Device): void {
  const waiting = (life?.records.entries() ?? []).filter(
    ({ kind, state, attempts }) =>
      kind === 'send-review' && attempts === 0 && ['held', 'ready', 'waiting'].includes(state),
  )
  for (const [postId, letters] of Map.groupBy(waiting, (entry) => entry.postId))
    if (letters.length > 1)
      throw new Violation('dup_final', 'R1', `${name}: ${letters.length} letters wait for ${postId}`)
}

/** R4: what went out before anybody approved it says so in its trail. */
function urgencyIsMarked({ name, life }: Device): void {
  for (const entry of life?.records.entries() ?? []) {
    if (!isPostEntry(entry) || entry.state !== 'done' || entry.postId === null || entry.isApproved) continue
    const { urgent } = postPayloadOf(entry)
    if (urgent && entry.isLive && !life?.records.reviews.wasUrgent(entry.postId, urgent.why))
      throw new Violation('unsolicited', 'R4', `${name}: a post went out unapproved, and nothing says so`)
  }
}

/** R5: at quiet every desk shows the same of a review, and the blog what was said. */
export function checkReviewsAtQuiet(world: World): void {
  const devices = Object.values(world.devices)
  const known = devices.flatMap((device) =>
    (device.life?.records.reviews.reviews() ?? []).map((review) => ({ device, review })),
  )
  for (const [id, at] of Map.groupBy(known, ({ review }) => review.id)) {
    if (!at.every(({ device, review }) => isTold(world, device, review.postId))) continue
    const remoteId = at[0]?.device.life?.records.remoteIdOf(at[0].review.postId) ?? 0
    if (devices.some((device) => hasOther(device, remoteId, id)) || world.ledger.wasTypedBeside(remoteId)) continue
    if (at.length < devices.filter((device) => mayRead(world, device, remoteId)).length)
      throw new Violation('lost', 'R5', `a review of post ${remoteId} never came to the other desk`)
    for (const { device } of at) noteOfBrowserIsHere(world, device, id, remoteId)
    // One account has one letter: the laptop that writes last takes along what it knew of the other's by then, and no more.
    if (world.devices.left.account === world.devices.right.account) continue
    const views = new Set(at.map(({ device, review }) => viewOf(device, review)))
    if (views.size > 1)
      throw new Violation('lost', 'R5', `the desks differ over post ${remoteId}:\n${[...views].join('\n')}`)
  }
}

/** What somebody noted in the blog's own editor about a post that waits stands beside its text on each desk that reads it. */
function noteOfBrowserIsHere({ blog }: World, { name, life }: Device, id: string, remoteId: number): void {
  if (blog.state.posts.every((post) => post.id !== remoteId || post.status !== 'pending')) return
  const here = (life?.records.reviews.remarks(id) ?? []).map(({ words }) => plain(words))
  for (const { postId, content } of blog.state.comments)
    if (postId === remoteId && content.startsWith('Note browser-') && !here.includes(content))
      throw new Violation('lost', 'R5', `${name}: "${content}" stands on the blog and not here`)
}

/** Two people asked without knowing of each other: of one post there is one review on a desk, and a letter of another says nothing there. */
function hasOther({ life }: Device, remoteId: number, reviewId: string): boolean {
  const postId = life?.records.postIds().find((id) => life.records.remoteIdOf(id) === remoteId)
  if (!life || postId === undefined) return false
  const beside = life.records.reviews.reviews().find((review) => review.postId === postId)?.id
  return [beside, life.records.reviews.idOfPost(postId)].some((id) => (id ?? reviewId) !== reviewId)
}

/** Whatever this desk has to say of it has gone, and it may read what the others say. */
function isTold(world: World, device: Device, postId: string): boolean {
  const { life } = device
  const entries = life?.records.entries() ?? []
  const letters = entries.filter((entry) => entry.kind === 'send-review' && entry.postId === postId)
  const isWaiting = (entry: EntryRecord): boolean => isOpen(entry) && entry.postId === postId
  const remoteId = life?.records.remoteIdOf(postId) ?? null
  return (
    remoteId !== null &&
    !entries.some(isWaiting) &&
    letters.at(-1)?.state !== 'cancelled' &&
    mayRead(world, device, remoteId)
  )
}

function mayRead({ blog }: World, { account }: Device, remoteId: number): boolean {
  const post = blog.state.posts.find(({ id }) => id === remoteId)
  if (!post || !['pending', 'publish', 'future', 'private'].includes(post.status)) return false
  return account === 'editor' || post.authorId === blog.user(account).id
}

function viewOf(
  { life }: Device,
  { id, round, state, concludedWords }: { id: string; round: number; state: string; concludedWords: string | null },
): string {
  const remarks = life?.records.reviews.remarks(id) ?? []
  const answersOf = (noteId: string): string[] =>
    remarks
      .filter((remark) => remark.noteId === noteId)
      .map(({ words }) => plain(words))
      .toSorted()
  const notes = remarks
    .filter(({ noteId }) => noteId === null)
    .map((note) => JSON.stringify([plain(note.words), note.isResolved, answersOf(note.id)]))
    .toSorted()
  return JSON.stringify({ round, state, concludedWords, notes })
}

/** Whoever reads a note on the blog reads who said it ahead of it, where it is not the account's own name. */
const plain = (words: string): string => words.replace(/^[^:]{1,30}: (?=Note|Is that)/, '')
