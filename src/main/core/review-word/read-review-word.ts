import { AppError } from '../../../shared/errors.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote, SuggestedBy } from '../../../shared/domain/review-file.ts'
import { openWordParts, refusing } from '../interchange/word-parts.ts'
import { ZipFault } from '../interchange/read-zip.ts'
import { marriedNotes, momentOf } from './marry-comments.ts'
import { marriedPost } from './marry-post.ts'
import { readComments } from './read-comments.ts'
import { readTrackedText } from './read-tracked-text.ts'
import type { By } from './review-sheet.ts'
import { revisionsOf, viewOf } from './tracked-views.ts'
import { whoSuggested } from './who-suggested.ts'
import { child, findTag, tagsOf, TooManyTags, wordsIn, wordTree } from './word-tree.ts'
import { REVIEW_PROPERTY } from './write-review-word.ts'

export interface ReviewToMarry {
  reviewId: string
  given: PostWords
  proposed: PostWords
  suggestions: readonly SuggestedBy[]
  notes: readonly ReviewNote[]
  /** Whose name stands where the file names nobody. */
  savedBy: By
}

export interface ReviewFromWord {
  proposed: PostWords
  suggestions: SuggestedBy[]
  notes: ReviewNote[]
  /** Refusing everything in the file gives the given text: whoever worked on it tracked what they did. */
  isTracked: boolean
  /** What the file has and a proposal has not. */
  leftOut: { pictures: number; drawings: number }
}

/** Of a file that does not say which review it is of, so much of the text must be known. */
const LEAST_KNOWN = 0.2

/**
 * A review as it came back out of Word or LibreOffice: what is proposed now, who suggested it, and the notes. The text that was
 * given is the desk's own, so that what somebody changed without tracking it is a suggestion as well. Throws `unreadable-file`;
 * then nothing of it was taken over.
 */
export const readReviewWord = (fileName: string, bytes: Uint8Array, review: ReviewToMarry): Promise<ReviewFromWord> =>
  refusing(fileName, () => {
    const { xmlOf } = openWordParts(bytes)
    try {
      return read(fileName, xmlOf, review)
    } catch (error) {
      throw error instanceof TooManyTags ? new ZipFault('too-large') : error
    }
  })

function read(fileName: string, xmlOf: (part: string) => string, review: ReviewToMarry): ReviewFromWord {
  const { given, proposed } = review
  const belongsTo = reviewOf(xmlOf('docProps/custom.xml'))
  const refuse = (): never => {
    throw new AppError({ kind: 'unreadable-file', fileName, why: 'other-review' })
  }
  if (belongsTo !== null && belongsTo !== review.reviewId) refuse()
  const text = readTrackedText(xmlOf)
  const [accepted, rejected] = [viewOf(text, 'accepted'), viewOf(text, 'rejected')]
  const post = marriedPost(given, proposed, accepted)
  if (belongsTo === null && post.known < LEAST_KNOWN) refuse()
  const savedBy = saverOf(xmlOf('docProps/core.xml'), review.savedBy)
  return {
    proposed: post.words,
    suggestions: whoSuggested(given, post.words, review.suggestions, revisionsOf(text), savedBy),
    notes: marriedNotes(review.notes, { comments: readComments(xmlOf), accepted, rejected, post, savedBy }),
    isTracked: JSON.stringify(marriedPost(given, given, rejected).words) === JSON.stringify(given),
    leftOut: { pictures: text.pictures, drawings: text.drawings },
  }
}

/** null where the file does not say so: some programs keep no properties that are not theirs. */
function reviewOf(xml: string): string | null {
  const properties = findTag(wordTree(xml), 'Properties')
  const own = properties && tagsOf(properties).find(({ attributes }) => attributes['name'] === REVIEW_PROPERTY)
  return own ? wordsIn(own).trim() : null
}

function saverOf(xml: string, otherwise: By): By {
  const core = findTag(wordTree(xml), 'cp:coreProperties')
  const [name, at] = [child(core, 'cp:lastModifiedBy'), child(core, 'dcterms:modified')].map((tag) =>
    tag ? wordsIn(tag).trim() : '',
  )
  return { name: name || otherwise.name, at: momentOf(at ?? '') ?? otherwise.at }
}
