import { createCipheriv, createDecipheriv } from 'node:crypto'
import { ByteReader } from './byte-reader.ts'

/**
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) with AES-256-GCM, as in age: every chunk is sealed under its number and
 * whether it is the last, so that none can be changed, moved, left out, added or put behind the end. The key is of one
 * file only, so the numbers begin at nought.
 */
export const CHUNK_BYTES = 64 * 1024
export const TAG_BYTES = 16
const ALGORITHM = 'aes-256-gcm'

export async function* sealChunks(key: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(plain, () => new Error('nothing here is read by count'))
  try {
    for (let number = 0, isLast = false; !isLast; number += 1) {
      const bytes = await reader.takeUpTo(CHUNK_BYTES)
      isLast = await reader.isAtEnd()
      yield sealChunk(key, number, isLast, bytes)
    }
  } finally {
    await reader.close()
  }
}

/** Gives out a chunk only after it has been proved. Throws the reader's `damaged()`, also at an end that is not the writer's. */
export async function* openChunks(key: Uint8Array, sealed: ByteReader): AsyncGenerator<Uint8Array> {
  for (let number = 0, isLast = false; !isLast; number += 1) {
    const bytes = await sealed.takeUpTo(CHUNK_BYTES + TAG_BYTES)
    isLast = await sealed.isAtEnd()
    yield openChunk(key, number, isLast, bytes, sealed.damaged)
  }
}

export function sealChunk(key: Uint8Array, number: number, isLast: boolean, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(number, isLast))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws `damaged()` for anything but what was sealed as this chunk. */
export function openChunk(
  key: Uint8Array,
  number: number,
  isLast: boolean,
  sealed: Uint8Array,
  damaged: () => Error,
): Uint8Array {
  if (sealed.byteLength < TAG_BYTES) throw damaged()
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    throw damaged()
  }
}

function nonceOf(number: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}
