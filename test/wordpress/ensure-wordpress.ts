import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findDebianMirror, installDebianPackages, unpackDebianPackages } from './debian-packages.ts'
import { runProgram } from './run-program.ts'
import { withFileLock } from './with-file-lock.ts'

export type WordpressVersion = '6.1' | '6.8' | '7.1'

/** Which Debian suite carries which WordPress; each set of packages comes from one suite. */
const SUITES: Record<WordpressVersion, { suite: string; packages: string[] }> = {
  '6.1': { suite: 'bookworm', packages: ['libjs-underscore', 'wordpress-theme-twentytwentythree'] },
  '6.8': { suite: 'trixie', packages: ['libphp-phpmailer', 'libjs-underscore', 'wordpress-theme-twentytwentyfive'] },
  '7.1': {
    suite: 'sid',
    packages: ['libphp-phpmailer', 'libjs-underscore', 'libjs-lodash', 'wordpress-theme-twentytwentyfive'],
  },
}
const EVERY_SUITE = ['wordpress', 'php-getid3', 'libjs-cropper']
const PROGRAMS = [
  'mariadb-server-core',
  'mariadb-client-core',
  ...['cli', 'mysql', 'xml', 'mbstring', 'curl', 'gd'].map((part) => `php-${part}`),
]
const PHP_EXTENSIONS = ['curl', 'dom', 'gd', 'mbstring', 'mysqli']
const CACHE = join(import.meta.dirname, '../../.cache/wordpress')

/**
 * A folder with this WordPress, its `wordpress/` beside a `wp-config.php` that reads its settings from the file named in
 * the variable WORDPRESS_CONFIG; and PHP and MariaDB to run it. What is missing is installed or fetched with apt, once;
 * two processes may ask at the same time. `missing` says why it cannot be; with ATTACHE_REQUIRE_ALL=1 that throws.
 */
export async function ensureWordpress(version: WordpressVersion): Promise<{ folder: string } | { missing: string }> {
  const folder = join(CACHE, version)
  try {
    if (process.platform !== 'linux') throw new Error('is installed with apt, which is not on this system')
    await withFileLock(join(CACHE, 'programs.lock'), ensurePrograms)
    await withFileLock(join(CACHE, `${version}.lock`), () => ensureFiles(version, folder))
    return { folder }
  } catch (error) {
    if (process.env['ATTACHE_REQUIRE_ALL'] === '1') throw error
    return { missing: `WordPress ${version}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function ensurePrograms(): Promise<void> {
  if (await hasPrograms()) return
  if (process.getuid?.() !== 0) {
    throw new Error(`needs ${PROGRAMS.join(' ')}; install them, or run as root on a machine with apt`)
  }
  await installDebianPackages(join(CACHE, 'apt-programs'), PROGRAMS)
  if (!(await hasPrograms())) throw new Error(`PHP lacks one of ${PHP_EXTENSIONS.join(', ')} after its installation`)
}

async function hasPrograms(): Promise<boolean> {
  try {
    await runProgram('sh', [
      '-c',
      'command -v mariadbd && command -v mariadb-install-db && command -v my_print_defaults',
    ])
    const extensions = (await runProgram('php', ['-m'])).toLowerCase().split('\n')
    return PHP_EXTENSIONS.every((name) => extensions.includes(name))
  } catch {
    return false
  }
}

async function ensureFiles(version: WordpressVersion, folder: string): Promise<void> {
  if (existsSync(folder)) return
  const mirror = await findDebianMirror()
  if (!mirror) throw new Error('is fetched from Debian, and the apt of this machine names no Debian mirror')
  const work = join(CACHE, `${version}.unpacking`)
  await rm(work, { recursive: true, force: true })
  const { suite, packages } = SUITES[version]
  const unpacked = join(work, 'unpacked')
  await unpackDebianPackages({
    suite,
    mirror,
    names: [...EVERY_SUITE, ...packages],
    folder: join(work, 'apt'),
    target: unpacked,
  })
  const ready = join(work, 'ready')
  await mkdir(ready)
  await copyWithLinksFollowed(join(unpacked, 'usr/share/wordpress'), join(ready, 'wordpress'))
  await writeFile(join(ready, 'wp-config.php'), "<?php\nrequire getenv('WORDPRESS_CONFIG');\n")
  await rename(ready, folder)
  await rm(work, { recursive: true, force: true })
}

/** Debian links libraries and languages to other folders, some of which are absolute and lead outside: those are dropped. */
async function copyWithLinksFollowed(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true, dereference: true, filter: (path) => existsSync(path) })
  await rm(join(target, 'wp-config.php'), { force: true })
}
