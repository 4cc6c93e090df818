import { SHORTEST_PASSPHRASE } from './domain/desk-lock.ts'
import type { LockFault } from './errors.ts'

/** Why a desk stays locked; the words of a failure, see sentences.ts. */
export function lockRefusal(why: LockFault): { what: string; kept: string; next: string } {
  const kept = 'Everything on the desk is kept.'
  switch (why) {
    case 'locked':
      return { what: 'The desk is locked.', kept, next: 'Unlock it with your passphrase.' }
    case 'wrong-passphrase':
      return {
        what: 'That is not the passphrase of this desk.',
        kept,
        next: 'Try again, or use your recovery code. Look at the keyboard’s language too.',
      }
    case 'not-a-code':
      return {
        what: 'A letter or two of the recovery code was not typed as it was shown.',
        kept,
        next: 'Compare it group by group: five groups of five.',
      }
    case 'wrong-code':
      return {
        what: 'That is a recovery code, but not of this desk as it is now.',
        kept,
        next: 'Use the one that was shown last. An older one no longer counts.',
      }
    case 'wrong-escrow-key':
      return {
        what: 'That is not the other half of an escrow key of this desk.',
        kept,
        next: 'A desk has one only since it was opened under a policy that names it. Use the secret of that key.',
      }
    case 'too-many-tries':
      return {
        what: 'That was wrong several times in a row.',
        kept,
        next: 'Wait half a minute, then try again.',
      }
    case 'too-short':
      return {
        what: `A passphrase needs at least ${SHORTEST_PASSPHRASE} letters.`,
        kept,
        next: 'Take a few words that you can remember and nobody would guess.',
      }
    case 'key-store-lost':
      return {
        what: 'The login of this computer no longer opens the desk: it is another computer or account, or its key store was replaced.',
        kept,
        next: 'Unlock it with your recovery code, or ask your IT for the escrow key.',
      }
    case 'no-passphrase':
      return {
        what: 'The desk has no passphrase, so a lock would keep nobody out.',
        kept,
        next: 'Choose a passphrase first.',
      }
    case 'passphrase-needed':
      return {
        what: 'The key store of this computer is too weak to protect the desk by itself.',
        kept,
        next: 'Keep a passphrase; you can change it.',
      }
    case 'keys-missing':
      return {
        what: 'The desk is there, but the file with its keys is not.',
        kept: 'Nothing of the desk was changed.',
        next: 'Bring back keys.json into the profile folder, from a backup of this folder. Do not delete anything.',
      }
    case 'keys-damaged':
      return {
        what: 'The file with the keys of this desk is damaged, and so is its copy.',
        kept: 'Nothing of the desk was changed.',
        next: 'Bring back keys.json into the profile folder, from a backup of this folder. Do not delete anything.',
      }
  }
}
