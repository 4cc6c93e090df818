import { parseArgs } from 'node:util'

const OPTIONS = {
  profile: { type: 'string' },
  blog: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  user: { type: 'string' },
  practice: { type: 'boolean', default: false },
  file: { type: 'string' },
  text: { type: 'string' },
  publish: { type: 'boolean', default: false },
  review: { type: 'boolean', default: false },
  unanswered: { type: 'boolean', default: false },
  site: { type: 'string' },
  'with-addresses': { type: 'boolean', default: false },
  edit: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  as: { type: 'string' },
  of: { type: 'string' },
  key: { type: 'string' },
  stays: { type: 'boolean', default: false },
  'passphrase-file': { type: 'string' },
} as const

/** What was called: the words, and the options among them. Throws an `Error` with Node's sentence for an option that is none, or has no value. */
export const parseWords = (words: readonly string[]) =>
  parseArgs({ args: withTheirValues(words), allowPositionals: true, options: OPTIONS })

/** One key in sixty-four begins with a dash, and a reply may: what stands behind an option that has a value is its value, unless it is an option itself. */
function withTheirValues(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]]
    if (word === '--') return [...joined, ...words.slice(at)]
    const isValue = hasValue(word) && next?.startsWith('-') === true && !isOption(next)
    joined.push(isValue ? `${word}=${next}` : word)
    if (isValue) at += 1
  }
  return joined
}

const named = (word: string): { type: string } | undefined =>
  word.startsWith('--') ? (OPTIONS as Record<string, { type: string }>)[word.slice(2).split('=')[0] ?? ''] : undefined

const hasValue = (word: string): boolean => !word.includes('=') && named(word)?.type === 'string'

const isOption = (word: string): boolean => word === '-h' || word === '--' || named(word) !== undefined
