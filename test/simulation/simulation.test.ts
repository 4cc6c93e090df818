import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mutants } from './mutants.ts'
import { huntMutant } from './run-mutants.ts'
import { drawRun, playRun, type Run } from './run-simulation.ts'
import { describeSummary, seeds, simulate } from './simulate.ts'
import { makeTemplate, type Template } from './template.ts'

/** Enough to see a hole made by a change of the day; what is promised is shown by `npm run simulate -- --runs 20000`. */
const RUNS = 400
/** Each is as long as two or three others. */
const RUNS_ABOUT_REVIEWS = 20
const regressions = new URL('regressions/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'attache-simulation-'))
let template: Template

beforeAll(async () => {
  template = await makeTemplate(join(folder, 'template'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a run that once broke a rule keeps it', () => {
  for (const name of readdirSync(regressions))
    test(name, async () => {
      const run = JSON.parse(readFileSync(new URL(name, regressions), 'utf8')) as Run
      const { violation } = await playRun(template, run, join(folder, name))
      expect(violation?.message ?? null).toBeNull()
    })
})

test('the same seed is the same run', async () => {
  const [first, second] = [
    await playRun(template, drawRun('again'), join(folder, 'first')),
    await playRun(template, drawRun('again'), join(folder, 'second')),
  ]
  expect(second.journal).toEqual(first.journal)
  expect(first.journal.length).toBeGreaterThan(100)
})

test(`nothing is lost, doubled, unasked or stuck in ${RUNS} runs, and ${RUNS_ABOUT_REVIEWS} about reviews`, async () => {
  const jobs = [...seeds(1, RUNS), ...seeds(1, RUNS_ABOUT_REVIEWS, 'reviews')]
  const summary = await simulate({ jobs, workers: availableParallelism() })
  console.log(describeSummary(summary))
  expect(summary.findings.map(({ seed, message, run }) => ({ seed, message, run }))).toEqual([])
  expect(summary).toMatchObject({ runs: RUNS + RUNS_ABOUT_REVIEWS })
  expect(summary.kills).toBeGreaterThan(RUNS)
}, 900_000)

describe('the simulation would find the hole', () => {
  test.each(mutants)('$name: the protection still stands where it is taken out', ({ file, find }) => {
    const source = readFileSync(new URL(`../../src/main/core/${file}`, import.meta.url), 'utf8')
    expect(source.split(find).length - 1).toBe(1)
  })

  for (const name of ['the undo window is ignored', 'the text on the blog is not compared with the base'])
    test(`when ${name}`, async () => {
      const mutant = mutants.find((candidate) => candidate.name === name)
      if (!mutant) throw new Error(`no mutant is called ${name}`)
      const { findings } = await huntMutant(mutant, 300)
      expect(findings.length).toBeGreaterThan(0)
    })
})
