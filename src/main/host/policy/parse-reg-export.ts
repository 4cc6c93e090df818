import { asFields } from './parse-json-policy.ts'

const HEAD = '\uFEFFWindows Registry Editor Version 5.00\r\n'
const QUOTED = String.raw`"([^"\\]*(?:\\["\\][^"\\]*)*)"`
const KEY = /\[([^\r\n]+)\]\r\n/y
/** `@` is the value without a name. A text may go over several lines; bytes do, each but the last ending in a backslash. */
const VALUE = new RegExp(
  String.raw`(?:@|${QUOTED})=(?:${QUOTED}|dword:([0-9a-f]{8})|hex(?:\(([0-9a-f]+)\))?:((?:[0-9a-f]{2}|,|\\\r\n *)*))\r\n`,
  'y',
)

/**
 * What `reg export KEY FILE` writes, as the fields of a policy: a number, a text, and a list for a multi-text or for a key below with its
 * values in their order, as group policy writes them. It is UTF-16 on every Windows, where what `reg query` prints has only the letters
 * of the system's old code page. `null` for a key without values. Throws for what is no such file.
 */
export function parseRegExport(bytes: Uint8Array, key: string): unknown {
  const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (!text.startsWith(HEAD)) throw new Error('not what reg writes')
  const fields: Record<string, unknown> = {}
  let at = HEAD.length
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  let list: unknown[] | null | undefined
  while (at < text.length) {
    if (next(/\r\n/y)) continue
    const [, place] = next(KEY) ?? []
    if (place !== undefined) {
      const below = belowOf(place, key)
      list = below === '' ? null : []
      if (list) fields[below] = list
      continue
    }
    const value = next(VALUE)
    if (!value || list === undefined) throw new Error('not what reg writes')
    const [, name, quoted, dword, kind, hex] = value
    // A key's value without a name: nobody writes a policy there.
    if (name === undefined) continue
    const read =
      quoted === undefined
        ? dword === undefined
          ? ofBytes(hex ?? '', kind ?? '')
          : Number(`0x${dword}`)
        : plain(quoted)
    if (list) list.push(read)
    else fields[plain(name)] = read
  }
  if (list === undefined) throw new Error('not what reg writes')
  // A key that group policy left behind when its last value went.
  return Object.keys(fields).length === 0 ? null : asFields(fields)
}

/** '' for the key itself. */
function belowOf(place: string, key: string): string {
  const [root, ...names] = place.split('\\')
  const [, ...own] = key.split('\\')
  const isOurs = own.every((name, index) => names[index]?.toLowerCase() === name.toLowerCase())
  if (root !== 'HKEY_LOCAL_MACHINE' || !isOurs) throw new Error('not what reg writes')
  return names.slice(own.length).join('\\')
}

const plain = (quoted: string): string => quoted.replaceAll(/\\(["\\])/g, '$1')

/** By the number of its kind in winnt.h. */
function ofBytes(hex: string, kind: string): unknown {
  const bytes = Buffer.from(hex.replaceAll(/[^0-9a-f]/g, ''), 'hex')
  switch (kind) {
    case '1':
    case '2':
      return bytes.toString('utf16le').split('\0')[0]
    case '7': {
      const lines = bytes
        .toString('utf16le')
        .split('\0')
        .filter((each) => each !== '')
      // A multi-text of one line that is JSON is that; group policy's text fields with several lines are written so.
      return /^\s*[[{]/.test(lines[0] ?? '') ? lines.join('') : lines
    }
    case 'b':
      return bytes.length === 8 ? Number(bytes.readBigUInt64LE()) : hex
    default:
      return hex
  }
}
