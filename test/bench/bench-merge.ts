import type { PostVersion } from '../../src/shared/content/merge/post-merge.ts'
import { mergePosts } from '../../src/shared/content/merge/merge-posts.ts'
import { growthOf, median, spreadOf, timed, type Bench } from './measure.ts'

const WORDS_A_PARAGRAPH = 50
const KNOWN = 'the boat left before noon and nobody in the harbour asked where it was going'.split(' ')

/** Two people changed the same long post in other places: every tenth paragraph here, every eleventh on the blog, and some are moved. */
export const benchMerge: Bench = {
  about: 'a three-way merge of a long post ÷ reading and writing its three versions as JSON, and how it grows',
  options: { sizes: [1000, 10_000, 50_000], runs: 15 },
  quick: { sizes: [500, 1000], runs: 1 },
  async run(options) {
    const sizes = options.numbers('sizes').map((words) => ({ words, ...merges(words, options.number('runs')) }))
    return [
      ...sizes.map(({ words, ours, floor }) => ({
        id: `M1, ${words}`,
        work: `merge of ${words} words ÷ its three versions read and written as JSON`,
        ratio: median(ours) / median(floor),
        goal: null,
        figures: { ...spreadOf('merge', ours), floor_p50_ms: median(floor) },
      })),
      ...growthOf(
        { id: 'M2', of: 'a merge', unit: 'words', cost: 'merge_p50_ms', goal: 1.15 },
        sizes.map(({ words, ours }) => ({ size: words, cost: median(ours) })),
      ),
    ]
  },
}

function merges(words: number, runs: number): { ours: number[]; floor: number[] } {
  const versions = versionsOf(words)
  const ours: number[] = []
  const floors: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const { ms, value } = timed(() => mergePosts(versions))
    if (value.items.some(({ state }) => state === 'conflict')) throw new Error('what was to fit together did not')
    ours.push(ms)
    floors.push(timed(() => JSON.parse(JSON.stringify(versions))).ms)
  }
  return { ours, floor: floors }
}

function versionsOf(words: number): Record<'base' | 'mine' | 'theirs', PostVersion> {
  const base = Array.from({ length: Math.ceil(words / WORDS_A_PARAGRAPH) }, (_, index) => paragraph(index))
  const mine = base.map((text, index) => (index % 10 === 3 ? `${text} Here.` : text))
  const theirs = base.map((text, index) => (index % 10 === 7 ? `There. ${text}` : text))
  const [moved] = theirs.splice(Math.floor(theirs.length / 2), 1)
  if (moved !== undefined) theirs.push(moved)
  return { base: version(base), mine: version(mine), theirs: version(theirs) }
}

const paragraph = (index: number): string =>
  Array.from({ length: WORDS_A_PARAGRAPH }, (_, word) => KNOWN[(index * 31 + word * 7 + index) % KNOWN.length])
    .concat(String(index))
    .join(' ')

const version = (paragraphs: readonly string[]): PostVersion => ({
  title: 'The ferry',
  content: paragraphs.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n'),
  excerpt: '',
  slug: 'the-ferry',
  featuredMediaId: null,
  status: 'publish',
  publishAt: null,
  categoryIds: [],
  tags: [],
  footnotes: null,
})
