import { statfsSync } from 'node:fs'

/** What this user may still write on the disk of the folder. */
export function freeBytesOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
