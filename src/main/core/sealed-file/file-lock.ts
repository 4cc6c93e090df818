import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { sha256 } from '../content-hash.ts'
import type { Random } from '../ports.ts'
import type { ByteReader } from '../sealing/byte-reader.ts'
import { isBearable, isPossible, keyOfPassphrase, SALT_BYTES, type PassphraseCost } from '../sealing/passphrase-key.ts'
import { newReceivingPair, sharedSecret, type PersonKeys } from '../sealing/person-key.ts'
import { sealedFileFault } from './sealed-file-fault.ts'
import type { SealedFormatName } from './sealed-file-format.ts'

/**
 * What stands before the sealed part, the only part in the clear: it names neither a person nor a blog.
 *
 *     magic 14 · version 2 · check 4     the same in every version, so that a newer one is known as such
 *     kind 1                             1 passphrase, 2 a person's key
 *     salt 16 · memory in KiB 4 · passes 1 · lanes 1     of a passphrase
 *     public key 32                      of a pair made for this file, of a person's key
 *     key check 32                       a right key gives it again, and no other does
 *     check 8
 *
 * The checks are plain hashes: they tell damage from a wrong passphrase, and prove nothing else.
 */
const MAGIC_BYTES = 14
const FIRST_CHECK_BYTES = 4
const LAST_CHECK_BYTES = 8
const PREAMBLE_BYTES = MAGIC_BYTES + 2 + FIRST_CHECK_BYTES
const KEY_BYTES = 32
const KIND = { passphrase: 1, person: 2 } as const
const COST_BYTES = 6

/** For whom a file is locked: whoever knows the passphrase, or the person with this receiving key. */
export type SealedFileLock = { passphrase: string } | { receivingKey: string }

/** What the person at this desk has to open a file with. */
export interface SealedFileOpener {
  passphrase: string | null
  keys: PersonKeys | null
}

export interface FileLock {
  header: Uint8Array
  key: Uint8Array
}

export async function makeLock(
  format: SealedFormatName,
  lock: SealedFileLock,
  cost: PassphraseCost,
  random: Random,
): Promise<FileLock> {
  const preamble = withCheck(Buffer.concat([magicOf(format), uint(format.version, 2)]), FIRST_CHECK_BYTES)
  if ('passphrase' in lock) {
    const salt = random.bytes(SALT_BYTES)
    const head = Buffer.concat([preamble, uint(KIND.passphrase, 1), salt, costBytes(cost)])
    return locked(format, head, await keyOfPassphrase(lock.passphrase, salt, cost), '')
  }
  const own = newReceivingPair(random)
  const head = Buffer.concat([preamble, uint(KIND.person, 1), Buffer.from(own.publicKey, 'base64url')])
  return locked(format, head, sharedSecret(own.secretKey, lock.receivingKey), lock.receivingKey)
}

/** Throws `not-a-review-file` for one of another format, `damaged`, a format of another time, what is missing to open it, or what is wrong. */
export async function openLock(
  format: SealedFormatName,
  file: ByteReader,
  opener: SealedFileOpener,
): Promise<FileLock> {
  const preamble = await file.takeUpTo(PREAMBLE_BYTES)
  if (!startsAlike(preamble, magicOf(format))) throw sealedFileFault('not-a-review-file')
  assertChecked(preamble, PREAMBLE_BYTES, FIRST_CHECK_BYTES)
  assertVersion(format, Buffer.from(preamble).readUInt16BE(MAGIC_BYTES))

  const kind = await file.take(1)
  const isPassphrase = kind[0] === KIND.passphrase
  if (!isPassphrase && kind[0] !== KIND.person) throw sealedFileFault('damaged')
  const fields = await file.take(isPassphrase ? SALT_BYTES + COST_BYTES : KEY_BYTES)
  const head = Buffer.concat([preamble, kind, fields])
  const rest = await file.take(KEY_BYTES + LAST_CHECK_BYTES)
  const header = Buffer.concat([head, rest])
  assertChecked(header, header.length, LAST_CHECK_BYTES)

  const [secret, receiver] = isPassphrase ? await byPassphrase(fields, opener) : byKey(fields, opener)
  const lock = locked(format, head, secret, receiver)
  if (!timingSafeEqual(lock.header, header)) throw sealedFileFault(isPassphrase ? 'wrong-passphrase' : 'wrong-key')
  return lock
}

