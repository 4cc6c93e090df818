import { randomFillSync } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that only takes room, so that there is some to give when the disk is full: enough for the words under way. */
export interface Ballast {
  /** Gives its room back. False when there was none to give. */
  release(): boolean
}

const SIZE_BYTES = 1024 * 1024
/** A disk with less room than this many times the ballast is left what it has. */
const ROOM_FACTOR = 4

/** Puts the ballast at `path` unless it lies there already or the disk is too full for it. Never throws. */
export function openBallast(path: string, sizeBytes = SIZE_BYTES): Ballast {
  if (!existsSync(path) && hasRoom(dirname(path), sizeBytes * ROOM_FACTOR)) {
    try {
      // Of chance, because some file systems store a file of zeros in no room at all.
      writeFileSync(path, randomFillSync(new Uint8Array(sizeBytes)), { mode: 0o600 })
    } catch {
      rmSync(path, { force: true })
    }
  }
  return {
    release() {
      if (!existsSync(path)) return false
      rmSync(path, { force: true })
      return true
    },
  }
}

function hasRoom(folder: string, neededBytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= neededBytes
  } catch {
    return false
  }
}
