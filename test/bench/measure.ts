/** One line of the table: the desk's work against the least that any program could do, both measured in turns in one run. */
export interface Measure {
  /** By which it is spoken of: `P1`, `S1`, … */
  id: string
  work: string
  /** Ours ÷ the floor; of a growth, its exponent. */
  ratio: number
  /** The ratio is to be no larger; null of what has no goal and is only said. */
  goal: number | null
  /** What it was made of; the unit is in the name. */
  figures: Record<string, number>
  /** The same work by other programs in the same run ÷ the same floor; none where they are not installed. */
  peers?: Record<string, number>
}

export interface Bench {
  /** One line for `--list`. */
  about: string
  /** What can be asked of it, each as `--name value`, with what it is unless told. A list is written with commas. */
  options: Record<string, number | readonly number[]>
  /** Of the same, what shows in a moment that it still works; its figures say nothing. */
  quick: Record<string, number | readonly number[]>
  /** What has no goal of its own is only said. */
  run(options: BenchOptions): Promise<Measure[]>
}

export interface BenchOptions {
  number(name: string): number
  numbers(name: string): readonly number[]
}

/** The number below which `share` of them lie; 0 of none. */
export const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) * share)] ?? 0

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5)

/** As every bench says what it measured: the middle of it, and the slow ones. */
export const spreadOf = (name: string, timesMs: readonly number[]): Record<string, number> => ({
  [`${name}_p50_ms`]: median(timesMs),
  [`${name}_p95_ms`]: percentile(timesMs, 0.95),
  [`${name}_p99_ms`]: percentile(timesMs, 0.99),
})

export interface Point {
  size: number
  cost: number
}

/** How the cost grows with the size, fitted over all of them: 1 is in step with it, 0 not at all. */
export function growthExponent(...points: Point[]): number {
  const mean = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const sizes = points.map(({ size }) => Math.log(size))
  const costs = points.map(({ cost }) => Math.log(cost))
  const [middle, level] = [mean(sizes), mean(costs)]
  const together = mean(sizes.map((size, index) => (size - middle) * ((costs[index] ?? 0) - level)))
  return together / mean(sizes.map((size) => (size - middle) ** 2))
}

/** As a line of the table; none of fewer than two sizes. `of` is what grows, `unit` what its sizes count and `cost` what the figures are called. */
export function growthOf(
  { id, of, unit, cost, goal = null }: { id: string; of: string; unit: string; cost: string; goal?: number | null },
  points: readonly Point[],
): Measure[] {
  if (points.length < 2) return []
  return [
    {
      id,
      work: `growth exponent of ${of}, ${points.map(({ size }) => size).join(' → ')} ${unit}`,
      ratio: growthExponent(...points),
      goal,
      figures: Object.fromEntries(points.map((point) => [`${cost}_${point.size}`, point.cost])),
    },
  ]
}

export function timed<Value>(work: () => Value): { ms: number; value: Value } {
  const startedMs = performance.now()
  const value = work()
  return { ms: performance.now() - startedMs, value }
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}