/** Throws for a format of another time, by its number. */
export function assertVersion(format: SealedFormatName, version: number): void {
  if (version > format.version) throw sealedFileFault('newer-format')
  if (version < format.version) throw sealedFileFault('older-format')
}

async function byPassphrase(fields: Uint8Array, { passphrase }: SealedFileOpener): Promise<[Uint8Array, string]> {
  if (passphrase === null) throw sealedFileFault('passphrase-needed')
  const view = Buffer.from(fields)
  const cost = {
    memoryKib: view.readUInt32BE(SALT_BYTES),
    passes: view.readUInt8(SALT_BYTES + 4),
    lanes: view.readUInt8(SALT_BYTES + 5),
  }
  if (!isBearable(cost)) throw sealedFileFault('too-much-work')
  if (!isPossible(cost)) throw sealedFileFault('damaged')
  return [await keyOfPassphrase(passphrase, fields.subarray(0, SALT_BYTES), cost), '']
}

function byKey(fields: Uint8Array, { keys }: SealedFileOpener): [Uint8Array, string] {
  if (keys === null) throw sealedFileFault('key-needed')
  try {
    const secret = sharedSecret(keys.receiving.secretKey, Buffer.from(fields).toString('base64url'))
    return [secret, keys.receiving.publicKey]
  } catch (error) {
    throw sealedFileFault('damaged', error)
  }
}

/** Everything that stands in the header goes into the key, so that a file opens under the header it was written with or not at all. */
function locked(
  { format, version }: SealedFormatName,
  head: Uint8Array,
  secret: Uint8Array,
  receiver: string,
): FileLock {
  const salt = sha256(Buffer.concat([head, Buffer.from(receiver, 'base64url')]))
  const made = Buffer.from(hkdfSync('sha256', secret, salt, `${format} ${version}`, 2 * KEY_BYTES))
  const header = withCheck(Buffer.concat([head, made.subarray(KEY_BYTES)]), LAST_CHECK_BYTES)
  return { header, key: made.subarray(0, KEY_BYTES) }
}

const magicOf = ({ magic }: SealedFormatName): Uint8Array => Buffer.from(magic, 'latin1')

const uint = (value: number, byteCount: number): Buffer => {
  const bytes = Buffer.alloc(byteCount)
  bytes.writeUIntBE(value, 0, byteCount)
  return bytes
}

const costBytes = ({ memoryKib, passes, lanes }: PassphraseCost): Buffer =>
  Buffer.concat([uint(memoryKib, 4), uint(passes, 1), uint(lanes, 1)])

const checkOf = (bytes: Uint8Array, byteCount: number): Buffer =>
  Buffer.from(sha256(bytes), 'hex').subarray(0, byteCount)

const withCheck = (bytes: Uint8Array, byteCount: number): Buffer => Buffer.concat([bytes, checkOf(bytes, byteCount)])

function assertChecked(bytes: Uint8Array, length: number, checkBytes: number): void {
  const said = bytes.subarray(length - checkBytes)
  const isWhole =
    bytes.byteLength === length && checkOf(bytes.subarray(0, length - checkBytes), checkBytes).equals(said)
  if (!isWhole) throw sealedFileFault('damaged')
}

/** A file that ends within the magic may still be one that was cut off; an empty one is none. */
const startsAlike = (bytes: Uint8Array, magic: Uint8Array): boolean => {
  const shared = Math.min(bytes.byteLength, magic.byteLength)
  return shared > 0 && Buffer.from(bytes.subarray(0, shared)).equals(magic.subarray(0, shared))
}
