import type { Random } from '../ports.ts'
import type { Gmt, PracticeUser } from './practice-state.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 24 letters and digits in six groups, as WordPress shows them. */
function newPassword(random: Random): string {
  const letters: string[] = []
  while (letters.length < 24) {
    // 248 is the largest multiple of 62 in a byte: above it letters would not be equally likely.
    for (const byte of random.bytes(32)) if (byte < 248 && letters.length < 24) letters.push(LETTERS[byte % 62] ?? '')
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1 ')
}

export const newApplicationPassword = (
  random: Random,
  createdGmt: Gmt,
): NonNullable<PracticeUser['applicationPassword']> => ({
  uuid: Buffer.from(random.bytes(16))
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5'),
  password: newPassword(random),
  createdGmt,
})
