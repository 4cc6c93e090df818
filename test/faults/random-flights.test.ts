import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from '../wordpress/describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from '../wordpress/start-wordpress.ts'
import { sumFlights, type FlightReport } from './flight-figures.ts'
import { fly } from './flight.ts'

const RUNS = 10

for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `random faults before WordPress ${version}`, () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version })
    })
    afterAll(() => site.stop())

    test(`${RUNS} flights end with each act public once, and every text in history`, { timeout: 400_000 }, async () => {
      const folder = temporaryFolder()
      const reports: FlightReport[] = []
      for (let index = 0; index < RUNS; index += 1)
        reports.push(await fly({ site, seed: `test-${index}`, folder: join(folder, String(index)) }))
      const { faults } = sumFlights(reports)
      expect(sumFlights(reports).notes).toEqual([])
      expect(Object.keys(faults).length).toBeGreaterThan(10)
    })
  })
}
