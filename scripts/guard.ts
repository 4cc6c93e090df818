import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMutants } from '../test/guard/run-mutants.ts'

/**
 * `npm run guard`: what an act may cost at most, counted. `npm run guard -- --mutants`: the desk is made dearer in one place after the
 * other, in copies of the tree, and each time the guard has to turn red. Exit code 1: it did not, or it is red by itself.
 */
const { values } = parseArgs({ options: { mutants: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')
const vitest = ['-r', './scripts/require-node.cjs', 'node_modules/vitest/vitest.mjs', 'run', 'test/guard']

if (values.mutants) process.exitCode = runMutants() ? 0 : 1
else process.exitCode = spawnSync(process.execPath, vitest, { cwd: root, stdio: 'inherit' }).status ?? 1
