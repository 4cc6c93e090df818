const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Crockford's: nothing in it is taken for something else when it is read out. */
const READ_OUT = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 5
const GROUP = 4

/**
 * What people read to each other on the telephone to know a public key: its first hundred bits, in five groups. A key that begins like
 * another's is as hard to find as one whose hash does.
 */
export function keyFingerprint(key: string): string {
  const bits = Array.from(key, (letter) => BASE64URL.indexOf(letter).toString(2).padStart(6, '0')).join('')
  return Array.from({ length: GROUPS }, (_, group) =>
    Array.from({ length: GROUP }, (_letter, at) => {
      const from = (group * GROUP + at) * 5
      return READ_OUT[Number.parseInt(bits.slice(from, from + 5), 2)] ?? ''
    }).join(''),
  ).join('-')
}

/** A key as somebody pasted it, out of a mail that broke its line; null for anything else. */
export function pastedKey(text: string): string | null {
  const key = text.replaceAll(/\s+/g, '')
  return /^[\w-]{43}$/.test(key) ? key : null
}
