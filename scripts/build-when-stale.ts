import { build } from 'electron-vite'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const PRODUCTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['electron.vite.config.ts', 'package-lock.json', 'src']

/** Builds `out/` unless everything in it is newer than everything it is made from. Rejects when the build fails. */
export async function buildWhenStale(): Promise<void> {
  const builtAtMs = Math.min(...PRODUCTS.map((path) => changedAtMs(join(root, path))))
  const editedAtMs = Math.max(...SOURCES.flatMap((path) => treeChangedAtMs(join(root, path))))
  if (builtAtMs > editedAtMs) return
  await build({ root, logLevel: 'warn' })
}

function changedAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity
}

/** Folders count too: a file that was taken away changes its folder. */
function treeChangedAtMs(path: string): number[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [changedAtMs(path)]
  return [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))].map(
    changedAtMs,
  )
}
