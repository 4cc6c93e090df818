import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, writeDurably } from '../durable-file.ts'

/** Says that an erasing has begun, so that one that was cut off goes on at the next start instead of asking for the keys. */
const MARK = 'erasing'
/** What the desk puts into its profile, but its log, which holds no words, and the lock on it. */
const OF_THE_DESK =
  /^(desk\.sqlite(?!\.lock$).*|media(-.+)?|practice-blog|dictionaries|backups|damaged|before-restore|passwords\.sealed|keys\.json(\..+)?|handover-.+\.scratch)$/

/**
 * Everything of a desk on this disk, for good. The keys first, written over where they lie: without them all the rest is noise,
 * also what a disk keeps of deleted files. Begin with the desk closed and its key forgotten.
 */
export function eraseDesk(profileFolder: string, ringPaths: readonly string[]): void {
  writeDurably(join(profileFolder, MARK), '')
  for (const path of ringPaths) writeOver(path)
  finishErasing(profileFolder)
}

/** Call before the keys are looked for. Does nothing where no erasing was begun. */
export function finishErasing(profileFolder: string): void {
  const mark = join(profileFolder, MARK)
  if (!existsSync(mark)) return
  for (const name of ['keys.json', join('backups', 'keys.json')]) writeOver(join(profileFolder, name))
  for (const name of readdirSync(profileFolder))
    if (OF_THE_DESK.test(name)) rmSync(join(profileFolder, name), { recursive: true, force: true })
  syncFolder(profileFolder)
  rmSync(mark)
}

function writeOver(path: string): void {
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size
  if (sizeBytes === undefined) return
  const file = openSync(path, 'r+')
  try {
    writeSync(file, Buffer.alloc(sizeBytes), 0, sizeBytes, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
