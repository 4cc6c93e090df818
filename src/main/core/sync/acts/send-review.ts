import type { PostId, RemotePostId, ReviewId } from '../../../../shared/domain/ids.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { RemotePost } from '../../blog-api/blog-api.ts'
import type { ProposedFields, RemoteProposal } from '../../blog-api/review-calls.ts'
import { hashJson, sha256 } from '../../content-hash.ts'
import { textFor } from '../../posts/post-fields.ts'
import { joinLetters } from '../../review-blog/join-letters.ts'
import { asHere, asOnBlog } from '../../review-blog/pictures-on-line.ts'
import { putNotes } from '../../review-blog/notes-on-blog.ts'
import { readLetter, withLetter, type ReviewLetter } from '../../review-blog/review-letter.ts'
import { takeLetter, withOwnNames } from '../../review-blog/take-letter.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { lookAt } from '../look-at.ts'
import type { Act, ActTools } from './act.ts'
import { receiptOf } from './receipt-of.ts'

/** A request that was cut off may still be carried out by a slow blog within this time, over a later letter. */
const QUARANTINE_MS = 120_000

type ReviewEntry = StoredEntryOf<'send-review'>

/**
 * A review to the blog, as this person's autosave beside the post: there is one a person, so that none is ever doubled. The post
 * itself stays as it is.
 */
export const sendReview: Act<'send-review'> = {
  async lookUp(entry, tools) {
    const there = await ownProposal(remoteIdOf(entry, tools), tools)
    return isThisLetter(entry, there)
      ? { isThere: true, remoteId: null }
      : { isThere: false, quarantineMs: QUARANTINE_MS }
  },

  async perform(waiting, tools) {
    const { blog, desk } = tools
    const remoteId = remoteIdOf(waiting, tools)
    const post = await carrier(remoteId, tools)
    const before = await ownProposal(remoteId, tools)
    if (before && !isThisLetter(waiting, before)) refuseUnsavedWords(waiting, { before, post }, tools)
    const entry = before ? joined(waiting, before, tools) : waiting
    const there = isThisLetter(entry, before) ? before : await put(entry, post, tools)
    return {
      receipt: receiptOf(entry, tools, {
        url: post.link || blog.url,
        revision: there.savedAt,
        contentHash: sha256(there.content),
        remoteStatus: 'beside',
        isPutRight: entry.payload.timesPutAgain !== undefined,
      }),
      store() {
        const { reviewId, post: said } = entry.payload
        const textHash = sha256(readLetter(there.content).text)
        const letter = { token: entry.token, round: said.round.number, proposed: said.after, textHash }
        if (blog.remoteUserId !== null) desk.reviewLines.addLetter(reviewId, blog.remoteUserId, letter)
      },
    }
  },
}

function remoteIdOf({ postId }: ReviewEntry, { desk }: ActTools): RemotePostId {
  const remoteId = desk.posts.getPost(postId ?? ('' as PostId)).remoteId
  // The post was taken back before it was handed in.
  if (remoteId === null) throw new AppError({ kind: 'conflict', code: 'review-without-post' })
  return remoteId
}

/** Throws where there is no post to put it beside, and where it would be written into the post itself. */
async function carrier(remoteId: RemotePostId, { api, blog }: ActTools): Promise<RemotePost> {
  const post = await lookAt(api, remoteId)
  if (typeof post === 'string') throw new AppError({ kind: 'gone' })
  if (post.status === 'draft' && post.authorId === blog.remoteUserId)
    throw new AppError({ kind: 'conflict', code: 'review-of-own-draft' })
  return post
}

async function ownProposal(id: RemotePostId, { api, blog }: ActTools): Promise<RemoteProposal | null> {
  return (await api.listProposals(id)).find(({ authorId }) => authorId === blog.remoteUserId) ?? null
}

function isThisLetter({ token }: ReviewEntry, there: RemoteProposal | null): there is RemoteProposal {
  if (there === null) return false
  const read = readLetter(there.content)
  return read.state === 'read' && read.letter.token === token
}

async function put(entry: ReviewEntry, post: RemotePost, tools: ActTools): Promise<RemoteProposal> {
  const { api, write } = tools
  // Whatever cannot be said stops it before anything is.
  lettered(entry, post, tools)
  await putNotes({ post: entry.payload.post, token: entry.token }, post.remoteId, tools)
  // Somebody may have given the post back meanwhile.
  const fields = lettered(entry, await carrier(post.remoteId, tools), tools)
  const saved = await write(() => api.saveProposal(post.remoteId, fields))
  const there = saved ?? (await ownProposal(post.remoteId, tools))
  if (isThisLetter(entry, there)) return there
  throw new AppError({ kind: 'altered-by-blog', fields: ['content'], isLive: false })
}

