import { SHORTEST_PASSPHRASE } from './domain/desk-lock.ts'
import type { LockFault } from './errors.ts'
import { t } from './words/t.ts'

/** Why a desk stays locked; the words of a failure, see sentences.ts. */
export function lockRefusal(why: LockFault): { what: string; kept: string; next: string } {
  const kept = t('Everything on the desk is kept.')
  switch (why) {
    case 'locked':
      return { what: t('The desk is locked.'), kept, next: t('Unlock it with your passphrase.') }
    case 'wrong-passphrase':
      return {
        what: t('That is not the passphrase of this desk.'),
        kept,
        next: t('Try again, or use your recovery code. Look at the keyboard’s language too.'),
      }
    case 'not-a-code':
      return {
        what: t('A letter or two of the recovery code was not typed as it was shown.'),
        kept,
        next: t('Compare it group by group: five groups of five.'),
      }
    case 'wrong-code':
      return {
        what: t('That is a recovery code, but not of this desk as it is now.'),
        kept,
        next: t('Use the one that was shown last. An older one no longer counts.'),
      }
    case 'wrong-escrow-key':
      return {
        what: t('That is not the other half of an escrow key of this desk.'),
        kept,
        next: t('A desk has one only since it was opened under a policy that names it. Use the secret of that key.'),
      }
    case 'too-many-tries':
      return {
        what: t('That was wrong several times in a row.'),
        kept,
        next: t('Wait half a minute, then try again.'),
      }
    case 'too-short':
      return {
        what: t('A passphrase needs at least {shortest, plural, one {# letter} other {# letters}}.', {
          shortest: SHORTEST_PASSPHRASE,
        }),
        kept,
        next: t('Take a few words that you can remember and nobody would guess.'),
      }
    case 'key-store-lost':
      return {
        what: t(
          'The login of this computer no longer opens the desk: it is another computer or account, or its key store was replaced.',
        ),
        kept,
        next: t('Unlock it with your recovery code, or ask your IT for the escrow key.'),
      }
    case 'no-passphrase':
      return {
        what: t('The desk has no passphrase, so a lock would keep nobody out.'),
        kept,
        next: t('Choose a passphrase first.'),
      }
    case 'passphrase-needed':
      return {
        what: t('The key store of this computer is too weak to protect the desk by itself.'),
        kept,
        next: t('Keep a passphrase; you can change it.'),
      }
    case 'keys-missing':
      return {
        what: t('The desk is there, but the file with its keys is not.'),
        kept: t('Nothing of the desk was changed.'),
        next: t('Bring back keys.json into the profile folder, from a backup of this folder. Do not delete anything.'),
      }
    case 'keys-damaged':
      return {
        what: t('The file with the keys of this desk is damaged, and so is its copy.'),
        kept: t('Nothing of the desk was changed.'),
        next: t('Bring back keys.json into the profile folder, from a backup of this folder. Do not delete anything.'),
      }
  }
}
