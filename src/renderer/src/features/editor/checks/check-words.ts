import type { Finding } from '../../../../../shared/content/checks/finding.ts'

export const stopsWords = (count: number): string =>
  count === 1 ? '1 thing stops this post' : `${count.toLocaleString('en-GB')} things stop this post`

export const looksWords = (count: number): string =>
  count === 1 ? '1 thing to look at' : `${count.toLocaleString('en-GB')} things to look at`

/** One sentence for what is open, as it is said aloud when it changes. */
export function openWords(open: readonly Finding[]): string {
  const stops = open.filter(({ severity }) => severity === 'stops').length
  const looks = open.length - stops
  const parts = [...(stops > 0 ? [stopsWords(stops)] : []), ...(looks > 0 ? [looksWords(looks)] : [])]
  return parts.length === 0 ? 'Nothing to look at' : parts.join(', ')
}

/** Findings of one rule together, in the order in which the first of each stands. */
export function byRule(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding])
  return [...groups.values()]
}
