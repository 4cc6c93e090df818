import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { t } from '../../../../../shared/words/t.ts'

export const stopsWords = (count: number): string =>
  t('{count, plural, one {# thing stops this post} other {# things stop this post}}', { count })

export const looksWords = (count: number): string =>
  t('{count, plural, one {# thing to look at} other {# things to look at}}', { count })

/** One sentence for what is open, as it is said aloud when it changes. */
export function openWords(open: readonly Finding[]): string {
  const stops = open.filter(({ severity }) => severity === 'stops').length
  const looks = open.length - stops
  if (stops === 0) return looks === 0 ? t('Nothing to look at') : looksWords(looks)
  if (looks === 0) return stopsWords(stops)
  return t('{stops}, {looks}', { stops: stopsWords(stops), looks: looksWords(looks) })
}

/** Findings of one rule together, in the order in which the first of each stands. */
export function byRule(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding])
  return [...groups.values()]
}
