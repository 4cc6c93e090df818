import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from '../wordpress/describe-on-wordpress.ts'
import { startWordpress } from '../wordpress/start-wordpress.ts'
import { sumFlights } from './flight-figures.ts'
import { fly } from './flight.ts'

const SITES = [
  { what: 'plain permalinks', permalinks: 'plain' },
  { what: 'a sub-folder', subFolder: 'blog' },
] as const

for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `random faults before another kind of WordPress ${version}`, () => {
    for (const { what, ...options } of SITES) {
      test(`${what}: each act is public once`, { timeout: 400_000 }, async () => {
        const site = await startWordpress({ version, ...options })
        const folder = temporaryFolder()
        const reports = [
          await fly({ site, seed: `${what} 1`.replace(' ', '-'), folder: join(folder, '1') }),
          await fly({ site, seed: `${what} 2`.replace(' ', '-'), folder: join(folder, '2') }),
        ]
        await site.stop()
        expect(sumFlights(reports).notes).toEqual([])
      })
    }
  })
}
