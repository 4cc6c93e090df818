import { t } from './words/t.ts'
import type { FeedFault } from './domain/reading.ts'

/** Why a feed could not be read, and what to do about it. */
export function feedFaultSentence(fault: FeedFault): { what: string; kept: string; next: string } {
  const [what, next] = faults()[fault]
  return { what, kept: t('What was read before is kept.'), next }
}

const faults = (): Record<FeedFault, [what: string, next: string]> => ({
  'bad-address': [t('This is not an address of a page or a feed.'), t('It looks like example.org/feed.')],
  'private-address': [
    t('This address belongs to the network you are on, not to the web.'),
    t('Only your own blog may be read there.'),
  ],
  offline: [t('There is no line to this feed.'), t('It is read when there is one.')],
  'insecure-line': [t('The certificate of this feed does not hold.'), t('Try another network, or look at its page.')],
  timeout: [t('The feed did not answer in time.'), t('The desk tries again by itself.')],
  redirected: [t('The feed leads on to where the desk does not follow.'), t('Add it with its new address.')],
  gone: [t('There is nothing at this address any more.'), t('Look at its page for a new address, or remove it.')],
  refused: [t('The feed does not let this desk read it.'), t('Look at its page for another address.')],
  unavailable: [t('The feed is not available at the moment.'), t('The desk tries again by itself.')],
  'too-large': [t('The feed is larger than any feed should be.'), t('Nothing of it was taken over.')],
  'no-feed': [
    t('What answers here is a page that names no feed.'),
    t('A hotel’s sign-in page may stand in its place.'),
  ],
  damaged: [t('The feed cannot be read: its file is damaged.'), t('The desk tries again by itself.')],
  'known-already': [t('This feed is on your list already.'), ''],
  'too-many': [t('The list is full.'), t('Remove a feed that you do not read.')],
})
