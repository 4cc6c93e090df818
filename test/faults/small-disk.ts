import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a few megabytes that a test may fill. */
export interface SmallDisk {
  folder: string
  /** Takes all the room that is left. */
  fill(): void
  makeRoom(): void
  unmount(): void
}

/** Needs Linux and root; `missing` says so. */
export function mountSmallDisk(sizeBytes: number): SmallDisk | { missing: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { missing: 'mounting a small disk needs root' }
  const folder = mkdtempSync(join(tmpdir(), 'attache-disk-'))
  const options = `size=${sizeBytes},mode=0700`
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return { missing: `a small disk cannot be mounted here: ${stderr.trim()}` }
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fill(filler),
    makeRoom: () => rmSync(filler),
    unmount() {
      spawnSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

/** Page by page at the end, so that no byte is left over. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let sizeBytes = 64 * 1024; sizeBytes >= 1; sizeBytes = Math.floor(sizeBytes / 2)) {
      while (hasTaken(file, sizeBytes));
    }
  } finally {
    closeSync(file)
  }
}

function hasTaken(file: number, sizeBytes: number): boolean {
  try {
    return writeSync(file, new Uint8Array(sizeBytes)) === sizeBytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
