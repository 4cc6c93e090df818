import { z } from 'zod'
import { t } from '../../../words/t.ts'

/**
 * A rule pack as a file: words and sentences, no program and no regular expressions, so that a pack of somebody else can be
 * read by anybody and cannot hang the desk. `docs/rule-packs.md` describes it for those who write one.
 *
 * A `phrase` is words in their order, without regard to capitals unless `isExact`; what stands between them is a space or a hyphen.
 * In a `shape` every `#` is a digit and every `@` a letter, anything else is itself.
 */
const phrase = z.string().trim().min(1).max(200)
const words = z.string().trim().min(1).max(600)
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

const ruleInput = z
  .strictObject({
    id,
    /** `text`: anywhere a reader reads, title, captions and descriptions included. `link`: the whole words of a link. */
    in: z.enum(['text', 'link']).default('text'),
    phrases: z.array(phrase).max(5_000).default([]),
    /** One key puts the other words there. */
    replacements: z
      .array(z.strictObject({ find: phrase, put: z.string().max(200) }))
      .max(5_000)
      .default([]),
    shapes: z.array(z.string().min(4).max(60)).max(100).default([]),
    /** Only with one of these words close by, before or after. */
    near: z.array(phrase).max(200).default([]),
    isExact: z.boolean().default(false),
    /** The post does not go before this is settled. Only a pack marked as policy can say so. */
    blocks: z.boolean().default(false),
    /** `{found}` stands for the words as the post has them, `{put}` for what would be put there. */
    sentence: words,
    why: words,
    /** The label of the fix; `Write “{put}”` unless told. */
    fix: z.string().trim().min(1).max(60).optional(),
    /** A tick with these words when nothing was found. */
    fine: z.string().trim().min(1).max(120).optional(),
  })
  .refine((rule) => rule.phrases.length + rule.replacements.length + rule.shapes.length > 0, {
    message: 'has neither phrases nor replacements nor shapes',
  })

export const rulePackInput = z.strictObject({
  format: z.literal('attache-rule-pack'),
  version: z.literal(1),
  id,
  name: z.string().trim().min(1).max(100),
  /** BCP 47 primary language, or `*`: its rules hold where this language is written. */
  language: z.string().regex(/^(?:\*|[a-z]{2,3})$/, 'a language such as fr, or *'),
  isPolicy: z.boolean().default(false),
  rules: z.array(ruleInput).max(500).default([]),
  /** What to do with the checks that are built in. `stops` only counts in a policy. */
  checks: z.record(z.string(), z.enum(['off', 'look', 'stops'])).default({}),
  /** Names as they are written right. */
  names: z.array(z.string().trim().min(1).max(200)).max(20_000).default([]),
  /** Words for built-in checks: `transcript`, `today`. */
  vocabulary: z.record(z.string(), z.array(phrase).max(200)).default({}),
})
export type RulePack = z.output<typeof rulePackInput>
export type PackRule = RulePack['rules'][number]

export type ReadPack = { ok: true; pack: RulePack } | { ok: false; problem: string }

/** What does not fit is said by the reader of the format, to whoever writes packs, in English. */
function faultWords(place: string, fault: string): string {
  if (fault === '') return t('It does not fit the format of a rule pack.')
  return place === '' ? `${fault}.` : `${place}: ${fault}.`
}

/** Reads a pack or says in one sentence, with the place, what is wrong with it. Never throws: a bad pack breaks nothing else. */
export function readRulePack(text: string): ReadPack {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch (error) {
    return {
      ok: false,
      problem: t('It is not JSON: {why}.', { why: error instanceof Error ? error.message : 'unreadable' }),
    }
  }
  const read = rulePackInput.safeParse(value)
  if (read.success) return withUniqueIds(read.data)
  const [issue] = read.error.issues
  const place = issue?.path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' → ')
  return { ok: false, problem: faultWords(place ?? '', issue?.message ?? '') }
}

function withUniqueIds(pack: RulePack): ReadPack {
  const ids = pack.rules.map((rule) => rule.id)
  const twice = ids.find((one, index) => ids.indexOf(one) !== index)
  return twice === undefined
    ? { ok: true, pack }
    : { ok: false, problem: t('Two rules are called {name}.', { name: twice }) }
}
