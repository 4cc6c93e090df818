import type { By, Versions } from './post-merge.ts'

/** What a three-way merge of one undivided value says: who changed it to what, or that both did, each to another. */
export type MergedValue<Value> = { by: By | null; value: Value } | { by: 'both'; conflict: true }

export function mergeValue<Value>(
  { base, mine, theirs }: Versions<Value>,
  isSame: (one: Value, other: Value) => boolean = Object.is,
): MergedValue<Value> {
  const isMine = !isSame(mine, base)
  const isTheirs = !isSame(theirs, base)
  if (isMine && isTheirs) return isSame(mine, theirs) ? { by: 'both', value: mine } : { by: 'both', conflict: true }
  if (isMine) return { by: 'mine', value: mine }
  return { by: isTheirs ? 'theirs' : null, value: theirs }
}
