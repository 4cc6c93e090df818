import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { runMutants } from '../test/simulation/run-mutants.ts'
import type { Run } from '../test/simulation/run-simulation.ts'
import { describeSummary, seeds, simulate, type Job } from '../test/simulation/simulate.ts'

const USAGE = `npm run simulate -- [--runs N] [--seed S] [--about reviews] [--replay file] [--minutes M]
npm run simulate -- --mutants [--only name]`

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    about: { type: 'string' },
    replay: { type: 'string', multiple: true },
    minutes: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const readRun = (path: string): Job => ({ kind: 'run', run: JSON.parse(readFileSync(path, 'utf8')) as Run })

async function simulateRuns(): Promise<boolean> {
  const about = values.about === 'reviews' ? 'reviews' : 'seed'
  const regressions = new URL('../test/simulation/regressions/', import.meta.url)
  const known = readdirSync(regressions).map((name) => readRun(new URL(name, regressions).pathname))
  const jobs = values.replay?.map(readRun) ?? [...known, ...seeds(Number(values.seed), Number(values.runs), about)]
  const summary = await simulate({
    jobs,
    workers: values.replay ? 1 : Number(values.workers),
    shrinks: !values.replay,
    ...(values.minutes ? { longestMs: Number(values.minutes) * 60_000 } : {}),
    onFinding({ seed, message, run, journal }) {
      console.log(`\n${seed}: ${message}`)
      console.log(values.replay ? journal.join('\n') : JSON.stringify(run))
    },
  })
  console.log(describeSummary(summary))
  return summary.findings.length === 0
}

if (values.help) console.log(USAGE)
else {
  const isGood = values.mutants ? await runMutants({ only: values.only ?? null }) : await simulateRuns()
  process.exitCode = isGood ? 0 : 1
}
