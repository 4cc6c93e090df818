import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { filesOf, judge, sheetOf } from '../test/security/judge.ts'
import { readReports } from '../test/security/read-reports.ts'

/**
 * `npm run security`: runs the tests that the security checklist names, and prints each of its lines with what shows it.
 * `-- --reports FOLDER` runs nothing and reads what an earlier run wrote there. Ends with 1 unless every line holds.
 */
const { values } = parseArgs({ options: { reports: { type: 'string' } } })
const judged = judge(readReports(values.reports ?? runAll()))
console.log(sheetOf(judged))
process.exitCode = judged.every(({ state }) => state === 'holds') ? 0 : 1

/** The folder with both reports. */
function runAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-security-'))
  const run = (command: string, parameters: string[], env: NodeJS.ProcessEnv = {}): void => {
    console.log(`$ ${command} ${parameters.join(' ')}`)
    spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...env } })
  }
  const isJourney = (file: string): boolean => file.startsWith('test/e2e/')
  const tests = filesOf().filter((file) => !isJourney(file))
  run('npm', ['run', '-s', 'build'])
  run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(folder, 'vitest.json')}`,
    ...tests,
  ])
  run('playwright', ['test', '--reporter=list,json', ...filesOf().filter(isJourney)], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'playwright.json'),
  })
  return folder
}
