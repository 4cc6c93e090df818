import { expect } from 'vitest'

function cpuMs(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/**
 * That ten times as much takes less than twenty-five times the work: ten would be linear, a hundred quadratic. A busy machine
 * may spoil a round, but not all five.
 */
export function expectNearLinear(make: (count: number) => () => void): void {
  const [small, large] = [make(1000), make(10_000)]
  small()
  let growth = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5 && growth >= 25; round += 1) {
    const smallMs = Math.min(cpuMs(small), cpuMs(small), cpuMs(small))
    growth = Math.min(growth, cpuMs(large) / Math.max(smallMs, 0.5))
  }
  expect(growth).toBeLessThan(25)
}
