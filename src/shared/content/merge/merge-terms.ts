import type { By, Versions } from './post-merge.ts'

export interface TermChange<Term> {
  term: Term
  change: 'added' | 'removed'
  by: By
}

/**
 * Terms as a set with a base: what either side added is in, what either side removed is out; no conflict can come of it.
 * In the order of the base, then of mine, then of theirs; where only one side changed anything, in that side's order.
 */
export function mergeTerms<Term>({ base, mine, theirs }: Versions<Term[]>): {
  terms: Term[]
  changes: TermChange<Term>[]
} {
  const [inBase, inMine, inTheirs] = [new Set(base), new Set(mine), new Set(theirs)]
  const isIn = (term: Term): boolean =>
    inBase.has(term) ? inMine.has(term) && inTheirs.has(term) : inMine.has(term) || inTheirs.has(term)
  const changes: TermChange<Term>[] = []
  for (const term of new Set([...base, ...mine, ...theirs])) {
    const byMine = inMine.has(term) !== inBase.has(term)
    const byTheirs = inTheirs.has(term) !== inBase.has(term)
    if (!byMine && !byTheirs) continue
    const by = byMine && byTheirs ? 'both' : byMine ? 'mine' : 'theirs'
    changes.push({ term, change: inBase.has(term) ? 'removed' : 'added', by })
  }
  if (isSameOrder(mine, base)) return { terms: [...theirs], changes }
  if (isSameOrder(theirs, base) || isSameOrder(mine, theirs)) return { terms: [...mine], changes }
  return { terms: [...new Set([...base, ...mine, ...theirs])].filter(isIn), changes }
}

const isSameOrder = <Term>(one: readonly Term[], other: readonly Term[]): boolean =>
  one.length === other.length && one.every((term, index) => term === other[index])
