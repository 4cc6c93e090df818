import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Outcome } from './judge.ts'

const ROOT = join(import.meta.dirname, '../..')
const fromRoot = (path: string): string => relative(ROOT, path).split(sep).join('/')

/** What vitest and playwright wrote of a run, in `vitest.json` and `playwright.json` of one folder; what is not there says nothing. */
export function readReports(folder: string): Outcome[] {
  return [...vitestOutcomes(join(folder, 'vitest.json')), ...playwrightOutcomes(join(folder, 'playwright.json'))]
}

interface VitestReport {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
}

function vitestOutcomes(path: string): Outcome[] {
  if (!existsSync(path)) return []
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as VitestReport
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status }): Outcome => {
      const state = status === 'passed' || status === 'failed' ? status : 'skipped'
      return { file: fromRoot(file), name: fullName, state }
    }),
  )
}

interface Suite {
  title: string
  file: string
  specs?: { title: string; file: string; tests: { status: string }[] }[]
  suites?: Suite[]
}
interface PlaywrightReport {
  config: { rootDir: string }
  suites: Suite[]
}

const STATES: Partial<Record<string, Outcome['state']>> = { expected: 'passed', flaky: 'passed', unexpected: 'failed' }

function playwrightOutcomes(path: string): Outcome[] {
  if (!existsSync(path)) return []
  const { config, suites } = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport
  const ofSuite = ({ specs = [], suites: inner = [] }: Suite): Outcome[] => [
    ...specs.flatMap(({ title, file, tests }) =>
      tests.map(({ status }): Outcome => ({
        file: fromRoot(join(config.rootDir, file)),
        name: title,
        state: STATES[status] ?? 'skipped',
      })),
    ),
    ...inner.flatMap(ofSuite),
  ]
  return suites.flatMap(ofSuite)
}
