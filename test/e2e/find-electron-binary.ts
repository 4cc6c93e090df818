import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Electron's package carries no binary; its installer fetches it when it can. Never fetches here. */
export function findElectronBinary(): { path: string } | { missing: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile))
    return { missing: 'its binary was not downloaded (node_modules/.bin/install-electron fetches it).' }
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? { path } : { missing: `${path} is not there.` }
}
