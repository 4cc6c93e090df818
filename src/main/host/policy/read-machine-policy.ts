import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, type Stats } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PolicyReading } from '../../../shared/domain/policy.ts'
import { parseJsonPolicy, parseManagedPreference } from './parse-json-policy.ts'
import { parseRegExport } from './parse-reg-export.ts'

const LINUX_PLACE = '/etc/attache/policy.json'
const MACOS_PLACE = '/Library/Managed Preferences/org.attache.desk.plist'
const WINDOWS_PLACE = 'HKLM\\SOFTWARE\\Policies\\Attache'

/** A policy is a few pages; whatever writes more there is none. */
const MOST_BYTES = 8 * 1024 * 1024
const DEADLINE_MS = 5_000

/** What stands at the one place of this system that only its administrator can write to. Never throws. */
export function readMachinePolicy(platform: NodeJS.Platform = process.platform): PolicyReading {
  if (platform === 'win32') return readRegistry()
  if (platform === 'darwin')
    return existsSync(MACOS_PLACE)
      ? readWith(MACOS_PLACE, () => parseManagedPreference(plistAsJson()))
      : { found: 'nothing' }
  return readPolicyFile(LINUX_PLACE, isAdministrators)
}

/** Only root can have written what belongs to root and is not everybody's to write. */
export const isAdministrators = ({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean =>
  uid === 0 && (mode & 0o002) === 0

/**
 * A file that is not there is no policy; one that is there and cannot be read, or that `isTrusted` says no to, is a policy that cannot
 * be read. What is no file, or too long, is not even opened.
 */
export function readPolicyFile(place: string, isTrusted: (file: Stats) => boolean = () => true): PolicyReading {
  let text: string
  try {
    const file = statSync(place)
    if (!file.isFile() || file.size > MOST_BYTES || !isTrusted(file)) return { found: 'unreadable', place }
    text = readFileSync(place, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'ENOENT' || code === 'ENOTDIR' ? { found: 'nothing' } : { found: 'unreadable', place }
  }
  return readWith(place, () => parseJsonPolicy(text))
}

// On Linux nothing is run, and a first list does not wait for what could.
const run = (command: string, args: string[]): string =>
  process.getBuiltinModule('node:child_process').execFileSync(command, args, {
    encoding: 'utf8',
    timeout: DEADLINE_MS,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const plistAsJson = (): string => run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', MACOS_PLACE])

/**
 * `reg` ends in the same way where there is no such key and where something keeps it from looking, as a policy against registry tools does. So the
 * key above, which every Windows has, is asked what lies below it, and only where ours does not there is none. By its whole path: another `reg`
 * in the path is not asked.
 */
export function readRegistry(runs = run): PolicyReading {
  const reg = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`
  return readWith(WINDOWS_PLACE, () => {
    if (isNotThere(() => runs(reg, ['query', WINDOWS_PLACE.replace(/\\\w+$/, ''), '/reg:64']))) return null
    return parseRegExport(
      written((file) => runs(reg, ['export', WINDOWS_PLACE, file, '/y', '/reg:64'])),
      WINDOWS_PLACE,
    )
  })
}

/** Names of keys beside ours may come out broken: they are in the code page of the system. */
function isNotThere(listKeys: () => string): boolean {
  try {
    const above = listKeys()
    return /\\Policies\b/i.test(above) && !/\\Policies\\Attache\s*$/im.test(above)
  } catch {
    return false
  }
}

/** What `write` put into a file of its own, which is gone afterwards. */
function written(write: (file: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'attache-policy-'))
  try {
    const file = join(folder, 'policy.reg')
    write(file)
    if (statSync(file).size > MOST_BYTES) throw new Error('longer than a policy')
    return readFileSync(file)
  } finally {
    removeFolder(folder)
  }
}

/** A scanner may hold a new file for a moment: what was read from it counts all the same. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    return
  }
}

function readWith(place: string, read: () => unknown): PolicyReading {
  try {
    const value = read()
    return value === null ? { found: 'nothing' } : { found: 'policy', place, value }
  } catch {
    return { found: 'unreadable', place }
  }
}
