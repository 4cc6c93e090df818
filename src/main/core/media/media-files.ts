import { existsSync, mkdirSync, openAsBlob, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { writeDurably } from '../durable-file.ts'

/** Pictures as files named by their own hash: written once, whole or not at all, never changed. */
export interface MediaFiles {
  write(id: MediaId, bytes: Uint8Array): void
  /** Throws `no-such-item` when somebody took the file away. */
  read(id: MediaId): Promise<Uint8Array>
  remove(id: MediaId): void
  /** The finished file at `path` becomes the one of this hash, whole or not at all. */
  adopt(id: MediaId, path: string): void
  /** The file as the network reads it, part by part; never all of it in memory. */
  openAsBlob(id: MediaId): Promise<Blob>
}

export function createMediaFiles(folder: string): MediaFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: MediaId): string => join(folder, id)
  return {
    write(id, bytes) {
      if (!existsSync(pathOf(id))) writeDurably(pathOf(id), bytes)
    },
    async read(id) {
      try {
        return await readFile(pathOf(id))
      } catch (error) {
        if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' }, { cause: error })
        throw error
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
    adopt(id, path) {
      if (existsSync(pathOf(id))) rmSync(path, { force: true })
      else renameSync(path, pathOf(id))
    },
    async openAsBlob(id) {
      if (!existsSync(pathOf(id))) throw new AppError({ kind: 'no-such-item', what: 'media' })
      return openAsBlob(pathOf(id))
    },
  }
}
