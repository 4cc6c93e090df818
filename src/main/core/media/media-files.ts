import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'

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
      if (existsSync(pathOf(id))) return
      const unfinished = `${pathOf(id)}.unfinished`
      const file = openSync(unfinished, 'w', 0o600)
      try {
        writeSync(file, bytes)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(unfinished, pathOf(id))
      syncFolder(folder)
    },
    read: (id) => readFile(pathOf(id)),
  }
}

/** The name is only durable once its folder is. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
