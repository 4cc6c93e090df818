import { seededRandom } from '../faults/seeded-random.ts'
import { soundsOf, WORDS_OF } from '../support/words-of-languages.ts'
import { newPost, paragraph } from '../support/write-posts.ts'
import type { TestDesk } from '../support/open-desk.ts'
import type { Measure } from './measure.ts'
import { onSealedDesk } from './sealed-desk.ts'

const LANGUAGES = ['Chinese', 'Japanese', 'Korean', 'Thai'] as const
const WORDS_IN_A_TEXT = 60
const LONGEST = 8
/** The most of a kind that the search gives at once. */
const MOST_ASKED = 200

interface Recall {
  /** Of all questions together: in how many texts a scan through their letters finds what was asked, and in how many of those the search does. */
  scannedCount: number
  foundCount: number
  /** What the search finds besides. */
  besidesCount: number
}

/** Stretches of one to eight letters out of the texts, wherever words begin and end: of languages that say so with no space. */
export async function measureRecall(size: { texts: number; questions: number }): Promise<Measure> {
  const figures: Record<string, number> = {}
  const all = { scannedCount: 0, foundCount: 0 }
  for (const language of LANGUAGES) {
    const recall = await onSealedDesk({ posts: 0 }, ({ desk, blogId }) =>
      recallOf(desk, (title, text) => newPost(desk, blogId, title, paragraph(text)), language, size),
    )
    figures[`recall_${language.toLowerCase()}`] = recall.foundCount / recall.scannedCount
    figures[`besides_${language.toLowerCase()}`] = recall.besidesCount
    all.scannedCount += recall.scannedCount
    all.foundCount += recall.foundCount
  }
  return {
    id: 'F3',
    work: 'what a scan through the letters finds ÷ what of it the search finds, in Chinese, Japanese, Korean, Thai',
    ratio: all.scannedCount / all.foundCount,
    goal: 1,
    figures: { ...figures, questions: size.questions * LANGUAGES.length, scanned: all.scannedCount },
  }
}

async function recallOf(
  desk: TestDesk,
  write: (title: string, text: string) => Promise<unknown>,
  language: (typeof LANGUAGES)[number],
  { texts, questions }: { texts: number; questions: number },
): Promise<Recall> {
  if (texts > MOST_ASKED) throw new Error(`The search gives ${MOST_ASKED} at once, and is asked for ${texts}.`)
  const random = seededRandom(language)
  const { words, between } = WORDS_OF[language]
  const written = new Map<string, string>()
  for (let index = 0; index < texts; index += 1) {
    const text = Array.from({ length: WORDS_IN_A_TEXT }, () => words[random.integer(0, words.length)] ?? '').join(
      between,
    )
    written.set(`text-${index}`, soundsOf(text))
    await write(`text-${index}`, text)
  }
  const find = (text: string) => desk.query('search', 'find', { text, filters: { kind: 'post' }, limit: MOST_ASKED })
  while ((await find('x')).pendingCount > 0);

  const recall: Recall = { scannedCount: 0, foundCount: 0, besidesCount: 0 }
  const letters = Array.from([...written.values()].join(' '))
  for (let asked = 0; asked < questions;) {
    const from = random.integer(0, letters.length)
    const [stretch = ''] = letters
      .slice(from, from + random.integer(1, LONGEST + 1))
      .join('')
      .split(' ')
    // A mark alone is no letter that anybody types.
    if (!/^\p{L}/u.test(stretch)) continue
    asked += 1
    const scanned = [...written].flatMap(([title, text]) => (text.includes(stretch) ? [title] : []))
    const { groups } = await find(stretch)
    const found = new Set(groups.flatMap(({ hits }) => hits.map(({ postTitle }) => postTitle.text)))
    const both = scanned.filter((title) => found.has(title)).length
    recall.scannedCount += scanned.length
    recall.foundCount += both
    recall.besidesCount += found.size - both
  }
  return recall
}
