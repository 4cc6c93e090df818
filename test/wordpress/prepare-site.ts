import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WordpressVersion } from './ensure-wordpress.ts'
import { runProgram } from './run-program.ts'
import { serveSite } from './serve-site.ts'
import { installDatabase, serveDatabase } from './start-database.ts'
import type { WordpressUser } from './start-wordpress.ts'
import { withFileLock } from './with-file-lock.ts'

/** WordPress's setting of that name. */
const PERMALINKS = { pretty: '/%year%/%monthnum%/%postname%/', plain: '' }
/** With WordPress itself, all that decides on how a site is that was just installed. */
const DECIDING = ['site/install.php', 'site/config.php', 'serve-site.ts', 'start-database.ts', 'prepare-site.ts']
const CACHE = join(import.meta.dirname, '../../.cache/wordpress/prepared')

/** A database in which WordPress was just installed, to be copied and never written to, and who may sign in to each copy. */
export interface PreparedSite {
  dataFolder: string
  users: Record<'administrator' | 'editor' | 'author' | 'contributor', WordpressUser>
}

/**
 * To install WordPress takes many times as long as to copy what comes of it, so that is kept, under all that decides on it.
 * Whoever asks first prepares it while others wait; what was cut off in the middle is begun anew.
 */
export async function prepareSite(
  version: WordpressVersion,
  root: string,
  permalinks: keyof typeof PERMALINKS,
): Promise<PreparedSite> {
  const hash = createHash('sha256')
  const paths = [...DECIDING.map((path) => join(import.meta.dirname, path)), join(root, 'wp-includes/version.php')]
  for (const path of paths) hash.update(await readFile(path))
  // What one release of MariaDB wrote an older one does not read.
  hash.update(await runProgram('mariadbd', ['--no-defaults', '--version']))
  const folder = join(CACHE, `${version}-${permalinks}-${hash.digest('hex').slice(0, 16)}`)
  if (!existsSync(folder)) await withFileLock(`${folder}.lock`, () => install(folder, root, PERMALINKS[permalinks]))
  const users = JSON.parse(await readFile(join(folder, 'users.json'), 'utf8')) as PreparedSite['users']
  return { dataFolder: join(folder, 'data'), users }
}

async function install(folder: string, root: string, permalinks: string): Promise<void> {
  if (existsSync(folder)) return
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const [dataFolder, ownFolder] = [join(unfinished, 'data'), join(unfinished, 'own')]
  await mkdir(ownFolder, { recursive: true })
  await installDatabase(dataFolder, ownFolder)
  // It writes everything down before it ends, so that a copy has nothing to mend.
  const database = await serveDatabase(dataFolder, ownFolder, 'TERM')
  try {
    // The installer looks at its own pages.
    const site = await serveSite({ root, socketPath: database.socketPath })
    try {
      await writeFile(join(unfinished, 'users.json'), await site.install(permalinks))
    } finally {
      await site.stop()
    }
  } finally {
    await database.stop()
  }
  await rename(unfinished, folder)
}
