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
      const cipher = createCipheriv(ALGORITHM, key, nonceOf(number, isLast))
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
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
    if (bytes.byteLength < TAG_BYTES) throw sealed.damaged()
    yield open(key, nonceOf(number, isLast), bytes, sealed.damaged)
  }
}

function open(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array, damaged: () => Error): Uint8Array {
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const plain = decipher.update(bytes.subarray(0, -TAG_BYTES))
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
