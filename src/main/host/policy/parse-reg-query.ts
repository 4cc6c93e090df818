import { asFields } from './parse-json-policy.ts'

/** `    Name    REG_DWORD    0x3c`, four spaces between; a value may have any in it, or none. */
const VALUE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/
const LIST_KINDS = new Set(['REG_MULTI_SZ'])

/**
 * What `reg query KEY /s` prints, as the fields of a policy: a number, a text, and a list for a multi-text or for a key below with
 * its values in their order, as group policy writes them. Throws for what is no such print.
 */
export function parseRegQuery(printed: string, place: string): unknown {
  const [root] = place.split('\\')
  const fields: Record<string, unknown> = {}
  let list: unknown[] | null = null
  let hasKey = false
  for (const line of printed.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const isKey = line.startsWith('HKEY_') || line.startsWith(`${root}\\`)
    if (isKey) {
      hasKey = true
      const below = /\\Policies\\Attache\\(.+)$/i.exec(line.trimEnd())?.[1]
      list = below === undefined ? null : []
      if (below !== undefined) fields[below] = list
      continue
    }
    const [, name = '', kind = '', text = ''] = VALUE.exec(line) ?? []
    if (!hasKey || kind === '') throw new Error('not what reg prints')
    // A key's value without a name: nobody writes a policy there.
    if (name.startsWith('(')) continue
    if (list) list.push(valueOf(kind, text))
    else fields[name] = valueOf(kind, text)
  }
  if (!hasKey) throw new Error('not what reg prints')
  // A key that group policy left behind when its last value went.
  return Object.keys(fields).length === 0 ? null : asFields(fields)
}

function valueOf(kind: string, text: string): unknown {
  if (kind === 'REG_DWORD' || kind === 'REG_QWORD') return /^0x[0-9a-f]+$/i.test(text) ? Number(text) : text
  if (!LIST_KINDS.has(kind)) return text
  // A multi-text of one line that is JSON is that; group policy's text fields with several lines are written so.
  const lines = text.split('\\0').filter((each) => each !== '')
  return /^\s*[[{]/.test(lines[0] ?? '') ? lines.join('') : lines
}