/** What the same person said from another laptop, and would be written over: it is taken in here, and goes with this letter. */
function joined(entry: ReviewEntry, { content, authorId }: RemoteProposal, tools: ActTools): ReviewEntry {
  const { desk, blog } = tools
  const { payload, postId } = entry
  const read = readLetter(content)
  if (read.state !== 'read' || postId === null || read.letter.post.reviewId !== payload.reviewId) return entry
  const { letter, text } = read
  if (letter.token === payload.upTo || desk.outbox.isOwnToken(letter.token)) return entry
  return desk.transaction(() => {
    // From what both began with: what this laptop knew of the account's letters, else what was given.
    const known = payload.upTo === null ? null : desk.reviewLines.findLetter(payload.reviewId, authorId, payload.upTo)
    takeLetter(tools, blog, { postId, author: authorId, textHash: sha256(text) }, letter)
    takeOwnNumbers(tools, letter)
    const { before, after, ...said } = withOwnNames(desk, blog, letter)
    const alike = [payload.post.before, payload.post.after]
    const theirs = { ...said, before: asHere(desk, blog.id, before, alike), after: asHere(desk, blog.id, after, alike) }
    const post = joinLetters(desk, payload.post, theirs, known?.proposed ?? payload.post.before)
    const next = { ...payload, post, upTo: letter.token }
    const payloadHash = hashJson(next)
    desk.outbox.joinLetter(entry.id, { payload: next, payloadHash })
    return { ...entry, payload: next, payloadHash }
  })
}

/** Which notes of the blog the other laptop put there: else they would be put there again. */
function takeOwnNumbers({ desk, blog }: ActTools, { post, numbers, toldIn }: ReviewLetter): void {
  const told = toldIn.map((remoteId) => ({ noteId: null, remoteId }))
  for (const { noteId, remoteId } of [...numbers, ...told])
    if (desk.reviewNumbers.findByNumber(blog.id, remoteId) === null)
      desk.reviewNumbers.putNumber({
        blogId: blog.id,
        remoteId,
        noteId,
        reviewId: post.reviewId as ReviewId,
        isResolved: false,
      })
}

/** What this person typed into the blog's own editor and did not save is kept there the same way, and would be gone. */
function refuseUnsavedWords(
  { payload }: ReviewEntry,
  { before, post }: { before: RemoteProposal; post: RemotePost },
  { desk, blog }: ActTools,
): void {
  const { content, title, excerpt, savedAt } = before
  const read = readLetter(content)
  if (read.state === 'read' && blog.remoteUserId !== null) {
    const { token } = read.letter
    const author = desk.reviewLines.findAuthor(payload.reviewId, token)
    const own = desk.reviewLines.findLetter(payload.reviewId, blog.remoteUserId, token)
    // Of another laptop of this person; or as it went from here. Behind words of somebody else it was restored and typed on.
    if (author === null || (author === blog.remoteUserId && own?.textHash === sha256(read.text))) return
  }
  if (read.state === 'none' && savedAt <= post.modifiedAt) return
  if (read.text === post.content && title === post.title && excerpt === post.excerpt) return
  throw new AppError({ kind: 'conflict', code: 'unsaved-in-browser' })
}

function lettered({ payload, token }: ReviewEntry, on: RemotePost, { desk, blog }: ActTools): ProposedFields {
  const { before, after } = payload.post
  const { missingPictures, ...text } = textFor(desk, blog.id, after, on)
  if (missingPictures.length > 0) throw new AppError({ kind: 'no-such-item', what: 'media' })
  const post = {
    ...payload.post,
    before: asOnBlog(desk, blog.id, before),
    after: asOnBlog(desk, blog.id, after),
  }
  const { sentBy, sentAt, reviewId } = payload
  const known = desk.reviewNumbers.listNumbers(reviewId).filter(({ blogId }) => blogId === blog.id)
  const numbers = known.flatMap(({ noteId, remoteId }) => (noteId === null ? [] : [{ noteId, remoteId }]))
  const toldIn = known.flatMap(({ noteId, remoteId }) => (noteId === null ? [remoteId] : []))
  return { ...text, content: withLetter(text.content, { token, sentBy, sentAt, post, numbers, toldIn }) }
}
