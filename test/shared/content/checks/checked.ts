import type { Finding } from '../../../../src/shared/content/checks/finding.ts'
import type { RulePack } from '../../../../src/shared/content/checks/packs/rule-pack.ts'
import { bundledPacks } from '../../../../src/shared/content/checks/packs/bundled-packs.ts'
import { checkPost, type Circumstances } from '../../../../src/shared/content/checks/run-checks.ts'
import { createRuleSet } from '../../../../src/shared/content/checks/rule-set.ts'
import type { PostDocument } from '../../../../src/shared/content/document.ts'
import type { UtcIso } from '../../../../src/shared/domain/ids.ts'

export const NOON: Circumstances = {
  goesOutAt: '2026-11-21T12:00:00.000Z' as UtcIso,
  isScheduled: false,
  blogZone: 'UTC',
  hereZone: 'UTC',
  blogUrl: 'https://blog.example',
  template: '',
  reviewBy: null,
}

interface Loose {
  type: string
  attrs?: Record<string, unknown>
  content?: Loose[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

export const text = (words: string, marks?: Loose['marks']): Loose => ({
  type: 'text',
  text: words,
  ...(marks ? { marks } : {}),
})
export const paragraph = (...words: (string | Loose)[]): Loose => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: words.map((word) => (typeof word === 'string' ? text(word) : word)),
})
export const heading = (level: number, words: string): Loose => ({
  type: 'heading',
  attrs: { level, dir: null, source: null },
  content: words === '' ? [] : [text(words)],
})
export const link = (words: string, href: string): Loose => text(words, [{ type: 'link', attrs: { href } }])

interface Checked {
  title?: string
  excerpt?: string
  language?: string
  blocks: Loose[]
  circumstances?: Partial<Circumstances>
  packs?: readonly RulePack[]
  names?: string[]
}

/** A post with nothing wrong in its fields, so that only what a test writes is found. */
export function checked({
  title = 'A good title',
  excerpt = '',
  language = 'en',
  blocks,
  circumstances = {},
  packs = [],
  names = [],
}: Checked) {
  return checkPost(
    { title, excerpt, language, document: { type: 'doc', content: blocks } as unknown as PostDocument },
    { ...NOON, ...circumstances },
    createRuleSet([...bundledPacks, ...packs], names),
  )
}

export const rulesOf = (run: { findings: Finding[] }): string[] => run.findings.map(({ rule }) => rule)

/** The rules found in one paragraph. */
export const inWords = (words: string, language = 'en'): string[] =>
  rulesOf(checked({ language, blocks: [paragraph(words)] }))
