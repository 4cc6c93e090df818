import { AppError } from '../../../shared/errors.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote, SuggestedBy } from '../../../shared/domain/review-file.ts'
import { openWordParts, refusing } from '../interchange/word-parts.ts'
import { ZipFault } from '../interchange/read-zip.ts'
import { marriedNotes, momentOf } from './marry-comments.ts'
import { marriedPost } from './marry-post.ts'
import { readComments } from './read-comments.ts'
import { readTrackedText } from './read-tracked-text.ts'
import type { TrackedText } from './tracked-text.ts'
import type { By } from './review-sheet.ts'
import { revisionsOf, viewOf } from './tracked-views.ts'
import { whoSuggested } from './who-suggested.ts'
import { child, findTag, tagsOf, TooManyTags, wordsIn, wordTree } from './word-tree.ts'
import { REVIEW_PROPERTY } from './write-review-word.ts'

export interface ReviewToMarry {
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

/** A Word file that was looked through, and what it says which review it is of; null where it says nothing of it. */
export interface OpenReviewWord {
  mark: string | null
  marry: (review: ReviewToMarry) => ReviewFromWord
}

/**
 * A review as it came back out of Word or LibreOffice: what is proposed now, who suggested it, and the notes. The text that was
 * given is the desk's own, so that what somebody changed without tracking it is a suggestion as well. Throws `unreadable-file`;
 * then nothing of it was taken over.
 */
export const openReviewWord = (fileName: string, bytes: Uint8Array): Promise<OpenReviewWord> =>
  refusing(fileName, () => {
    const { xmlOf } = openWordParts(bytes)
    try {
      const mark = markOf(xmlOf('docProps/custom.xml'))
      const text = readTrackedText(xmlOf)
      return { mark, marry: (review) => married(fileName, { xmlOf, text, mark }, review) }
    } catch (error) {
      throw error instanceof TooManyTags ? new ZipFault('too-large') : error
    }
  })

function married(
  fileName: string,
  { xmlOf, text, mark }: { xmlOf: (part: string) => string; text: TrackedText; mark: string | null },
  review: ReviewToMarry,
): ReviewFromWord {
  const { given, proposed } = review
  const [accepted, rejected] = [viewOf(text, 'accepted'), viewOf(text, 'rejected')]
  const post = marriedPost(given, proposed, accepted)
  if (mark === null && post.known < LEAST_KNOWN)
    throw new AppError({ kind: 'unreadable-file', fileName, why: 'other-review' })
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
function markOf(xml: string): string | null {
  const properties = findTag(wordTree(xml), 'Properties')
  const own = properties && tagsOf(properties).find(({ attributes }) => attributes['name'] === REVIEW_PROPERTY)
  return own ? wordsIn(own).trim() : null
}

/** When, the file knows. Who is for the person to say: as the last to save some programs leave whoever sent it out. */
function saverOf(xml: string, said: By): By {
  const core = findTag(wordTree(xml), 'cp:coreProperties')
  const at = child(core, 'dcterms:modified')
  return { name: said.name, at: (at && momentOf(wordsIn(at).trim())) ?? said.at }
}
