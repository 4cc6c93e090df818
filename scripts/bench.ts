import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BENCHES } from '../test/bench/benches.ts'
import type { Bench, BenchOptions, Measure } from '../test/bench/measure.ts'
import { absentPeers } from '../test/bench/peers.ts'
import { writeResults } from '../test/bench/results-page.ts'
import { inOrder, tableOf } from '../test/bench/table.ts'

/**
 * `npm run bench -- NAME… [--quick] [--json] [--page] [--OPTION value]`, `-- all`, `-- --list`: figures of this machine, each against the least that
 * any program could do, measured in the same run. Exit code 1: a bench could not be run, which is said at the end;
 * 2: the call was wrong. A goal that is missed is printed, never a failure:
 * times on a busy machine are no test. `--page` puts what was measured into the table of docs/performance.md; `--quick` only shows that each
 * still works. Each bench is a process of its own, so that none inherits the memory of another.
 */
const names = Object.keys(BENCHES)
const PAGE = join(import.meta.dirname, '../docs/performance.md')
const optionNames = new Set(Object.values(BENCHES).flatMap(({ options }) => Object.keys(options)))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    ...Object.fromEntries([...optionNames].map((name) => [name, { type: 'string' as const }])),
  },
})
const asked = positionals.includes('all') ? names : positionals
const unknown = asked.filter((name) => !names.includes(name))
if (values.list) list()
else if (asked.length === 0 || unknown.length > 0 || (values.page && values.quick)) {
  console.error(unknown.length > 0 ? `There is no bench called ${unknown.join(', ')}.` : 'Say which.')
  list()
  process.exitCode = 2
} else if (process.send) await runHere(asked[0] ?? '')
else await runEach()

async function runHere(name: string): Promise<void> {
  const bench = BENCHES[name]
  const measures = (await bench?.run(optionsFor(bench))) ?? []
  const maxRssMb = process.resourceUsage().maxRSS / 1024
  for (const { figures } of measures.slice(0, 1)) figures['max_rss_mb'] = maxRssMb
  process.send?.(measures, () => process.exit())
}

async function runEach(): Promise<void> {
  const measures: Measure[] = []
  const failed: string[] = []
  const missing = absentPeers()
  if (missing.length > 0)
    console.error(`Not measured beside it: ${missing.join(', ')}. \`npm ci --prefix test/bench\` installs them.`)
  for (const name of asked) {
    if (!values.json) console.log(`# ${name}: ${BENCHES[name]?.about ?? ''}`)
    const startedMs = performance.now()
    const found = await inOwnProcess(name)
    console.error(`${name} took ${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
    if (found === null) failed.push(name)
    else if (values.page) await writeResults(PAGE, found, new Date())
    measures.push(...(found ?? []))
  }
  if (values.json) console.log(JSON.stringify(inOrder(measures), null, 2))
  else if (measures.length > 0) console.log(tableOf(inOrder(measures)))
  if (failed.length === 0) return
  console.error(`Could not be run: ${failed.join(', ')}.`)
  process.exitCode = 1
}

/** null where it failed; what of, it has said itself. */
async function inOwnProcess(name: string): Promise<Measure[] | null> {
  const told = process.argv.slice(2).filter((word) => !positionals.includes(word))
  const bench = fork(process.argv[1] ?? '', [name, ...told], { serialization: 'advanced' })
  let measures: Measure[] | null = null
  bench.on('message', (message) => (measures = message as Measure[]))
  await once(bench, 'exit')
  return measures
}

function list(): void {
  for (const [name, { about, options }] of Object.entries(BENCHES)) {
    const said = Object.entries(options).map(([option, usual]) => `--${option} ${[usual].flat().join(',')}`)
    console.log(`${name.padEnd(10)} ${about}\n${' '.repeat(11)}${said.join(' ')}`)
  }
}

function optionsFor({ options, quick }: Bench): BenchOptions {
  const usual = values.quick ? { ...options, ...quick } : options
  const numbers = (name: string): readonly number[] => {
    const told = (values as Record<string, unknown>)[name]
    return typeof told === 'string' ? told.split(',').map(Number) : [usual[name] ?? []].flat()
  }
  return { numbers, number: (name) => numbers(name)[0] ?? Number.NaN }
}
