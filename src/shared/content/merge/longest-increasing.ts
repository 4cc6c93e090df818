/** Of pairs in rising order of their first number, the longest run whose second numbers rise too. O(n log n). */
export function longestIncreasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  /** Per length, the pair with the smallest second number that ends a run of it. */
  const ends: number[] = []
  const before: number[] = []
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1
      else high = middle
    }
    before[index] = ends[low - 1] ?? -1
    ends[low] = index
  }
  const run: (readonly [number, number])[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) run.push(pair)
  }
  return run.toReversed()
}
