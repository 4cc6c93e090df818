import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fly } from '../test/faults/flight.ts'
import { hasViolation, sumFlights, violationWords, type FlightReport } from '../test/faults/flight-figures.ts'
import { runKills } from '../test/faults/kill-loop.ts'
import { servePracticeBlog } from '../test/support/serve-practice-blog.ts'
import { startWordpress } from '../test/wordpress/start-wordpress.ts'

/**
 * `npm run faults -- --runs 200 [--version 7.1|6.1] [--seed S]`: flights of the real core on real WordPress over a line that
 * fails at random; `--exactly` repeats the one flight whose seed is given.
 * `npm run faults -- --kills 300 [--seed S]`: the real program, killed while somebody types and it syncs.
 * Ends with 1 when anything is lost, doubled, unsolicited, stuck or damaged.
 */
const VERSIONS = ['7.1', '6.1'] as const
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    kills: { type: 'string' },
    version: { type: 'string' },
    seed: { type: 'string', default: String(Date.now()) },
    exactly: { type: 'boolean', default: false },
  },
})
const versions = VERSIONS.filter((version) => values.version === undefined || values.version === version)
if (versions.length === 0) fail(`--version is one of ${VERSIONS.join(', ')}.`)
const kills = count('kills')
const runs = values.exactly ? versions.length : (count('runs') ?? (kills === null ? 20 : 0))
const folder = mkdtempSync(join(tmpdir(), 'attache-faults-'))
try {
  if (runs > 0) for (const version of versions) await flights(version, Math.ceil(runs / versions.length))
  if (kills !== null) await killing(kills)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function flights(version: (typeof VERSIONS)[number], flightCount: number): Promise<void> {
  const startedMs = performance.now()
  const site = await startWordpress({ version })
  const reports: FlightReport[] = []
  try {
    for (let index = 0; index < flightCount; index += 1) {
      const seed = values.exactly ? values.seed : `${values.seed}-${index}`
      const report = await fly({ site, seed, folder: join(folder, version, String(index)) })
      reports.push(report)
      if (hasViolation(report)) process.exitCode = 1
      for (const note of report.notes) console.log(`${seed}: ${note}`)
    }
  } finally {
    await site.stop()
  }
  const { requests, faults, violations, spareFiles } = sumFlights(reports)
  const faultCount = Object.values(faults).reduce((sum, struck) => sum + struck, 0)
  console.log(`WordPress ${version}, seed ${values.seed}`)
  console.log(`runs=${reports.length} requests=${requests} faults=${faultCount} seconds=${secondsSince(startedMs)}`)
  for (const [name, struck] of Object.entries(faults).toSorted(([left], [right]) => left.localeCompare(right)))
    console.log(`  ${String(struck).padStart(5)}  ${name}`)
  console.log(`${violationWords(violations)} spare_files=${spareFiles}`)
}

async function killing(killCount: number): Promise<void> {
  const startedMs = performance.now()
  const blog = await servePracticeBlog({ contents: 'empty' })
  const report = await runKills({ kills: killCount, seed: values.seed, blog, folder: join(folder, 'kills') })
  await blog.stop()
  for (const note of report.notes) console.log(note)
  const integrity = report.damaged === 0 ? 'ok' : `${report.damaged} damaged`
  console.log(`SIGKILL of the real program, seed ${values.seed}`)
  console.log(`edits=${report.edits} seconds=${secondsSince(startedMs)} doubled=${report.doubled}`)
  console.log(`kills=${report.kills} acknowledged=${report.acknowledged} lost=${report.lost} integrity=${integrity}`)
  if (report.lost + report.damaged + report.doubled > 0) process.exitCode = 1
}

/** null when it was not asked for. */
function count(name: 'runs' | 'kills'): number | null {
  const text = values[name]
  if (text === undefined) return null
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : fail(`--${name} is a number from 1.`)
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 1000)
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
