import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fly } from '../test/faults/flight.ts'
import { hasViolation, sumFlights, violationWords, type FlightReport } from '../test/faults/flight-figures.ts'
import { startWordpress } from '../test/wordpress/start-wordpress.ts'

/**
 * `npm run faults -- --runs 200 [--version 7.1|6.1] [--seed S]`: flights of the real core on real WordPress over a line that
 * fails at random. Ends with 1 when anything is lost, doubled, unsolicited or stuck. `--seed` of a line that tells of a
 * violation, with `--runs 1 --exactly`, repeats that flight alone.
 */
const VERSIONS = ['7.1', '6.1'] as const
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    version: { type: 'string' },
    seed: { type: 'string', default: String(Date.now()) },
    exactly: { type: 'boolean', default: false },
  },
})
const versions = VERSIONS.filter((version) => values.version === undefined || values.version === version)
const runs = Number(values.runs)
if (versions.length === 0) fail(`--version is one of ${VERSIONS.join(', ')}.`)
if (!Number.isInteger(runs) || runs < 1) fail('--runs is a number from 1.')

for (const version of versions) {
  const startedMs = performance.now()
  const reports = await flyOn(version, Math.ceil(runs / versions.length))
  const { requests, faults, violations, spareFiles } = sumFlights(reports)
  const faultCount = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  console.log(`WordPress ${version}, seed ${values.seed}`)
  console.log(`runs=${reports.length} requests=${requests} faults=${faultCount} seconds=${seconds}`)
  for (const [name, count] of Object.entries(faults).toSorted(([left], [right]) => left.localeCompare(right)))
    console.log(`  ${String(count).padStart(5)}  ${name}`)
  console.log(`${violationWords(violations)} spare_files=${spareFiles}`)
}

async function flyOn(version: (typeof VERSIONS)[number], count: number): Promise<FlightReport[]> {
  const site = await startWordpress({ version })
  const folder = mkdtempSync(join(tmpdir(), 'attache-flights-'))
  const reports: FlightReport[] = []
  try {
    for (let index = 0; index < count; index += 1) {
      const seed = values.exactly ? values.seed : `${values.seed}-${index}`
      const report = await fly({ site, seed, folder: join(folder, String(index)) })
      reports.push(report)
      if (hasViolation(report)) process.exitCode = 1
      for (const note of report.notes) console.log(`${seed}: ${note}`)
    }
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return reports
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
