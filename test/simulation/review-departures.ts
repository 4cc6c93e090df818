import { isDeepStrictEqual } from 'node:util'
import { decisionText } from '../../src/main/core/review-blog/note-words.ts'
import { readLetter } from '../../src/main/core/review-blog/review-letter.ts'
import { replyOfPlainWords } from '../../src/shared/conversation/reply-text.ts'
import { isPostEntry, postPayloadOf, reviewPayloadOf, textOf, textOfRemote, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'

type Fields = Record<string, unknown>

/** Whether a request says what an entry of a review says, and nothing else: its letter beside the post, and its notes. */
export function carriesReview(device: Device, entry: EntryRecord, path: string, fields: Fields): boolean {
  const remoteId = device.life?.records.remoteIdOf(entry.postId ?? '') ?? 0
  if (path === `posts/${remoteId}/autosaves`) return isLetter(entry, fields)
  if (path === 'comments')
    return fields['type'] === 'note' && fields['post'] === remoteId && isNote(device, entry, fields)
  const number = Number(/^comments\/(\d+)$/.exec(path)?.[1])
  const { status, ...rest } = fields
  const isKnown = device.life?.records.reviews.numbers().some((known) => known.remoteId === number) ?? false
  return isKnown && Object.keys(rest).length === 0 && (status === 'approved' || status === 'hold')
}

/** The proposed text, and behind it exactly what was to be said. */
function isLetter(entry: EntryRecord, { title, content, excerpt, ...rest }: Fields): boolean {
  const { post } = reviewPayloadOf(entry)
  const { footnotes: _footnotes, ...others } = rest
  const read = readLetter(String(content))
  if (read.state !== 'read' || Object.keys(others).some((name) => name !== 'meta')) return false
  const { letter, text } = read
  const said = textOfRemote({ title: String(title), content: text, excerpt: String(excerpt) })
  return (
    letter.token === entry.token &&
    said === textOf(post.after) &&
    isDeepStrictEqual(letter.post.notes, post.notes) &&
    isDeepStrictEqual(letter.post.trail, post.trail) &&
    letter.post.round.state === post.round.state
  )
}

/** What its letter says, of this desk; or what it asks or decides. Nobody else is spoken for. */
function isNote({ life }: Device, entry: EntryRecord, fields: Fields): boolean {
  const { post } = reviewPayloadOf(entry)
  if (!String(fields['author_user_agent']).includes(entry.token)) return false
  const content = String(fields['content'])
  if (content === '') return fields['meta'] !== undefined
  if (content === decisionText(post, null)) return true
  const fromHere = new Set(life?.records.reviews.remarks().flatMap(({ id, isFromHere }) => (isFromHere ? [id] : [])))
  const remarks = post.notes.flatMap(({ replies, ...note }) => [note, ...replies]).filter(({ id }) => fromHere.has(id))
  return remarks.some(
    ({ words, authorName }) =>
      content === replyOfPlainWords(words) || content === replyOfPlainWords(`${authorName}: ${words}`),
  )
}

/** A letter says what stood there when the person asked or decided, and since then only what the same person said from another laptop. */
export function isReviewAskedFor({ memory }: Device, entry: EntryRecord): boolean {
  const { state, request, concluded } = (memory.letters.get(entry.id) ?? reviewPayloadOf(entry)).post.round
  const words = state === 'asked' ? request.lookAt : (concluded?.words ?? '')
  return memory.acts.some(
    (act) => act.kind === 'review' && act.postId === entry.postId && act.state === state && act.words === words,
  )
}

/** Whether a letter that says something else than before says it because another laptop's letter was taken in: nothing of it is less. */
export function isJoined(before: EntryRecord, now: EntryRecord): boolean {
  if (now.kind !== 'send-review') return false
  const [was, is] = [reviewPayloadOf(before), reviewPayloadOf(now)]
  const idsOf = ({ post }: typeof was): string[] =>
    post.notes.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)])
  const there = new Set(idsOf(is))
  return is.upTo !== was.upTo && is.reviewId === was.reviewId && idsOf(was).every((id) => there.has(id))
}

/** Under a policy that asks for an approval nothing of a text leaves that has none, unless somebody said that it cannot wait. */
export function isUnsealed(
  { memory, life }: Device,
  entry: EntryRecord,
  isApproved: (text: string) => boolean,
): boolean {
  if (memory.policy === null || !isPostEntry(entry)) return false
  const { is, spared } = memory.policy
  const { words, as, putsRight, urgent } = postPayloadOf(entry)
  if (is.publishing !== 'required' || spared.has(entry.id) || as === 'pending' || putsRight !== undefined) return false
  if (urgent && is.allowsUrgent) return false
  return life !== null && !isApproved(textOf(words))
}
