import type { ReviewFileFault } from './errors.ts'
import { t } from './words/t.ts'

/** Why a review file was not taken in, or could not be made; the words of a failure, see sentences.ts. */
export function reviewFileRefusal(why: ReviewFileFault): { what: string; kept: string; next: string } {
  const kept = t('Nothing of it was taken over. Your own texts are as they were.')
  const askAgain = t('Ask for the file once more, best by another way.')
  const beware = t('The desk of a colleague does not write such a file. Ask them by another way whether they sent it.')
  switch (why) {
    case 'not-a-review-file':
      return { what: t('This is not a review file.'), kept, next: t('Choose a file that ends in .attache-review.') }
    case 'damaged':
      return { what: t('The review file was changed or cut off on its way.'), kept, next: askAgain }
    case 'older-format':
      return {
        what: t('The review file was made by an Attaché so old that its files are no longer read.'),
        kept,
        next: t('Ask whoever sent it to bring theirs up to date and send it again.'),
      }
    case 'newer-format':
      return {
        what: t('The review file was made by a newer Attaché than this one.'),
        kept,
        next: t('Bring Attaché up to date and open it again.'),
      }
    case 'passphrase-needed':
      return {
        what: t('The review file is locked with a passphrase.'),
        kept,
        next: t('Type the passphrase that was agreed with whoever sent it.'),
      }
    case 'wrong-passphrase':
      return {
        what: t('This is not the passphrase of the review file.'),
        kept,
        next: t('Type it again: capitals and spaces count. The file itself is whole so far.'),
      }
    case 'key-needed':
      return {
        what: t('The review file is locked for a person’s key, and this desk has none.'),
        kept,
        next: t('Open it on the desk whose key was given to the sender.'),
      }
    case 'wrong-key':
      return {
        what: t('The review file is locked for another key than yours.'),
        kept,
        next: t('Give your key to whoever sent it and ask for the file once more.'),
      }
    case 'signature-broken':
      return { what: t('The signature of the review file does not hold.'), kept, next: beware }
    case 'picture-damaged':
      return {
        what: t('A picture is no longer what it was when it was added.'),
        kept: t('No review file was made. Your texts are as they were.'),
        next: t('Add the picture to the post again.'),
      }
    case 'too-much-to-send':
      return {
        what: t('This is more than one review file, or one letter through the blog, can carry.'),
        kept: t('Nothing was made of it. Your texts are as they were.'),
        next: t('Send fewer posts at once, smaller pictures, or a large post by file.'),
      }
    case 'too-much-work':
      return { what: t('Opening the review file would keep this laptop busy for minutes.'), kept, next: beware }
    case 'too-large':
      return { what: t('The review file holds more than a desk takes from one file.'), kept, next: beware }
    case 'too-many-parts':
      return { what: t('The review file has more parts than any review needs.'), kept, next: beware }
    case 'swells':
      return { what: t('The review file would grow far beyond what texts need.'), kept, next: beware }
    case 'too-deep':
      return { what: t('The review file is nested deeper than any text.'), kept, next: beware }
    case 'bad-name':
      return { what: t('The review file holds something that has no place in one.'), kept, next: beware }
    case 'not-understood':
      return { what: t('The review file says something that this desk does not understand.'), kept, next: beware }
  }
}
