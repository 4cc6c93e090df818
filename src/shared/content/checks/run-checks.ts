import { t } from '../../words/t.ts'
import type { Check, CheckContext } from './check.ts'
import type { Finding, Notice, Severity, Where } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { around, placeOf, replacing } from './place.ts'
import { readPost, type PostToRead, type ReadablePost } from './readable-post.ts'
import type { RuleSet } from './rule-set.ts'
import { builtInChecks } from './built-in-checks.ts'

export interface CheckRun {
  /** What stops first, then in reading order. */
  findings: Finding[]
  /** What was looked at and is fine, for the ticks. */
  fine: { rule: string; sentence: string }[]
}

/** What the rule set knows already. */
export type Circumstances = Omit<CheckContext, 'names' | 'vocabulary'>

/**
 * Runs every check that is not switched off. A generator, so that a window can let the keyboard through between two steps; each step is
 * a block or so. Nothing is changed, and what was called fine before is found again: whoever shows it sorts that out.
 */
export function* runChecks(
  words: PostToRead,
  circumstances: Circumstances,
  ruleSet: RuleSet,
): Generator<undefined, CheckRun> {
  const post = readPost(words)
  const context: CheckContext = { ...circumstances, names: ruleSet.names, vocabulary: ruleSet.vocabulary }
  const found: Found[] = []
  const fine: CheckRun['fine'] = []
  for (const check of builtInChecks) {
    const severity = ruleSet.severities.get(check.id) ?? check.severity ?? 'look'
    if (severity === 'off' || (check.templates && !check.templates.includes(context.template))) continue
    const before = found.length
    for (const notice of check.look(post, context)) {
      if (notice === null) yield
      else found.push({ rule: check.id, severity, notice })
    }
    if (found.length === before && isAbout(check, post, context))
      fine.push({ rule: check.id, sentence: check.fine?.() ?? '' })
    yield
  }
  for (const block of post.texts) {
    for (const { rule, from, to, put } of ruleSet.phrases.find(block)) {
      const say = (text: string): string =>
        text.replaceAll('{found}', block.text.slice(from, to)).replaceAll('{put}', put ?? '')
      const notice = {
        sentence: say(rule.sentence),
        why: say(rule.why),
        where: placeOf(block, from, to),
        fixes:
          put === null
            ? []
            : [replacing(block, from, to, put, rule.fix === undefined ? t('Write “{put}”', { put }) : say(rule.fix))],
        about: around(block, from, to),
      }
      found.push({ rule: rule.name, severity: rule.severity, notice })
    }
    yield
  }
  const silent = new Set(found.map(({ rule }) => rule))
  for (const { name, fine: sentence } of ruleSet.rules)
    if (sentence !== undefined && !silent.has(name)) fine.push({ rule: name, sentence })
  return { findings: inOrder(found), fine }
}

interface Found {
  rule: string
  severity: Severity
  notice: Notice
}

const isAbout = (check: Check, post: ReadablePost, context: CheckContext): boolean =>
  check.fine !== null && (check.isAbout?.(post, context) ?? true)

/** All of it at once, for the core and the command line. */
export function checkPost(words: PostToRead, circumstances: Circumstances, ruleSet: RuleSet): CheckRun {
  const run = runChecks(words, circumstances, ruleSet)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

function inOrder(found: Found[]): Finding[] {
  const seen = new Map<string, number>()
  const findings = found.map(({ rule, severity, notice: { about, ...notice } }): Finding => {
    const key = `${rule}\n${about}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return { ...notice, rule, severity, fingerprint: fingerprint(`${key}\n${nth}`) }
  })
  return findings.toSorted(
    (one, other) =>
      Number(other.severity === 'stops') - Number(one.severity === 'stops') || compare(one.where, other.where),
  )
}

const FIELDS = ['title', 'text', 'excerpt', 'language', 'review-by', 'post'] as const

function compare(one: Where, other: Where): number {
  const rank = (where: Where): number => FIELDS.indexOf(where.in === 'block' ? 'text' : where.in)
  const byField = rank(one) - rank(other)
  if (byField !== 0 || !('path' in one) || !('path' in other)) return byField
  for (const [index, at] of one.path.entries()) {
    const difference = at - (other.path[index] ?? -1)
    if (difference !== 0) return difference
  }
  if (one.path.length !== other.path.length) return one.path.length - other.path.length
  return (one.in === 'text' ? one.from : 0) - (other.in === 'text' ? other.from : 0)
}
