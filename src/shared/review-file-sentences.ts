import type { ReviewFromWord, TakenReview } from './domain/review.ts'
import type { ReviewFileFault } from './errors.ts'

/** Why a review file was not taken in, or could not be made; the words of a failure, see sentences.ts. */
export function reviewFileRefusal(why: ReviewFileFault): { what: string; kept: string; next: string } {
  const kept = 'Nothing of it was taken over. Your own texts are as they were.'
  const askAgain = 'Ask for the file once more, best by another way.'
  const beware = 'The desk of a colleague does not write such a file. Ask them by another way whether they sent it.'
  switch (why) {
    case 'not-a-review-file':
      return { what: 'This is not a review file.', kept, next: 'Choose a file that ends in .attache-review.' }
    case 'damaged':
      return { what: 'The review file was changed or cut off on its way.', kept, next: askAgain }
    case 'older-format':
      return {
        what: 'The review file was made by an Attaché so old that its files are no longer read.',
        kept,
        next: 'Ask whoever sent it to bring theirs up to date and send it again.',
      }
    case 'newer-format':
      return {
        what: 'The review file was made by a newer Attaché than this one.',
        kept,
        next: 'Bring Attaché up to date and open it again.',
      }
    case 'passphrase-needed':
      return {
        what: 'The review file is locked with a passphrase.',
        kept,
        next: 'Type the passphrase that was agreed with whoever sent it.',
      }
    case 'wrong-passphrase':
      return {
        what: 'This is not the passphrase of the review file.',
        kept,
        next: 'Type it again: capitals and spaces count. The file itself is whole so far.',
      }
    case 'key-needed':
      return {
        what: 'The review file is locked for a person’s key, and this desk has none.',
        kept,
        next: 'Open it on the desk whose key was given to the sender.',
      }
    case 'wrong-key':
      return {
        what: 'The review file is locked for another key than yours.',
        kept,
        next: 'Give your key to whoever sent it and ask for the file once more.',
      }
    case 'signature-broken':
      return { what: 'The signature of the review file does not hold.', kept, next: beware }
    case 'picture-damaged':
      return {
        what: 'A picture is no longer what it was when it was added.',
        kept: 'No review file was made. Your texts are as they were.',
        next: 'Add the picture to the post again.',
      }
    case 'too-much-to-send':
      return {
        what: 'This is more than one review file, or one letter through the blog, can carry.',
        kept: 'Nothing was made of it. Your texts are as they were.',
        next: 'Send fewer posts at once, smaller pictures, or a large post by file.',
      }
    case 'too-much-work':
      return { what: 'Opening the review file would keep this laptop busy for minutes.', kept, next: beware }
    case 'too-large':
      return { what: 'The review file holds more than a desk takes from one file.', kept, next: beware }
    case 'too-many-parts':
      return { what: 'The review file has more parts than any review needs.', kept, next: beware }
    case 'swells':
      return { what: 'The review file would grow far beyond what texts need.', kept, next: beware }
    case 'too-deep':
      return { what: 'The review file is nested deeper than any text.', kept, next: beware }
    case 'bad-name':
      return { what: 'The review file holds something that has no place in one.', kept, next: beware }
    case 'not-understood':
      return { what: 'The review file says something that this desk does not understand.', kept, next: beware }
  }
}

/** What a file brought into one review. */
export function takenReviewSentence({ isNew, isChanged, newNotes, newSuggestions }: TakenReview): string {
  const what = [
    ...(newSuggestions > 0 ? [many(newSuggestions, isNew ? 'suggestion' : 'new suggestion')] : []),
    ...(newNotes > 0 ? [many(newNotes, isNew ? 'note' : 'new note')] : []),
  ].join(' and ')
  if (isNew) return what === '' ? 'New on this desk.' : `New on this desk, with ${what}.`
  if (what !== '') return `${what.replace(/^./, (letter) => letter.toUpperCase())}.`
  return isChanged ? 'It went on: how it stands is new.' : 'Nothing in it is new: all of it was here already.'
}

export const picturesLeftSentence = (count: number): string =>
  `${many(count, 'picture')} could not be taken over: ${count === 1 ? 'it is none' : 'they are none'} that a desk shows.`

/** What came into a review out of Word, a sentence each. */
export function fromWordSentences(came: Omit<ReviewFromWord, 'review'>): string[] {
  const { newSuggestions, newNotes, newReplies, isTracked, leftOut } = came
  const parts = [
    ...(newSuggestions > 0 ? [many(newSuggestions, 'new suggestion')] : []),
    ...(newNotes > 0 ? [many(newNotes, 'new note')] : []),
    ...(newReplies > 0 ? [newReplies === 1 ? '1 new answer' : `${newReplies} new answers`] : []),
  ]
  const left = [
    ...(leftOut.pictures > 0 ? [many(leftOut.pictures, 'new picture')] : []),
    ...(leftOut.drawings > 0 ? [many(leftOut.drawings, 'drawing')] : []),
  ]
  return [
    parts.length === 0 ? 'Nothing in it is new: all of it was here already.' : `${parts.join(', ')}.`,
    ...(isTracked
      ? []
      : ['Some of it was changed in Word without being tracked. It is a suggestion here all the same.']),
    ...(left.length > 0 ? [`Left out: ${left.join(' and ')}. Add what is needed here.`] : []),
  ]
}

const many = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${one}s`
