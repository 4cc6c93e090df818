import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { PolicyReading } from '../../../shared/domain/policy.ts'
import { parseJsonPolicy, parseManagedPreference } from './parse-json-policy.ts'
import { parseRegQuery } from './parse-reg-query.ts'

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
  return readPolicyFile(LINUX_PLACE)
}

/** A file that is not there is no policy; one that is there and cannot be read is a policy that cannot be read. */
export function readPolicyFile(place: string): PolicyReading {
  let text: string
  try {
    text = readFileSync(place, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'ENOENT' || code === 'ENOTDIR' ? { found: 'nothing' } : { found: 'unreadable', place }
  }
  return readWith(place, () => parseJsonPolicy(text))
}

const run = (command: string, args: string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    timeout: DEADLINE_MS,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const plistAsJson = (): string => run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', MACOS_PLACE])

/** `reg` ends with 1 where there is no such key. By its whole path: another `reg` in the path is not asked. */
function readRegistry(): PolicyReading {
  const reg = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`
  return readWith(WINDOWS_PLACE, () => {
    try {
      return parseRegQuery(run(reg, ['query', WINDOWS_PLACE, '/s', '/reg:64']), WINDOWS_PLACE)
    } catch (error) {
      if ((error as { status?: number | null }).status === 1) return null
      throw error
    }
  })
}

function readWith(place: string, read: () => unknown): PolicyReading {
  try {
    const value = read()
    return value === null ? { found: 'nothing' } : { found: 'policy', place, value }
  } catch {
    return { found: 'unreadable', place }
  }
}
