import { bundledPacks } from '../../src/shared/content/checks/packs/bundled-packs.ts'
import { createRuleSet } from '../../src/shared/content/checks/rule-set.ts'
import { checkPost, runChecks } from '../../src/shared/content/checks/run-checks.ts'
import type { BlockNode, PostDocument } from '../../src/shared/content/document.ts'
import type { UtcIso } from '../../src/shared/domain/ids.ts'
import { growthOf, median, spreadOf, timed, type Bench } from './measure.ts'

const SENTENCES = [
  'Three provinces, two boats and one very patient interpreter took us down the Mekong to Can Tho in four days.',
  'The farmers asked sharper questions than any panel in Geneva, and I promised to answer them here rather than in a speech.',
  'It’s the salt that decides: in March it reached 42 kilometres inland, at Vĩnh Long, a month earlier than in 2009.',
  'António Guterres and Nguyễn Minh Triết have both said so; see the page of the ministry, or write to press@embassy.example.',
]

/** What the panel costs when a long post pauses: the whole of it, and the longest step in which no key gets through. */
export const benchChecks: Bench = {
  about: 'all checks of a long post, and the longest step in which no key gets through',
  options: { words: [2500, 5000, 10_000], runs: 9 },
  quick: { words: [300, 600], runs: 1 },
  run(options) {
    const sizes = options.numbers('words').map((words) => checksOf(words, options.number('runs')))
    const largest = sizes.at(-1)
    if (!largest) return Promise.resolve([])
    const { words, ours, floors, longestMs, findings } = largest
    return Promise.resolve([
      {
        id: 'C1',
        work: `all checks of ${words} words, 500 names ÷ the post read and written as JSON`,
        ratio: median(ours) / median(floors),
        goal: null,
        figures: { ...spreadOf('checks', ours), floor_p50_ms: median(floors), longest_step_ms: longestMs, findings },
      },
      ...growthOf(
        { id: 'C2', of: 'all checks', unit: 'words', cost: 'checks_p50_ms' },
        sizes.map((size) => ({ size: size.words, cost: median(size.ours) })),
      ),
    ])
  },
}

interface Checked {
  words: number
  ours: number[]
  floors: number[]
  longestMs: number
  findings: number
}

function checksOf(words: number, runs: number): Checked {
  const document = longPost(words)
  const names = Array.from({ length: 500 }, (_, index) => `${surname(index)} ${surname(index * 7 + 3)}`)
  const ruleSet = createRuleSet(bundledPacks, names)
  const post = { title: 'What the delta taught me', excerpt: '', language: 'en', document }
  const circumstances = {
    goesOutAt: '2026-11-21T12:00:00.000Z' as UtcIso,
    isScheduled: false,
    blogZone: 'Asia/Ho_Chi_Minh',
    hereZone: 'Europe/Paris',
    blogUrl: 'https://blog.example',
    template: '',
    reviewBy: null,
  }
  const { findings } = checkPost(post, circumstances, ruleSet)
  const ours: number[] = []
  const floors: number[] = []
  for (let run = 0; run < runs; run += 1) {
    ours.push(timed(() => checkPost(post, circumstances, ruleSet)).ms)
    floors.push(timed(() => JSON.parse(JSON.stringify(document)) as unknown).ms)
  }
  let longestMs = 0
  const steps = runChecks(post, circumstances, ruleSet)
  for (let isDone = false; !isDone;) {
    const step = timed(() => steps.next())
    isDone = step.value.done === true
    longestMs = Math.max(longestMs, step.ms)
  }
  return { words, ours, floors, longestMs, findings: findings.length }
}

function longPost(words: number): PostDocument {
  const content: BlockNode[] = []
  for (let count = 0, index = 0; count < words; index++) {
    const text = [0, 1, 2].map((step) => SENTENCES[(index + step) % SENTENCES.length]).join(' ')
    if (index % 12 === 0)
      content.push({
        type: 'heading',
        attrs: { level: 2, dir: null, source: null },
        content: [{ type: 'text', text: `Day ${index}` }],
      })
    content.push({ type: 'paragraph', attrs: { dir: null, source: null }, content: [{ type: 'text', text }] })
    count += text.split(' ').length
  }
  return { type: 'doc', content }
}

const PARTS = ['Gu', 'ter', 'Mo', 'rei', 'Sal', 'ni', 'Ka', 'bir', 'Lo', 'dan', 'Vi', 'sa']
const surname = (seed: number): string =>
  [PARTS[seed % 12], PARTS[(seed * 5 + 1) % 12], PARTS[(seed * 11 + 2) % 12]]
    .join('')
    .replace(/^\w/, (sign) => sign.toUpperCase())
    .replace(/(?<=.)[A-Z]/g, (sign) => sign.toLowerCase())
