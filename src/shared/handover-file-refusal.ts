import type { ReviewFileFault } from './errors.ts'
import { reviewFileRefusal } from './review-file-sentences.ts'

type Refusal = ReturnType<typeof reviewFileRefusal>

const OWN_WORDS: Partial<Record<ReviewFileFault, Partial<Refusal>>> = {
  'not-a-review-file': {
    what: 'This is not a handover file.',
    next: 'Choose a file that ends in .attache-handover.',
  },
  'wrong-passphrase': { what: 'This is not the passphrase of the handover file.' },
  'picture-damaged': {
    what: 'A picture of this desk is no longer what it was when it was added.',
    kept: 'No handover file was made. Everything on the desk is as it was.',
    next: 'Add the picture again, or take it out of the posts that show it.',
  },
  'too-much-to-send': {
    what: 'This desk holds more than one handover file can carry.',
    kept: 'No file was made. Everything on the desk is as it was.',
    next: 'Remove large films and pictures that nobody needs from the library, and try again.',
  },
  'too-many-parts': { what: 'The handover file has more parts than any desk needs.' },
}

/** Why a handover file was not taken in, or could not be made; the words of a failure, see sentences.ts. */
export function handoverFileRefusal(why: ReviewFileFault): Refusal {
  const said = reviewFileRefusal(why)
  return { ...said, what: said.what.replaceAll('review file', 'handover file'), ...OWN_WORDS[why] }
}
