import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import { writeDurably } from '../durable-file.ts'

/** Pictures as files named by their own hash: written once, whole or not at all, never changed. */
export interface MediaFiles {
  write(id: MediaId, bytes: Uint8Array): void
  read(id: MediaId): Promise<Uint8Array>
}

export function createMediaFiles(folder: string): MediaFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: MediaId): string => join(folder, id)
  return {
    write(id, bytes) {
      if (!existsSync(pathOf(id))) writeDurably(pathOf(id), bytes)
    },
    read: (id) => readFile(pathOf(id)),
  }
}
