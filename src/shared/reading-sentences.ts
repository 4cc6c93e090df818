import type { FeedFault } from './domain/reading.ts'

const KEPT = 'What was read before is kept.'

/** Why a feed could not be read, and what to do about it. */
export function feedFaultSentence(fault: FeedFault): { what: string; kept: string; next: string } {
  const [what, next] = FAULTS[fault]
  return { what, kept: KEPT, next }
}

const FAULTS: Record<FeedFault, [what: string, next: string]> = {
  'bad-address': ['This is not an address of a page or a feed.', 'It looks like example.org/feed.'],
  'private-address': [
    'This address belongs to the network you are on, not to the web.',
    'Only your own blog may be read there.',
  ],
  offline: ['There is no line to this feed.', 'It is read when there is one.'],
  'insecure-line': ['The certificate of this feed does not hold.', 'Try another network, or look at its page.'],
  timeout: ['The feed did not answer in time.', 'The desk tries again by itself.'],
  redirected: ['The feed leads on to where the desk does not follow.', 'Add it with its new address.'],
  gone: ['There is nothing at this address any more.', 'Look at its page for a new address, or remove it.'],
  refused: ['The feed does not let this desk read it.', 'Look at its page for another address.'],
  unavailable: ['The feed is not available at the moment.', 'The desk tries again by itself.'],
  'too-large': ['The feed is larger than any feed should be.', 'Nothing of it was taken over.'],
  'no-feed': ['What answers here is a page that names no feed.', 'A hotel’s sign-in page may stand in its place.'],
  damaged: ['The feed cannot be read: its file is damaged.', 'The desk tries again by itself.'],
  'known-already': ['This feed is on your list already.', ''],
  'too-many': ['The list is full.', 'Remove a feed that you do not read.'],
}
