import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Run after an `npm install` that was made behind a registry without some platforms' packages: npm then leaves those optional packages out of
 * package-lock.json, and `npm ci` refuses the file on every machine. This adds them again by name and version, with the
 * system each is for, so that npm skips them elsewhere. They carry no checksum; the next `npm install` behind a whole
 * registry fills it in.
 */
interface Locked {
  version: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const path = join(import.meta.dirname, '..', 'package-lock.json')
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Locked> }
const added: string[] = []
for (const parent of Object.values(lockfile.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`
    if (lockfile.packages[place] || !/^\d/.test(version)) continue
    lockfile.packages[place] = { version, ...(parent.dev ? { dev: true } : {}), optional: true, ...systemOf(name) }
    added.push(name)
  }
}
lockfile.packages = Object.fromEntries(Object.entries(lockfile.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`)
console.log(added.length === 0 ? 'The lockfile is complete.' : `Added ${added.length}: ${added.join(', ')}`)

/** Native packages are named after Node's `process.platform` and `process.arch`. */
function systemOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const [, os, cpu] =
    /(darwin|linux|win32|freebsd|android|openharmony)-(arm64|x64|arm|ia32|ppc64|riscv64|s390x|universal)/.exec(name) ??
    []
  if (os === undefined || cpu === undefined) return { cpu: ['wasm32'] }
  const libc = name.includes('musl') ? { libc: ['musl'] } : name.includes('gnu') ? { libc: ['glibc'] } : {}
  return { os: [os], ...(cpu === 'universal' ? {} : { cpu: [cpu] }), ...libc }
}
