import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { startServerProcess } from './start-server-process.ts'

const SITE = join(import.meta.dirname, 'site')
const KEPT = join(import.meta.dirname, '../../.cache/wordpress/opcache')
const PHP_SETTINGS = {
  upload_max_filesize: '64M',
  post_max_size: '64M',
  memory_limit: '512M',
  display_errors: 'stderr',
  // A must-use plugin that a test has just written takes effect at once.
  'opcache.revalidate_freq': '0',
  // What PHP made of WordPress once, no server after it makes again.
  'opcache.file_cache': KEPT,
}

const SETTINGS = Object.entries(PHP_SETTINGS).flatMap(([name, value]) => ['-d', `${name}=${value}`])

export interface ServedSite {
  /** Where the server listens. The blog is there, or below `subFolder`. */
  address: string
  filesFolder: string
  pluginFolder: string
  /** Runs PHP inside this WordPress and gives what it prints; throws with it where that breaks. */
  php(code: string): Promise<string>
  /** What the installer printed. Before it ran there is nothing to be seen here. */
  install(permalinks: string): Promise<string>
  stop(): Promise<void>
}

/** PHP's own server before WordPress's files in `root`, with the database at this socket. */
export async function serveSite(options: {
  root: string
  socketPath: string
  subFolder?: string
  hasOwnFiles?: boolean
}): Promise<ServedSite> {
  await mkdir(KEPT, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'attache-wordpress-'))
  const root = options.hasOwnFiles ? await copyFiles(options.root, folder) : options.root
  const { content, pluginFolder } = await makeContentFolder(folder, root)
  // Of what a test writes nothing is kept: it lies elsewhere the next time.
  const notKept = join(folder, 'not-kept')
  await writeFile(notKept, `${folder}/\n`)
  const settings = [...SETTINGS, '-d', `opcache.blacklist_filename=${notKept}`]
  const env = {
    WORDPRESS_CONFIG: join(SITE, 'config.php'),
    WORDPRESS_CONTENT: content,
    WORDPRESS_PATH: options.subFolder ? `/${options.subFolder}` : '',
    WORDPRESS_ROOT: root,
    WORDPRESS_SOCKET: options.socketPath,
  }
  const server = await startServerProcess({
    folder,
    command: ['php', ...settings, '-S', '127.0.0.1:0', '-t', root, join(SITE, 'router.php')],
    ready: /Development Server \(http:\/\/(127\.0\.0\.1:\d+)\) started/,
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
  })
  const host = server.ready[1] ?? ''
  return {
    address: `http://${host}`,
    filesFolder: root,
    pluginFolder,
    php: (code) => runInside(`http://${host}`, code),
    install: (permalinks) =>
      runProgram('php', [...settings, join(SITE, 'install.php')], {
        env: { ...env, WORDPRESS_HOST: host, WORDPRESS_PERMALINKS: permalinks },
      }),
    stop: () => server.stop(),
  }
}

/** By the server, which has WordPress in its memory already. */
async function runInside(address: string, code: string): Promise<string> {
  const answer = await fetch(`${address}/run.php`, { method: 'POST', body: code })
  const printed = await answer.text()
  if (!answer.ok) throw new Error(`PHP inside WordPress ended with ${answer.status}\n${printed.slice(-4000)}`)
  return printed
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
