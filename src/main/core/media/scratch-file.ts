import { createCipheriv } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileErrorFrom } from '../file-error.ts'
import type { Random } from '../ports.ts'

/** Bytes that come in parts and are too many for memory. Nobody else reads them: their key lives in memory only, and dies with it. */
export interface ScratchFile {
  readonly sizeBytes: number
  /** Throws `database` on a full disk. */
  append(bytes: Uint8Array): Promise<void>
  /** Fewer bytes where the file ends before. */
  read(at: number, count: number): Promise<Uint8Array>
  /** Kept in memory: the same place under the same key twice would give away how the two differ. */
  patch(at: number, bytes: Uint8Array): void
  stream(): AsyncGenerator<Uint8Array>
  remove(): Promise<void>
}

const BLOCK_BYTES = 16
const PART_BYTES = 1024 * 1024

/** AES-256 in counter mode, because a film is read here and there; what it ends as is sealed anew, and proved then. */
export async function openScratchFile(path: string, random: Random): Promise<ScratchFile> {
  const file = await open(path, 'w+', 0o600).catch((error: unknown) => {
    throw fileErrorFrom(error)
  })
  const key = random.bytes(32)
  const patches: { at: number; bytes: Uint8Array }[] = []
  let sizeBytes = 0

  const crypted = (at: number, bytes: Uint8Array): Uint8Array => {
    const counter = Buffer.alloc(BLOCK_BYTES)
    counter.writeBigUInt64BE(BigInt(Math.floor(at / BLOCK_BYTES)), 8)
    const cipher = createCipheriv('aes-256-ctr', key, counter)
    cipher.update(Buffer.alloc(at % BLOCK_BYTES))
    return cipher.update(bytes)
  }

  async function read(at: number, count: number): Promise<Uint8Array> {
    const sealed = Buffer.alloc(Math.max(0, Math.min(count, sizeBytes - at)))
    await file.read(sealed, 0, sealed.byteLength, at)
    const plain = crypted(at, sealed)
    for (const patch of patches) {
      const from = Math.max(at, patch.at)
      const to = Math.min(at + plain.byteLength, patch.at + patch.bytes.byteLength)
      if (from < to) plain.set(patch.bytes.subarray(from - patch.at, to - patch.at), from - at)
    }
    return plain
  }

  return {
    get sizeBytes() {
      return sizeBytes
    },
    async append(bytes) {
      // To its last byte: a disk that is nearly full takes a part and says so only in a number.
      await file.writeFile(crypted(sizeBytes, bytes)).catch((error: unknown) => {
        throw fileErrorFrom(error)
      })
      sizeBytes += bytes.byteLength
    },
    read,
    patch: (at, bytes) => void patches.push({ at, bytes }),
    async *stream() {
      for (let at = 0; at < sizeBytes; at += PART_BYTES) yield await read(at, PART_BYTES)
    },
    async remove() {
      await file.close()
      rmSync(path, { force: true })
    },
  }
}
