import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { HandOutFault } from '../../../shared/contract/wire.ts'

/** Nothing was written at the chosen place, and what stood there stands there still. */
export class SaveError extends Error {
  readonly why: HandOutFault
  constructor(why: HandOutFault, options: { cause: unknown }) {
    super(why, options)
    this.name = 'SaveError'
    this.why = why
  }
}

const FAULTS = new Map<unknown, HandOutFault>([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EACCES', 'not-writable'],
  ['EPERM', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['EBUSY', 'in-use'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EIO', 'no-folder'],
  ['ENODEV', 'no-folder'],
])

/**
 * A file where the person chose, whole or not at all: written beside it under a name of its own, then put in its place. On
 * a stick that is pulled out, or a disk that is full, the file that was there before is untouched. Throws SaveError.
 */
export async function writeChosenFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.attache-${randomUUID()}.part`)
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new SaveError(FAULTS.get(code) ?? 'other', { cause: error })
  }
}
