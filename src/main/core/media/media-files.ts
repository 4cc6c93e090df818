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

export function createMediaFiles(folder: string, fileSeal: FileSeal): MediaFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: MediaId): string => join(folder, fileSeal.nameOf(id))
  /** What was damaged on the disk is healed by taking the picture in once more. */
  const isWhole = (path: string): boolean => {
    try {
      return existsSync(path) && fileSeal.open(readFileSync(path)) !== null
    } catch {
      return false
    }
  }
  return {
    write(id, bytes) {
      if (!isWhole(pathOf(id))) writeDurably(pathOf(id), fileSeal.seal(bytes))
    },
    async read(id) {
      try {
        return fileSeal.open(await readFile(pathOf(id)))
      } catch (error) {
        if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' }, { cause: error })
        throw error
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
    async writeStream(id, bytes) {
      if (!existsSync(pathOf(id))) await streamDurably(pathOf(id), fileSeal.sealStream(bytes))
    },
    async openAsBlob(id) {
      if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' })
      return fileSeal.blobAt(pathOf(id))
    },
  }
}
