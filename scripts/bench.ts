import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BENCHES } from '../test/bench/benches.ts'
import type { Bench, BenchOptions, Measure } from '../test/bench/measure.ts'
import { writeResults } from '../test/bench/results-page.ts'
import { tableOf } from '../test/bench/table.ts'

/**
 * `npm run bench -- NAME… [--json] [--page] [--OPTION value]`, `-- all`, `-- --list`: figures of this machine, each against the least that
 * any program could do, measured in the same run. Exit code 1: a bench could not be run;
 * 2: the call was wrong. A goal that is missed is printed, never a failure:
 * times on a busy machine are no test. `--page` puts what was measured into the table of docs/performance.md.
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
    ...Object.fromEntries([...optionNames].map((name) => [name, { type: 'string' as const }])),
  },
})
const asked = positionals.includes('all') ? names : positionals
const unknown = asked.filter((name) => !names.includes(name))
if (values.list) list()
else if (asked.length === 0 || unknown.length > 0) {
  console.error(unknown.length > 0 ? `There is no bench called ${unknown.join(', ')}.` : 'Say which.')
  list()
  process.exitCode = 2
} else {
  const measures: Measure[] = []
  for (const name of asked) {
    const bench = BENCHES[name]
    if (!bench) continue
    if (!values.json) console.log(`# ${name}: ${bench.about}`)
    try {
      const found = await bench.run(optionsFor(bench))
      measures.push(...found)
      if (values.page) await writeResults(PAGE, found, new Date())
    } catch (error) {
      // The others are measured all the same.
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      process.exitCode = 1
    }
  }
  if (values.json) console.log(JSON.stringify(measures, null, 2))
  else if (measures.length > 0) console.log(tableOf(measures))
}

function list(): void {
  for (const [name, { about, options }] of Object.entries(BENCHES)) {
    const said = Object.entries(options).map(([option, usual]) => `--${option} ${[usual].flat().join(',')}`)
    console.log(`${name.padEnd(10)} ${about}\n${' '.repeat(11)}${said.join(' ')}`)
  }
}

function optionsFor({ options }: Bench): BenchOptions {
  const numbers = (name: string): readonly number[] => {
    const told = (values as Record<string, unknown>)[name]
    return typeof told === 'string' ? told.split(',').map(Number) : [options[name] ?? []].flat()
  }
  return { numbers, number: (name) => numbers(name)[0] ?? Number.NaN }
}
