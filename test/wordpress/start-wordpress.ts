import { join } from 'node:path'
import { ensureWordpress, type WordpressVersion } from './ensure-wordpress.ts'
import { prepareSite } from './prepare-site.ts'
import { serveSite } from './serve-site.ts'
import { startDatabase } from './start-database.ts'

export type Role = 'administrator' | 'editor' | 'author' | 'contributor'

export interface WordpressUser {
  id: number
  userName: string
  displayName: string
  /** For the sign-in page. */
  password: string
  /** With the spaces WordPress shows. */
  applicationPassword: string
}

export interface RunningWordpress {
  /** Where the blog is, without a slash at the end. It also answers under any other host and port it is asked at. */
  url: string
  users: Record<Role, WordpressUser>
  /** WordPress's own files; not to be written to without `hasOwnFiles`. */
  filesFolder: string
  /** Must-use plugins put here take effect with the next request. */
  pluginFolder: string
  /** Runs PHP inside this WordPress and gives what it prints. */
  php(code: string): Promise<string>
  stop(): Promise<void>
}

/**
 * Starts a real WordPress on 127.0.0.1 with a database of its own: zone Asia/Ho_Chi_Minh, one user of each role, comments
 * open to visitors without moderation, nothing written yet. Throws where it cannot be had; ask ensureWordpress first to
 * skip with a reason. It ends with `stop()` or with this process.
 */
export async function startWordpress(options: {
  version: WordpressVersion
  permalinks?: 'pretty' | 'plain'
  /** Serves the blog below this path, such as `blog`. */
  subFolder?: string
  /** A copy of WordPress's own files for this site alone, to write into: `.maintenance` lies among them. */
  hasOwnFiles?: boolean
}): Promise<RunningWordpress> {
  const files = await ensureWordpress(options.version)
  if ('missing' in files) throw new Error(files.missing)
  const root = join(files.folder, 'wordpress')
  const { dataFolder, users } = await prepareSite(options.version, root, options.permalinks ?? 'pretty')
  const database = await startDatabase(dataFolder)
  try {
    const { address, stop, ...site } = await serveSite({ ...options, root, socketPath: database.socketPath })
    return {
      url: `${address}${options.subFolder ? `/${options.subFolder}` : ''}`,
      users,
      filesFolder: site.filesFolder,
      pluginFolder: site.pluginFolder,
      php: site.php,
      async stop() {
        await Promise.all([stop(), database.stop()])
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
