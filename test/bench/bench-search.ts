import type { TestDesk } from '../support/open-desk.ts'
import { growthExponent, percentile, timedAsync, type Bench } from './measure.ts'
import { NEEDLE, onSealedDesk } from './sealed-desk.ts'

/** Each letter that is typed asks, so all of them are asked as a beginning; `rare` is in one post, the others in nearly all. */
const ASKED = {
  rare: [NEEDLE],
  any_word: ['harbour', 'province', 'market', 'library'],
  two_words: ['harbour visa', 'river teacher', 'market bridge', 'coast garrison'],
  prefix: ['h', 'ha', 'pro', 'li'],
} as const
type Question = keyof typeof ASKED
const COMMON = ['any_word', 'two_words', 'prefix'] as const

/** What somebody waits for who types into the search, as the window asks it: hits, counts and the lines that are shown. */
export const benchSearch: Bench = {
  about: 'a common word ÷ a rare one in the largest desk, and how a common word grows with the desk',
  options: { posts: [10_000, 100_000], runs: 25 },
  async run(options) {
    const sizes: { size: number; p99Ms: Record<Question, number> }[] = []
    for (const size of options.numbers('posts'))
      sizes.push({ size, p99Ms: await onSealedDesk({ posts: size }, ({ desk }) => ask(desk, options.number('runs'))) })
    const [small, large] = [sizes[0], sizes.at(-1)]
    if (!small || !large) return []
    const { rare, ...common } = large.p99Ms
    const figures = (p99Ms: Record<Question, number>, size: number): Record<string, number> =>
      Object.fromEntries(Object.entries(p99Ms).map(([name, ms]) => [`${name}_p99_ms_in_${size}`, ms]))
    return [
      {
        id: 'F1',
        work: `slowest of any word, two words, prefix ÷ rare word, p99 in ${large.size} posts`,
        ratio: Math.max(...Object.values(common)) / rare,
        goal: 6,
        figures: figures(large.p99Ms, large.size),
      },
      {
        id: 'F2',
        work: `growth exponent of the common words, ${small.size} → ${large.size} posts`,
        ratio: Math.max(
          ...COMMON.map((name) =>
            growthExponent(
              { size: small.size, cost: small.p99Ms[name] },
              { size: large.size, cost: large.p99Ms[name] },
            ),
          ),
        ),
        goal: 0.4,
        figures: figures(small.p99Ms, small.size),
      },
    ]
  },
}

async function ask(desk: TestDesk, runs: number): Promise<Record<Question, number>> {
  const find = (text: string) => desk.query('search', 'find', { text, filters: {} })
  while ((await find(NEEDLE)).pendingCount > 0);
  const times: Record<Question, number[]> = { rare: [], any_word: [], two_words: [], prefix: [] }
  for (let run = 0; run < runs; run += 1) {
    for (const [question, texts] of Object.entries(ASKED) as [Question, readonly string[]][]) {
      for (const text of texts) times[question].push(await timedAsync(() => find(text)))
    }
  }
  const p99 = (question: Question): number => percentile(times[question], 0.99)
  return { rare: p99('rare'), any_word: p99('any_word'), two_words: p99('two_words'), prefix: p99('prefix') }
}
