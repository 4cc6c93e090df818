import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFile, syncFolder } from '../durable-file.ts'

/** Under this name what comes in the place of the desk waits in the folder that the desk is set aside in. */
const NEXT = 'next.sqlite'
const ASIDE = ['damaged', 'before-restore']

export const asideFolder = (databasePath: string, why: 'damaged' | 'before-restore', now: Date): string =>
  join(dirname(databasePath), why, now.toISOString().replaceAll(/[:.]/g, '-'))

/**
 * Sets the desk aside whole, with its log, and puts `ready` in its place. An end of the program anywhere in between leaves the desk as it was, or
 * something that `finishReplacing` ends: never a desk without its log, and never none. The desk is closed meanwhile.
 */
export function replaceDesk(databasePath: string, ready: string, aside: string): void {
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  syncFile(ready)
  renameSync(ready, join(aside, NEXT))
  syncFolder(aside)
  finish(databasePath, aside)
}

/** Call before the desk is opened. */
export function finishReplacing(databasePath: string): void {
  for (const folder of ASIDE.map((why) => join(dirname(databasePath), why)))
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (existsSync(join(folder, name, NEXT))) finish(databasePath, join(folder, name))
}

function finish(databasePath: string, aside: string): void {
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(`${databasePath}${ending}`))
      renameSync(`${databasePath}${ending}`, join(aside, `${basename(databasePath)}${ending}`))
  renameSync(join(aside, NEXT), databasePath)
  syncFolder(aside)
  syncFolder(dirname(databasePath))
}
