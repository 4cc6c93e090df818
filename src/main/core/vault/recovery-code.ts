import { sha256 } from '../content-hash.ts'
import type { Random } from '../ports.ts'

/** Crockford's base 32: no letter that is taken for another when it is read aloud or typed back. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DRAWN = 23
const GROUP = 5

/** 115 bits as five groups of five letters, of which the last two tell a slip of the pen. */
export function newRecoveryCode(random: Random): string {
  const drawn = [...random.bytes(DRAWN)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return inGroups(drawn + checkLetters(drawn))
}

/** As it was shown, whatever case, spaces and dashes it was typed with. null: not a code, so no key need be tried. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const drawn = letters.slice(0, DRAWN)
  const isCode = letters.length === DRAWN + 2 && letters.slice(DRAWN) === checkLetters(drawn)
  return isCode ? inGroups(letters) : null
}

function checkLetters(drawn: string): string {
  const number = Number.parseInt(sha256(Buffer.from(drawn)).slice(0, 4), 16)
  return [number >> 5, number].map((part) => LETTERS[part % LETTERS.length]).join('')
}

const inGroups = (letters: string): string => (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
