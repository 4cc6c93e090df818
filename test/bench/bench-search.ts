import type { TestDesk } from '../support/open-desk.ts'
import { growthExponent, percentile, timedAsync, type Bench, type Measure } from './measure.ts'
import { measureRecall } from './search-recall.ts'
import { NEEDLE, onSealedDesk } from './sealed-desk.ts'

/** Each letter that is typed asks, so all of them are asked as a beginning; `rare` is in one post, the others in nearly all. */
const ASKED = {
  rare: [NEEDLE, NEEDLE.slice(0, 12), NEEDLE.slice(0, 8), NEEDLE.slice(0, 5)],
  any_word: ['harbour', 'province', 'market', 'library'],
  two_words: ['harbour visa', 'river teacher', 'market bridge', 'coast garrison'],
  prefix: ['h', 'ha', 'pro', 'li'],
} as const
type Question = keyof typeof ASKED

const WARM_POSTS = 300

/** What somebody waits for who types into the search, as the window asks it: hits, counts and the lines that are shown. */
export const benchSearch: Bench = {
  about:
    'a common word ÷ a rare one in the largest desk, how a common word grows with the desk, and whether all is found',
  options: { posts: [10_000, 30_000, 100_000], runs: 25, texts: 150, questions: 200 },
  quick: { posts: [50, 100], runs: 1, texts: 5, questions: 8 },
  async run(options) {
    const sizes: Size[] = []
    // Else the smallest would pay for the program's own getting warm, and the growth would look less than it is.
    await onSealedDesk({ posts: WARM_POSTS }, ({ desk }) => ask(desk, options.number('runs')))
    for (const posts of options.numbers('posts'))
      sizes.push({ posts, p99Ms: await onSealedDesk({ posts }, ({ desk }) => ask(desk, options.number('runs'))) })
    return [
      ...ofTime(sizes),
      await measureRecall({ texts: options.number('texts'), questions: options.number('questions') }),
    ]
  },
}

interface Size {
  posts: number
  p99Ms: Record<Question, number>
}

function ofTime(sizes: Size[]): Measure[] {
  const large = sizes.at(-1)
  if (!large) return []
  const figuresOf = ({ posts, p99Ms }: Size): Record<string, number> =>
    Object.fromEntries(Object.entries(p99Ms).map(([name, ms]) => [`${name}_p99_ms_in_${posts}`, ms]))
  const { rare, ...common } = large.p99Ms
  const rise = sizes.map(({ posts }) => posts).join(' → ')
  return [
    {
      id: 'F1',
      work: `slowest of any word, two words, prefix ÷ rare word, p99 in ${large.posts} posts`,
      ratio: Math.max(...Object.values(common)) / rare,
      goal: 6,
      figures: figuresOf(large),
    },
    {
      ...growth(sizes, ['any_word', 'prefix']),
      id: 'F2',
      work: `growth exponent of a common word, ${rise} posts`,
      goal: 0.4,
      figures: Object.assign({}, ...sizes.slice(0, -1).map(figuresOf)) as Record<string, number>,
    },
    {
      ...growth(sizes, ['two_words']),
      id: 'F2, two words',
      work: `the same of two common words`,
      goal: null,
      figures: {},
    },
  ]
}

/** Of the dearest of the questions. */
const growth = (sizes: Size[], questions: readonly Question[]): { ratio: number } => ({
  ratio: Math.max(
    ...questions.map((name) =>
      growthExponent(...sizes.map(({ posts, p99Ms }) => ({ size: posts, cost: p99Ms[name] }))),
    ),
  ),
})

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
