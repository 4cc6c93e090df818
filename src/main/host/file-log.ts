import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, LogFields } from '../core/ports.ts'

const ROTATE_AT_BYTES = 1_000_000
const OLD_FILES = 2

/**
 * One JSON object a line in `attache.log`, and two older files beside it, 1 MB each. A line that cannot be written is
 * dropped: a full disk must not stop the desk. What may be logged is said at `Log`.
 */
export function createFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'attache.log')
  let sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0

  function rotate(): void {
    rmSync(`${path}.${OLD_FILES}`, { force: true })
    for (let age = OLD_FILES - 1; age >= 1; age -= 1) {
      if (statSync(`${path}.${age}`, { throwIfNoEntry: false })) renameSync(`${path}.${age}`, `${path}.${age + 1}`)
    }
    renameSync(path, `${path}.1`)
    sizeBytes = 0
  }

  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`
      try {
        if (sizeBytes > 0 && sizeBytes + line.length > ROTATE_AT_BYTES) rotate()
        appendFileSync(path, line, { mode: 0o600 })
        sizeBytes += Buffer.byteLength(line)
      } catch {
        return
      }
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
