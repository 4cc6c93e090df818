import { cp, mkdir, mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureWordpress, type WordpressVersion } from './ensure-wordpress.ts'
import { runProgram } from './run-program.ts'
import { startDatabase, type RunningDatabase } from './start-database.ts'
import { startServerProcess } from './start-server-process.ts'

const SITE = join(import.meta.dirname, 'site')
const PHP_SETTINGS = {
  upload_max_filesize: '64M',
  post_max_size: '64M',
  memory_limit: '512M',
  display_errors: 'stderr',
  // A must-use plugin that a test has just written takes effect at once.
  'opcache.revalidate_freq': '0',
}

type Role = 'administrator' | 'editor' | 'author' | 'contributor'

interface WordpressUser {
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
  const database = await startDatabase()
  try {
    const site = await startSite({ ...options, root: join(files.folder, 'wordpress'), database })
    const stop = async () => {
      await Promise.all([site.stop(), database.stop()])
    }
    return { ...site, stop }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function startSite(options: {
  permalinks?: 'pretty' | 'plain'
  subFolder?: string
  hasOwnFiles?: boolean
  root: string
  database: RunningDatabase
}): Promise<RunningWordpress> {
  const { database, subFolder } = options
  const folder = await mkdtemp(join(tmpdir(), 'attache-wordpress-'))
  const root = options.hasOwnFiles ? await copyFiles(options.root, folder) : options.root
  const { content, pluginFolder } = await makeContentFolder(folder, root)
  const path = subFolder ? `/${subFolder}` : ''
  const env = {
    WORDPRESS_CONFIG: join(SITE, 'config.php'),
    WORDPRESS_CONTENT: content,
    WORDPRESS_PATH: path,
    WORDPRESS_PERMALINKS: options.permalinks === 'plain' ? '' : '/%year%/%monthnum%/%postname%/',
    WORDPRESS_ROOT: root,
    WORDPRESS_SOCKET: database.socketPath,
  }
  const settings = Object.entries(PHP_SETTINGS).flatMap(([name, value]) => ['-d', `${name}=${value}`])
  const server = await startServerProcess({
    folder,
    command: ['php', ...settings, '-S', '127.0.0.1:0', '-t', root, join(SITE, 'router.php')],
    ready: /Development Server \(http:\/\/(127\.0\.0\.1:\d+)\) started/,
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
  })
  const host = server.ready[1] ?? ''
  const run = (script: string, input: string) =>
    runProgram('php', [...settings, join(SITE, script)], { input, env: { ...env, WORDPRESS_HOST: host } })
  try {
    const users = JSON.parse(await run('install.php', '')) as Record<Role, WordpressUser>
    const php = (code: string) => run('run.php', code)
    return { url: `http://${host}${path}`, users, filesFolder: root, pluginFolder, php, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** WordPress reads its settings from the folder above its own. */
async function copyFiles(root: string, folder: string): Promise<string> {
  const own = join(folder, 'files', 'wordpress')
  await cp(root, own, { recursive: true })
  await cp(join(root, '../wp-config.php'), join(own, '../wp-config.php'))
  return own
}

/** What this blog does not share with others of its version: pictures, plugins. */
async function makeContentFolder(folder: string, root: string): Promise<{ content: string; pluginFolder: string }> {
  const content = join(folder, 'wp-content')
  const pluginFolder = join(content, 'mu-plugins')
  await mkdir(join(content, 'plugins'), { recursive: true })
  await mkdir(pluginFolder)
  await symlink(join(root, 'wp-content/themes'), join(content, 'themes'))
  await cp(join(SITE, 'quiet.php'), join(pluginFolder, 'quiet.php'))
  return { content, pluginFolder }
}
