import { t } from './t.ts'

/** `a, b and c` as the language of the interface joins them; '' for none. */
export function listWords(items: readonly string[]): string {
  const [last = '', ...before] = items.toReversed()
  if (before.length === 0) return last
  return t('{before} and {last}', {
    before: before.reduceRight((all, next) => t('{all}, {next}', { all, next }, 'a list that goes on')),
    last,
  })
}
