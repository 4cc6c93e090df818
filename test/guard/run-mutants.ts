import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutants, type Mutant } from './mutants.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Of the tree; what is installed is linked, and what is built is built anew. */
const LEFT_OUT = new Set(['.git', '.cache', 'node_modules', 'out', 'dist', 'docs', 'test-results'])

/** Prints what each mutant came to; false when the guard let one pass, or is red without any. */
export function runMutants(): boolean {
  const guards = [...new Set(mutants.map(({ guard }) => guard.file))]
  const alone = inCopy(null, (copy) => failedTests(copy, guards, ''))
  if (alone.length > 0) {
    console.log(`The guard is red without a mutant: ${alone.join('; ')}`)
    return false
  }
  const survivors = mutants.filter((mutant) => {
    const failed = inCopy(mutant, (copy) => failedTests(copy, [mutant.guard.file], mutant.guard.test))
    console.log(`${mutant.name.padEnd(44)} ${failed.length > 0 ? `red: ${failed.join('; ')}` : 'SURVIVED'}`)
    return failed.length === 0
  })
  console.log(`mutants=${mutants.length} killed=${mutants.length - survivors.length} survived=${survivors.length}`)
  return survivors.length === 0
}

/** The peers of the benches are some hundred megabytes. */
const isInstalled = (path: string): boolean => path === join(ROOT, 'test/bench/node_modules')

function inCopy<Value>(mutant: Mutant | null, act: (copy: string) => Value): Value {
  const copy = mkdtempSync(join(tmpdir(), 'attache-guard-'))
  try {
    for (const part of readdirSync(ROOT))
      if (!LEFT_OUT.has(part))
        cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: (path) => !isInstalled(path) })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    if (mutant) writeFileSync(join(copy, mutant.file), mutated(mutant))
    return act(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The source with the mutant in it. Throws where it fits no place, or more than one. */
export function mutated({ name, file, edits }: Mutant): string {
  return edits.reduce(
    (source, { find, replace }) => {
      const parts = source.split(find)
      if (parts.length !== 2)
        throw new Error(`the mutant "${name}" fits ${parts.length - 1} places in ${file}, not one`)
      return parts.join(replace)
    },
    readFileSync(join(ROOT, file), 'utf8'),
  )
}

interface Report {
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[]
}

/** Those whose count was exceeded. A test that failed otherwise, or did not run at all, shows nothing and is an error. */
function failedTests(copy: string, files: readonly string[], name: string): string[] {
  const report = join(copy, 'report.json')
  const vitest = spawnSync(
    process.execPath,
    // prettier-ignore
    ['-r', './scripts/require-node.cjs', 'node_modules/vitest/vitest.mjs', 'run', ...files, '-t', name,
      '--reporter=json', `--outputFile=${report}`],
    { cwd: copy, encoding: 'utf8' },
  )
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
  const failed = ran.filter(({ status }) => status === 'failed')
  const other = failed.find(({ failureMessages }) => !failureMessages.join('').startsWith('AssertionError'))
  if (ran.length === 0 || other)
    throw new Error(`${files.join()} did not run: ${other?.failureMessages.join() ?? vitest.stderr}`)
  return failed.map(({ fullName }) => fullName)
}
