import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import { walkDocument } from '../../../shared/content/document-walk.ts'
import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import { utcIso, type BlogId, type MediaId, type ReviewId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote } from '../../../shared/domain/review-file.ts'
import type { Review } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import { hashJson } from '../content-hash.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import type { MediaFiles } from '../media/media-files.ts'
import type { Clock } from '../ports.ts'
import { mergeOwnWords } from '../posts/merge-own-words.ts'
import { bothEverywhere } from '../posts/replaced-words.ts'
import { openReviewWord, type ReviewToMarry } from '../review-word/read-review-word.ts'
import { writeReviewWord } from '../review-word/write-review-word.ts'
import type { Desk } from '../store/desk.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import { putProposed } from './propose.ts'
import { reviewOf } from './review-view.ts'
import { t } from '../../../shared/words/t.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface InWordPorts {
  desk: Desk
  clock: Clock
  files: MediaFiles
  prepared: PreparedFiles
}

/** Where the post is on another desk: no text of a blog is merged. */
const NO_BLOG = '' as BlogId

/** Reviews by people who have only Word: out as a file with tracked changes and comments, and in again. */
export function createReviewInWord(
  { desk, clock, files, prepared }: InWordPorts,
  change: (reviewId: ReviewId, work: (at: UtcIso) => void) => Review,
  refuseUnlessAsked: (reviewId: ReviewId) => void,
): Pick<ReviewsService, 'writeWord' | 'readWord'> {
  return {
    async writeWord({ reviewId, name }) {
      refuseExport(desk, 'review-word')
      const { given, proposed, suggestedBy, notes, round } = reviewOf(desk, reviewId)
      const pictures = await picturesOf(desk, files, reviewId, [given, proposed])
      const bytes = await writeReviewWord(
        {
          mark: markOf(reviewId, round, proposed),
          given,
          proposed,
          suggestions: suggestedBy,
          notes,
          sentBy: name,
          sentAt: utcIso(clock.now()),
        },
        (node) => pictures(node),
      )
      const title = proposed.title.trim() === '' ? t('Untitled') : proposed.title
      return prepared.put({
        fileName: fileNameOf(t('{title} review', { title }, 'name of a file'), 'docx'),
        mimeType: WORD,
        bytes,
      })
    },

    async readWord({ reviewId, fileName, bytes, name }) {
      refuseUnlessAsked(reviewId)
      const file = await openReviewWord(fileName, bytes)
      const before = reviewOf(desk, reviewId)
      const { base, round, isAsWritten } = baseOf(desk, fileName, before, file.mark)
      const toMarry: ReviewToMarry = {
        ...base,
        suggestions: before.suggestedBy,
        notes: before.notes,
        savedBy: { name, at: utcIso(clock.now()) },
      }
      const read = file.marry(toMarry)
      const proposed = isAsWritten
        ? read.proposed
        : merged(desk, before, { base: base.given, mine: before.proposed, theirs: read.proposed })
      const known = new Set(before.suggestedBy.map(({ suggestionId }) => suggestionId))
      const fresh = freshRemarks(before.notes, read.notes)
      // Who saved the file there is not who sits here.
      const review = change(reviewId, (at) => {
        putProposed(desk, reviewId, proposed, { name, at }, round === before.round ? read.suggestions : [])
        takeNotes(desk, reviewId, before.notes, read.notes)
        for (const { authorName, words } of fresh)
          desk.reviewTalk.addLine(reviewId, { act: 'noted', by: authorName, at, words, hash: null })
      })
      const newNotes = read.notes.length - before.notes.length
      return {
        review,
        newSuggestions: review.suggestedBy.filter(({ suggestionId }) => !known.has(suggestionId)).length,
        newNotes,
        newReplies: fresh.length - newNotes,
        isTracked: read.isTracked,
        leftOut: read.leftOut,
      }
    },
  }
}

/** Which review, which round, and what was proposed when the file was written. */
const markOf = (reviewId: ReviewId, round: number, proposed: PostWords): string =>
  `${reviewId} ${round} ${hashJson(proposed).slice(0, 16)}`

/** The texts that a file was written of. One that does not say so is taken to be of the present ones. */
function baseOf(
  desk: Desk,
  fileName: string,
  { id, round, given, proposed }: Review,
  mark: string | null,
): { base: { given: PostWords; proposed: PostWords }; round: number; isAsWritten: boolean } {
  if (mark === null) return { base: { given, proposed }, round, isAsWritten: true }
  const [reviewId, number, hash] = mark.split(' ')
  const written = Number(number)
  const isOfThis = reviewId === id && Number.isSafeInteger(written) && written >= 1 && written <= round
  if (!isOfThis) throw new AppError({ kind: 'unreadable-file', fileName, why: 'other-review' })
  const base = written === round ? { given, proposed } : desk.reviews.getTexts(id, written)
  const isSame = hashJson(base.proposed).slice(0, 16) === hash
  return { base, round: written, isAsWritten: written === round && isSame }
}

/** What was proposed here since the file was written stays, and what came with the file joins it. */
function merged(
  desk: Desk,
  { blogId }: Review,
  versions: { base: PostWords; mine: PostWords; theirs: PostWords },
): PostWords {
  const { merge, wordsOf } = mergeOwnWords(desk, blogId ?? NO_BLOG, versions)
  return wordsOf(resolveMerge(merge, bothEverywhere(merge)))
}

function takeNotes(desk: Desk, id: ReviewId, before: readonly ReviewNote[], now: readonly ReviewNote[]): void {
  for (const { replies, ...note } of now) {
    desk.reviewTalk.addNote(id, note)
    for (const reply of replies) desk.reviewTalk.addReply(note.id, reply)
    const old = before.find((each) => each.id === note.id)
    if (old && old.resolved === null && note.resolved !== null) desk.reviewTalk.setResolved(note.id, note.resolved)
  }
}

function freshRemarks(before: readonly ReviewNote[], now: readonly ReviewNote[]) {
  const remarks = (notes: readonly ReviewNote[]) => notes.flatMap((note) => [note, ...note.replies])
  const known = new Set(remarks(before).map(({ id }) => id))
  return remarks(now).filter(({ id }) => !known.has(id))
}

/** Those that are on this laptop, by the block that shows them. */
async function picturesOf(desk: Desk, files: MediaFiles, id: ReviewId, texts: readonly PostWords[]) {
  const { postId } = desk.reviews.getReview(id).review
  const here = new Map<string, MediaId>()
  for (const { url, mediaId } of postId === null ? [] : desk.pictures.listHere(postId)) here.set(url, mediaId)
  const idOf = (node: object): MediaId | null => {
    const { mediaId, url } = ((node as { attrs?: object }).attrs ?? {}) as {
      mediaId?: MediaId | null
      url?: string | null
    }
    return mediaId ?? here.get(url ?? '') ?? null
  }
  const bytes = new Map<MediaId, Uint8Array>()
  for (const node of texts.flatMap(({ document }) => [...walkDocument(document)])) {
    const mediaId = node.type === 'picture' ? idOf(node) : null
    if (mediaId === null || bytes.has(mediaId)) continue
    // A picture that is not here is named in the file, as any other block is.
    const found = await files.read(mediaId).catch(() => null)
    if (found) bytes.set(mediaId, found)
  }
  return (node: object): Uint8Array | null => bytes.get(idOf(node) ?? ('' as MediaId)) ?? null
}
