import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll, listPackage, statFile } from '@electron/asar'
import { afterAll } from 'vitest'

const root = join(import.meta.dirname, '../..')
const WHAT_A_CLONE_HAS = [
  'src',
  'resources',
  'scripts',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
  'electron.vite.config.ts',
]
const SOURCE_DATE_EPOCH = '1795824000'

const clones = new Set<string>()
afterAll(() => {
  for (const clone of clones) rmSync(clone, { recursive: true, force: true })
})

/** The folders of one packed program. */
export interface Packed {
  folder: string
  resources: string
  asar: string
  binary: string
}

/** A copy of this project in a folder of its own, built and packed there by `npm run package`'s script. Removed after the file's last test. */
export function packAClone(): Packed {
  mkdirSync(join(root, '.cache'), { recursive: true })
  // On the same disk as node_modules, so that its files are linked and not copied.
  const clone = mkdtempSync(join(root, '.cache/packed-'))
  clones.add(clone)
  for (const name of WHAT_A_CLONE_HAS) cpSync(join(root, name), join(clone, name), { recursive: true })
  spawnSync('cp', ['-al', join(root, 'node_modules'), join(clone, 'node_modules')])
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/package.ts', '--linux', 'dir', '--electron', 'stand-in'],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH } },
  )
  if (status !== 0) throw new Error(`packing ended with ${status}:\n${stdout}\n${stderr}`)
  const folder = join(clone, 'dist/linux-unpacked')
  const resources = join(folder, 'resources')
  return { folder, resources, asar: join(resources, 'app.asar'), binary: join(folder, 'attache') }
}

/**
 * Lays the packed program out as Electron shows it to the program: `app.asar` is a folder, and what is unpacked is found in
 * it by its place beside it. Answers the entry's path.
 */
export function layOutAsElectronDoes({ asar, resources }: Packed, into: string): string {
  const shown = join(into, 'app.asar')
  extractAll(asar, shown)
  cpSync(`${asar}.unpacked`, join(into, 'app.asar.unpacked'), { recursive: true })
  for (const path of unpackedFiles({ asar, resources })) {
    rmSync(join(shown, path))
    symlinkSync(join(into, 'app.asar.unpacked', path), join(shown, path))
  }
  return join(shown, 'out/main/index.js')
}

/** The files in the asar's list that lie beside it, without a slash in front. */
export function unpackedFiles({ asar }: Pick<Packed, 'asar' | 'resources'>): string[] {
  return listPackage(asar, { isPack: false })
    .map((path) => path.slice(1))
    .filter((path) => {
      const entry = statFile(asar, path)
      return 'unpacked' in entry && entry.unpacked && !('files' in entry)
    })
}
