import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from '../ports.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A few bytes under a key of 32, bound to what they are for: nonce, sealed bytes and tag as base64url. */
export function sealBox(key: Uint8Array, use: string, plain: Uint8Array, random: Random): string {
  const nonce = random.bytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce)
  cipher.setAAD(Buffer.from(use))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** null for another key, another use, and anything that was changed. */
export function openBox(key: Uint8Array, use: string, box: string): Uint8Array | null {
  const bytes = Buffer.from(box, 'base64url')
  if (bytes.byteLength < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(use))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
