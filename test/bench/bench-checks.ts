import { bundledPacks } from '../../src/shared/content/checks/packs/bundled-packs.ts'
import { createRuleSet } from '../../src/shared/content/checks/rule-set.ts'
import { checkPost, runChecks } from '../../src/shared/content/checks/run-checks.ts'
import type { BlockNode, PostDocument } from '../../src/shared/content/document.ts'
import type { UtcIso } from '../../src/shared/domain/ids.ts'
import { timed, type Bench } from './measure.ts'

const SENTENCES = [
  'Three provinces, two boats and one very patient interpreter took us down the Mekong to Can Tho in four days.',
  'The farmers asked sharper questions than any panel in Geneva, and I promised to answer them here rather than in a speech.',
  'It’s the salt that decides: in March it reached 42 kilometres inland, at Vĩnh Long, a month earlier than in 2009.',
  'António Guterres and Nguyễn Minh Triết have both said so; see the page of the ministry, or write to press@embassy.example.',
]

/** What the panel costs when a long post pauses: the whole of it, and the longest step in which no key gets through. */
export const benchChecks: Bench = {
  about: 'all checks of a long post, and the longest step in which no key gets through',
  options: { words: 10_000, runs: 5 },
  async run(options) {
    sayChecks(options.number('words'), options.number('runs'))
    return []
  },
}

function sayChecks(words: number, runs: number): void {
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
  const first = timed(() => checkPost(post, circumstances, ruleSet))
  const again = Array.from({ length: runs }, () => timed(() => checkPost(post, circumstances, ruleSet)).ms).toSorted(
    (a, b) => a - b,
  )
  let longestMs = 0
  const run = runChecks(post, circumstances, ruleSet)
  for (let isDone = false; !isDone;) {
    const step = timed(() => run.next())
    isDone = step.value.done === true
    longestMs = Math.max(longestMs, step.ms)
  }
  console.log(
    `checks, ${words.toLocaleString('en-GB')} words, 500 names: first ${first.ms.toFixed(1)} ms, then median ${(again[Math.floor(runs / 2)] ?? 0).toFixed(1)} ms, worst ${(again.at(-1) ?? 0).toFixed(1)} ms of ${runs}; longest step ${longestMs.toFixed(1)} ms; ${first.value.findings.length} findings`,
  )
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
