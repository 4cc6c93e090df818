import type { AppErrorData } from '../errors.ts'
import type { UtcIso } from './ids.ts'

/** The shortest passphrase that a desk takes, in letters as people count them. */
export const SHORTEST_PASSPHRASE = 12

/** The segmenter is made when somebody types a passphrase: it takes longer than opening the desk does, and most starts need none. */
export const passphraseLength = (passphrase: string): number =>
  Array.from(new Intl.Segmenter().segment(passphrase)).length

/** What keeps others from reading the desk: a passphrase, the login of this computer, or nothing. */
export type Protection = 'passphrase' | 'login' | 'none'

/**
 * `new`: there is no desk yet, and this computer asks for a passphrase before there is one. `failed`: the key was right and the desk
 * did not open; `fault` says why. `locked` with a fault: no way in is left but the recovery code, or none.
 */
export interface DeskLock {
  state: 'new' | 'locked' | 'open' | 'failed'
  fault: AppErrorData | null
  protection: Protection
  /** A passphrase may be taken off again where the login protects, or where the host allows a desk to lie open. */
  mayGoWithout: boolean
  /** What it can be unlocked with now. */
  openers: { passphrase: boolean; recovery: boolean; before: boolean }
  /** The one before still opens the desk, because the new passphrase has not opened it yet. */
  isProven: boolean
  hasEscrow: boolean
  /** It was opened by the recovery code or the escrow key, so a new passphrase is due. */
  isOpenedByCode: boolean
  /** When somebody opened it with the house's escrow key, until the person at the desk has read it. */
  escrowUsedAt: UtcIso | null
}

/** `escrowSecret`: the half of the escrow key that the IT department keeps. `before`: what opened the desk before a passphrase was chosen that has not opened it yet. `again`: the same key once more, after a failure. */
export type Unlocking =
  { passphrase: string } | { recoveryCode: string } | { escrowSecret: string } | 'before' | 'again'
