import type { DeskLock, Unlocking } from '../domain/desk-lock.ts'

/** What is answered whether the desk is open or not. */
export interface LockServices {
  lock: LockService
}

export interface LockService {
  state(): DeskLock
  /** Throws `locked` with why, or what kept the desk from opening. What was wrong several times has to wait. */
  unlock(opening: Unlocking): Promise<DeskLock>
  /** Saves, closes the store and forgets the keys; nothing is sent until it is unlocked. Throws `locked` `no-passphrase`. */
  shut(): Promise<DeskLock>
  /** The person has read that the escrow key was used. */
  noteEscrowRead(): Promise<DeskLock>
  /** Somebody is there: the time after which it locks by itself begins anew. */
  noteActivity(): void
  /** `current`: the passphrase or the recovery code; null where there is neither yet. A desk that is `new` is made by it. What opened it before goes when this has opened it once. */
  setPassphrase(options: { current: string | null; passphrase: string }): Promise<DeskLock>
  /** Back to the login of this computer, or to an open desk where the host allows it. Throws `locked` `passphrase-needed`. */
  removePassphrase(options: { current: string }): Promise<DeskLock>
  /** A new code, shown once; it counts, and the one before no longer, once it was typed back. `current` as for a passphrase. */
  makeRecoveryCode(options: { current: string | null }): Promise<{ code: string }>
  confirmRecoveryCode(options: { code: string }): Promise<DeskLock>
  /**
   * Closes the desk, and opens it under a new key with the passphrase or the login of now: whoever had the one before, or the recovery code, reads nothing that is
   * written from now on. Pictures keep theirs. Throws `locked` `wrong-passphrase`, or `database` for a full disk; then the desk is as it was.
   */
  changeKey(options: { passphrase: string | null }): Promise<DeskLock>
  /**
   * Everything of this desk on this disk, its backups among it, for good; a new one begins in its place. What is on a blog stays there, and a copy of
   * the profile that was made before, with its keys, still opens. `current` as for a passphrase.
   */
  erase(options: { current: string | null }): Promise<DeskLock>
  /** Closes the desk, sets it aside, and opens this backup in its place. Throws `database` for one that is not whole; then the desk is as it was. */
  restoreBackup(options: { id: string }): Promise<DeskLock>
}
