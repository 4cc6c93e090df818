import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, sheetOf } from './security/judge.ts'
import { readReports } from './security/read-reports.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { ensureLibreOffice } from './support/ensure-libreoffice.ts'
import { ensureWordpress } from './wordpress/ensure-wordpress.ts'

/**
 * `npm test`: everything that tells whether this tree is good, one after the other, and at the end one line with the sum. A
 * check (types, lint, layers…) counts as one test. Nothing is skipped without a printed reason; with ATTACHE_REQUIRE_ALL=1 a skip is a failure.
 */
interface Count {
  passed: number
  failed: number
  skipped: number
}

const reports = mkdtempSync(join(tmpdir(), 'attache-reports-'))
const mustHaveAll = process.env['ATTACHE_REQUIRE_ALL'] === '1'
const total: Count = { passed: 0, failed: 0, skipped: 0 }

function add(name: string, count: Count, startedMs: number): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  const seconds = Math.round((Date.now() - startedMs) / 1000)
  console.log(`\n[${name}] ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped (${seconds} s)\n`)
}

function check(name: string, command: string, ...parameters: string[]): void {
  const startedMs = Date.now()
  const isGood = run(command, parameters)
  add(name, { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }, startedMs)
}

/** Some hundred programs are started out of the sources; what Node makes of those is kept from one to the next. */
const KEPT = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../.cache/compiled') }

function run(command: string, parameters: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`$ ${command} ${parameters.join(' ')}`)
  return spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...KEPT, ...env } }).status === 0
}

/** What the tests need beyond npm: fetched once, before the clock of any test runs. */
async function prepare(): Promise<void> {
  const startedMs = Date.now()
  const chromium = ensureChromium()
  const missing = 'missing' in chromium ? [chromium.missing] : []
  for (const version of ['6.1', '6.8', '7.1'] as const) {
    const files = await ensureWordpress(version)
    if ('missing' in files) missing.push(`WordPress ${version}: ${files.missing}`)
  }
  const office = await ensureLibreOffice()
  if ('missing' in office) missing.push(office.missing)
  for (const reason of missing) console.log(`MISSING: ${reason}`)
  const failed = mustHaveAll ? missing.length : 0
  add('prepare', { passed: 0, failed, skipped: missing.length - failed }, startedMs)
}

function vitest(): void {
  const startedMs = Date.now()
  const report = join(reports, 'vitest.json')
  const isGood = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const count = readCount(report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  }))
  add('vitest', asFailureIfSilent(count, isGood), startedMs)
}

function playwright(): void {
  const startedMs = Date.now()
  const report = join(reports, 'playwright.json')
  const isGood = run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  if (!isGood) showWhatWasSeen()
  const count = readCount(report, ({ stats }) => ({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  }))
  add('end to end', asFailureIfSilent(count, isGood), startedMs)
}

/** Each line of the security checklist, by what was just seen. */
function security(): void {
  const startedMs = Date.now()
  const judged = judge(readReports(reports))
  console.log(sheetOf(judged))
  const passed = judged.filter(({ state }) => state === 'holds').length
  add('security', { passed, failed: judged.length - passed, skipped: 0 }, startedMs)
}

/** What stood on the page when a journey failed: a run on another machine leaves nothing but what it printed. */
function showWhatWasSeen(): void {
  for (const path of globSync('test-results/**/error-context.md'))
    console.log(`${path}:\n${readFileSync(path, 'utf8')}`)
}

/** Once more at the very end, where whoever has only the last lines of a long run still finds it. */
function sayWhatFailed(): void {
  const failed = readReports(reports).filter(({ state }) => state === 'failed')
  for (const { file, name } of failed) console.log(`failed: ${file}: ${name}`)
}

interface Report {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  numTodoTests?: number
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
}

function readCount(path: string, count: (report: Report) => Count): Count {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  return count(JSON.parse(readFileSync(path, 'utf8')) as Report)
}

/** A runner that ends badly, or runs nothing, without counting a failure has still failed. */
const asFailureIfSilent = (count: Count, isGood: boolean): Count =>
  (isGood && count.passed > 0) || count.failed > 0 ? count : { ...count, failed: 1 }

const startedMs = Date.now()
check('types', 'npm', 'run', '-s', 'typecheck')
check('lint', 'npm', 'run', '-s', 'lint')
check('format', 'prettier', '--check', '--log-level', 'warn', '.')
check('layers', 'npm', 'run', '-s', 'layers')
check('dead code', 'knip')
check('build', 'npm', 'run', '-s', 'build')
await prepare()
vitest()
playwright()
security()

if (mustHaveAll && total.skipped > 0) console.log(`${total.skipped} skipped, and ATTACHE_REQUIRE_ALL=1 allows none.`)
const failed = total.failed + (mustHaveAll ? total.skipped : 0)
console.log(`${Math.round((Date.now() - startedMs) / 1000)} s in all`)
sayWhatFailed()
console.log(`${total.passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
