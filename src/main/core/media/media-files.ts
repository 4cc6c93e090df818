import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { streamDurably, writeDurably } from '../durable-file.ts'
import type { FileSeal } from '../vault/sealed-files.ts'

/** Pictures and films by their own hash, sealed on the disk: written once, whole or not at all, never changed. */
export interface MediaFiles {
  write(id: MediaId, bytes: Uint8Array): void
  /** Throws `no-such-item` when somebody took the file away, `damaged-file` when somebody changed it. */
  read(id: MediaId): Promise<Uint8Array>
  remove(id: MediaId): void
  /** As `write`, for what is too large to be held in memory. */
  writeStream(id: MediaId, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** The file as the network reads it, part by part; never all of it in memory. */
  openAsBlob(id: MediaId): Promise<Blob>
}

const LOOKED_AT_BYTES = 1024 * 1024

export function createMediaFiles(folder: string, fileSeal: FileSeal): MediaFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: MediaId): string => join(folder, fileSeal.nameOf(id))
  /** What was damaged on the disk is healed by taking the picture in once more. */
  const isWhole = (id: MediaId): boolean => {
    try {
      return existsSync(pathOf(id)) && fileSeal.open(id, readFileSync(pathOf(id))) !== null
    } catch {
      return false
    }
  }
  /** As `isWhole`, for what is too large to be held in memory. */
  const isWholeStream = async (id: MediaId): Promise<boolean> => {
    if (!existsSync(pathOf(id))) return false
    try {
      const blob = await fileSeal.blobAt(id, pathOf(id))
      for (let at = 0; at < blob.size; at += LOOKED_AT_BYTES) await blob.slice(at, at + LOOKED_AT_BYTES).arrayBuffer()
      return true
    } catch {
      return false
    }
  }
  return {
    write(id, bytes) {
      if (!isWhole(id)) writeDurably(pathOf(id), fileSeal.seal(id, bytes))
    },
    async read(id) {
      try {
        return fileSeal.open(id, await readFile(pathOf(id)))
      } catch (error) {
        if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' }, { cause: error })
        throw error
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
    async writeStream(id, bytes) {
      if (!(await isWholeStream(id))) await streamDurably(pathOf(id), fileSeal.sealStream(id, bytes))
    },
    async openAsBlob(id) {
      if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' })
      return fileSeal.blobAt(id, pathOf(id))
    },
  }
}
