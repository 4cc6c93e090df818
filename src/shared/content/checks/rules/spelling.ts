import type { Finding, Where } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { quoted } from '../place.ts'

/** All of a text: how many words no dictionary knows, some of them, and where the first is. */
export interface Survey {
  count: number
  words: string[]
  where: Where
}

export const MISSPELT = { rule: 'misspelt', fine: 'Every word is in a dictionary or a list of names' } as const

/**
 * Why: a slip of the fingers is the first thing a reader notices, and a name that no list has may be spelt wrong. No check of its own: the
 * words are looked up beside the typing, and what came of it is one finding more. Packs can switch it off as they switch off a check.
 */
export function misspeltFinding({ count, words, where }: Survey): Finding | null {
  if (count === 0) return null
  const some = words.map(quoted).join(', ')
  const { rule } = MISSPELT
  return {
    rule,
    severity: 'look',
    sentence:
      count === 1
        ? `${some} is in no dictionary and no list of names.`
        : `${count.toLocaleString('en-GB')} words are in no dictionary and no list of names: ${some}${count > words.length ? ' …' : '.'}`,
    why: 'Alt+F7 goes from one to the next. A name that is right goes into your names and is not asked about again.',
    where,
    fixes: [],
    fingerprint: fingerprint(`${rule}\n${count} ${some}`),
  }
}
