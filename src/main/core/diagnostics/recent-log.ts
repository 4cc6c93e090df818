import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MOST_LINES = 200
/** An event, an id, a kind, a time: what the log is for. Words have spaces, addresses slashes. */
const PLAIN = /^[\w.,:+-]{0,80}$/

/**
 * The end of the log, field by field: what is no number and no plain name of something is left out, and so is what is known to name a
 * person or a site. The log is written by the same rule; this holds where that was broken.
 */
export function recentLog(folder: string | null, isTelling: (text: string) => boolean): string[] {
  if (folder === null) return []
  let content = ''
  try {
    content = readFileSync(join(folder, 'attache.log'), 'utf8')
  } catch {
    return []
  }
  return content
    .split('\n')
    .filter((line) => line !== '')
    .slice(-MOST_LINES)
    .map((line) => cleaned(line, isTelling))
}

function cleaned(line: string, isTelling: (text: string) => boolean): string {
  try {
    const fields = Object.entries(JSON.parse(line) as Record<string, unknown>)
    return fields
      .map(([name, value]) => `${isPlain(name, isTelling) ? name : '(removed)'}=${shown(value, isTelling)}`)
      .join(' ')
  } catch {
    return '(a line that is none)'
  }
}

const isPlain = (text: string, isTelling: (text: string) => boolean): boolean => PLAIN.test(text) && !isTelling(text)

function shown(value: unknown, isTelling: (text: string) => boolean): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  return typeof value === 'string' && isPlain(value, isTelling) ? value : '(removed)'
}
