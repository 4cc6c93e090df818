import { createHmac } from 'node:crypto'
import { openAsBlob, statSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import type { Random } from '../ports.ts'
import { CHUNK_BYTES, openChunk, sealChunk, sealChunks, TAG_BYTES } from '../sealing/sealed-chunks.ts'
import { keyFor } from './desk-keys.ts'
import { SealedBlob } from './sealed-blob.ts'

/**
 * How the files beside the database lie on the disk, each bound to its `id`. What was changed there, or put under another one's name, throws
 * `damaged-file` when it is read, and is never given out.
 */
export interface FileSeal {
  /** The name of a file that is known by the hash of its content: a name on the disk must not tell who has which picture. */
  nameOf(id: string): string
  seal(id: string, plain: Uint8Array): Uint8Array
  open(id: string, stored: Uint8Array): Uint8Array
  /** For what is too large to be held in memory. */
  sealStream(id: string, plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Read part by part as it is asked for. Throws what the file system throws. */
  blobAt(id: string, path: string): Promise<Blob>
}

/** As they are: for a desk without a key, which only a test has. */
export const unsealedFiles: FileSeal = {
  nameOf: (id) => id,
  seal: (_id, plain) => plain,
  open: (_id, stored) => stored,
  sealStream: (_id, plain) => plain,
  blobAt: (_id, path) => openAsBlob(path),
}

/**
 * A sealed file, each under a key of its own: magic 8 · salt 32 · chunks. See sealed-chunks.ts. In version 2 the id is part of the key; what was
 * sealed before is read as it was.
 */
const MAGIC = Buffer.from('ATTACHE2', 'latin1')
const MAGIC_UNBOUND = Buffer.from('ATTACHE1', 'latin1')
const SALT_BYTES = 32
const HEAD_BYTES = MAGIC.length + SALT_BYTES
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

export function sealedFiles(filesKey: Uint8Array, random: Random): FileSeal {
  const namesKey = keyFor(filesKey, 'names')
  const keyOf = (id: string, salt: Uint8Array): Uint8Array => keyFor(filesKey, `file ${id}`, salt)

  function keyOfHead(id: string, head: Uint8Array): Uint8Array {
    if (head.byteLength < HEAD_BYTES || !isSealedFile(head)) throw damaged()
    const salt = head.subarray(MAGIC.length)
    return isOf(MAGIC, head) ? keyOf(id, salt) : keyFor(filesKey, 'file', salt)
  }

  return {
    nameOf: (id) => createHmac('sha256', namesKey).update(id).digest('hex'),

    seal(id, plain) {
      const salt = random.bytes(SALT_BYTES)
      const key = keyOf(id, salt)
      const chunkCount = Math.max(1, Math.ceil(plain.byteLength / CHUNK_BYTES))
      const chunks = Array.from({ length: chunkCount }, (_, number) =>
        sealChunk(
          key,
          number,
          number === chunkCount - 1,
          plain.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES),
        ),
      )
      return Buffer.concat([MAGIC, salt, ...chunks])
    },

    open(id, stored) {
      const key = keyOfHead(id, stored.subarray(0, HEAD_BYTES))
      const body = stored.subarray(HEAD_BYTES)
      const chunkCount = Math.max(1, Math.ceil(body.byteLength / SEALED_CHUNK_BYTES))
      const chunks = Array.from({ length: chunkCount }, (_, number) =>
        openChunk(
          key,
          number,
          number === chunkCount - 1,
          body.subarray(number * SEALED_CHUNK_BYTES, (number + 1) * SEALED_CHUNK_BYTES),
          damaged,
        ),
      )
      return new Uint8Array(Buffer.concat(chunks))
    },

    async *sealStream(id, plain) {
      const salt = random.bytes(SALT_BYTES)
      yield Buffer.concat([MAGIC, salt])
      yield* sealChunks(keyOf(id, salt), plain)
    },

    async blobAt(id, path) {
      const stored = await openAsBlob(path)
      const key = keyOfHead(id, new Uint8Array(await stored.slice(0, HEAD_BYTES).arrayBuffer()))
      const chunkCount = Math.max(1, Math.ceil((statSync(path).size - HEAD_BYTES) / SEALED_CHUNK_BYTES))
      return new SealedBlob({
        sizeBytes: stored.size - HEAD_BYTES - chunkCount * TAG_BYTES,
        chunkBytes: CHUNK_BYTES,
        async chunkAt(number) {
          const from = HEAD_BYTES + number * SEALED_CHUNK_BYTES
          const sealed = new Uint8Array(await stored.slice(from, from + SEALED_CHUNK_BYTES).arrayBuffer())
          return openChunk(key, number, number === chunkCount - 1, sealed, damaged)
        },
      })
    },
  }
}

/** Whether a file begins as one that was sealed here. */
export const isSealedFile = (bytes: Uint8Array): boolean => isOf(MAGIC, bytes) || isOf(MAGIC_UNBOUND, bytes)

const isOf = (magic: Buffer, bytes: Uint8Array): boolean => magic.equals(bytes.subarray(0, magic.length))

const damaged = (): AppError => new AppError({ kind: 'damaged-file', what: 'media' })
