import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhenStale } from './build-when-stale.ts'

/** `npm start [-- --profile DIR] [FILE.attache-review…]`: the desk in its own window, or, where Electron cannot run, in a browser. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string' }, port: { type: 'string' } },
})
const root = join(import.meta.dirname, '..')
const FAILED_START_MS = 5000

await buildWhenStale()
const electron = findElectron()
if ('missing' in electron) await serveInstead(electron.missing)
else runElectron(electron.path)

async function serveInstead(why: string): Promise<void> {
  console.log(`No window of its own here: ${why} The desk is served to your browser instead.`)
  await import('../src/main/serve.ts')
}

/** A binary that cannot run (a library is missing, most often) ends at once, and the desk is served then too. */
function runElectron(path: string): void {
  const profile = values.profile === undefined ? [] : [`--user-data-dir=${values.profile}`]
  const startedAtMs = performance.now()
  const child = spawn(path, [...profile, root, ...positionals], { stdio: 'inherit' })
  child.on('error', (error: NodeJS.ErrnoException) => void serveInstead(`Electron did not start (${error.code}).`))
  child.on('exit', (code) => {
    if (code === 0 || performance.now() - startedAtMs > FAILED_START_MS) process.exit(code ?? 1)
    void serveInstead(`Electron ended at once (exit ${code}).`)
  })
}

/** Electron's binary is not in its package; its own installer fetches it when it is first needed. */
function findElectron(): { path: string } | { missing: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { missing: 'this session has no display.' }
  }
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const found = binaryIn(folder)
  if (found !== null) return { path: found }
  const installed = spawnSync(process.execPath, [join(folder, 'install.js')], { encoding: 'utf8' })
  const path = binaryIn(folder)
  if (path !== null) return { path }
  const why = installed.stderr.split('\n').find((line) => line.trim() !== '') ?? `exit ${installed.status}`
  return { missing: `Electron could not be downloaded (${why.trim()}).` }
}

function binaryIn(folder: string): string | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}
