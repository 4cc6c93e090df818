import { createHmac, hkdfSync } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'

/** What a desk is sealed with, each of 32 bytes and for one use only. */
export interface DeskKeys {
  /** Of the database, page by page. */
  database: Uint8Array
  /** Of the files beside it: each has a key of its own under this one. */
  files: Uint8Array
  /** Of the blogs' passwords. */
  passwords: Uint8Array
}

/** The files keep their key when the desk's own is changed: a thousand pictures are not sealed again. */
export const deskKeysOf = (deskKey: Uint8Array, filesKey: Uint8Array): DeskKeys => ({
  database: keyFor(deskKey, 'database'),
  files: filesKey,
  passwords: keyFor(deskKey, 'passwords'),
})

/** HKDF with SHA-256 (RFC 5869): one key of 32 bytes for each use. */
export function keyFor(key: Uint8Array, use: string, salt: Uint8Array = new Uint8Array()): Uint8Array {
  assertHeld(key)
  return new Uint8Array(hkdfSync('sha256', key, salt, `attache ${use}`, 32))
}

/** What a locked desk overwrote seals nothing any more: under noughts it would lie open. */
export function assertHeld(key: Uint8Array): void {
  if (key.every((byte) => byte === 0)) throw new AppError({ kind: 'locked', why: 'locked' })
}

export function overwrite(keys: DeskKeys): void {
  for (const key of [keys.database, keys.files, keys.passwords]) key.fill(0)
}

/**
 * Stands outside the database, because SQLite says the same of a wrong key and of a damaged file: a key that gives another
 * check is wrong, and nothing is ever "repaired" with it.
 */
export const checkOf = (deskKey: Uint8Array): string =>
  createHmac('sha256', keyFor(deskKey, 'check')).update('attache desk key').digest('base64url')
