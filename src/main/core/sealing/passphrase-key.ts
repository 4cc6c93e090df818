/** The work of Argon2id (RFC 9106) between a passphrase and its key. */
export interface PassphraseCost {
  memoryKib: number
  passes: number
  lanes: number
}

/** RFC 9106, section 4: the second recommended option, for where memory is dear. */
export const PASSPHRASE_COST: PassphraseCost = { memoryKib: 64 * 1024, passes: 3, lanes: 4 }

/** A file says itself how much work it is to open; more than this is none that a desk wrote. */
export const MOST_PASSPHRASE_COST: PassphraseCost = { memoryKib: 128 * 1024, passes: 4, lanes: 8 }

export const SALT_BYTES = 16

/** Gives way to whatever else the core has to do every few milliseconds. Look at a cost that somebody else chose with `isBearable` first. */
export async function keyOfPassphrase(
  passphrase: string,
  salt: Uint8Array,
  { memoryKib, passes, lanes }: PassphraseCost,
): Promise<Uint8Array> {
  // The same letters, however the keyboard puts them together.
  const letters = passphrase.normalize('NFKC')
  const { argon2idAsync } = await import('@noble/hashes/argon2.js')
  return await argon2idAsync(letters, salt, { m: memoryKib, t: passes, p: lanes, dkLen: 32 })
}

/** RFC 9106, section 3.1. */
export const isPossible = ({ memoryKib, passes, lanes }: PassphraseCost): boolean =>
  lanes >= 1 && passes >= 1 && memoryKib >= 8 * lanes

export function isBearable({ memoryKib, passes, lanes }: PassphraseCost): boolean {
  const most = MOST_PASSPHRASE_COST
  return memoryKib <= most.memoryKib && passes <= most.passes && lanes <= most.lanes
}
