import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installer } from './decide-update.ts'

export type InstallerFault = 'not-what-was-signed' | 'could-not-be-read'
export type TakenInstaller = { path: string } | { fault: InstallerFault }

/**
 * Copies the installer into a folder of the desk's own while it is counted and summed, so that what is opened afterwards is what was
 * checked, whatever happens to the stick. It gets its name when it is found to be what was signed; otherwise nothing of it stays.
 */
export async function takeInstaller(
  { fileName, sha256, sizeBytes }: Installer,
  pieces: () => Promise<AsyncIterable<Uint8Array>>,
  folder: string,
): Promise<TakenInstaller> {
  const path = join(folder, fileName)
  const unfinished = `${path}.unfinished`
  try {
    // What an earlier update left is not needed any more.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let takenBytes = 0
    const file = await open(unfinished, 'wx', 0o600)
    try {
      for await (const piece of await pieces()) {
        takenBytes += piece.byteLength
        if (takenBytes > sizeBytes) break
        hash.update(piece)
        await file.writeFile(piece)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (takenBytes === sizeBytes && hash.digest('hex') === sha256) {
      await rename(unfinished, path)
      return { path }
    }
    await rm(folder, { recursive: true, force: true })
    return { fault: 'not-what-was-signed' }
  } catch {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    return { fault: 'could-not-be-read' }
  }
}
