import type { ReviewFileFault } from './errors.ts'
import { reviewFileRefusal } from './review-file-refusal.ts'
import { t } from './words/t.ts'

type Refusal = ReturnType<typeof reviewFileRefusal>

/** Why a handover file was not taken in, or could not be made; the words of a failure, see sentences.ts. */
export function handoverFileRefusal(why: ReviewFileFault): Refusal {
  return { ...reviewFileRefusal(why), ...ownWords(why) }
}

/** What is said of a review file otherwise; what was kept and what to do next is mostly the same. */
function ownWords(why: ReviewFileFault): Pick<Refusal, 'what'> & Partial<Refusal> {
  switch (why) {
    case 'not-a-review-file':
      return {
        what: t('This is not a handover file.'),
        next: t('Choose a file that ends in .attache-handover.'),
      }
    case 'damaged':
      return { what: t('The handover file was changed or cut off on its way.') }
    case 'older-format':
      return { what: t('The handover file was made by an Attaché so old that its files are no longer read.') }
    case 'newer-format':
      return { what: t('The handover file was made by a newer Attaché than this one.') }
    case 'passphrase-needed':
      return { what: t('The handover file is locked with a passphrase.') }
    case 'wrong-passphrase':
      return { what: t('This is not the passphrase of the handover file.') }
    case 'key-needed':
      return { what: t('The handover file is locked for a person’s key, and this desk has none.') }
    case 'wrong-key':
      return { what: t('The handover file is locked for another key than yours.') }
    case 'signature-broken':
      return { what: t('The signature of the handover file does not hold.') }
    case 'picture-damaged':
      return {
        what: t('A picture of this desk is no longer what it was when it was added.'),
        kept: t('No handover file was made. Everything on the desk is as it was.'),
        next: t('Add the picture again, or take it out of the posts that show it.'),
      }
    case 'too-much-to-send':
      return {
        what: t('This desk holds more than one handover file can carry.'),
        kept: t('No file was made. Everything on the desk is as it was.'),
        next: t('Remove large films and pictures that nobody needs from the library, and try again.'),
      }
    case 'too-much-work':
      return { what: t('Opening the handover file would keep this laptop busy for minutes.') }
    case 'too-large':
      return { what: t('The handover file holds more than a desk takes from one file.') }
    case 'too-many-parts':
      return { what: t('The handover file has more parts than any desk needs.') }
    case 'swells':
      return { what: t('The handover file would grow far beyond what texts need.') }
    case 'too-deep':
      return { what: t('The handover file is nested deeper than any text.') }
    case 'bad-name':
      return { what: t('The handover file holds something that has no place in one.') }
    case 'not-understood':
      return { what: t('The handover file says something that this desk does not understand.') }
  }
}
