import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'
import { mutated } from './run-mutants.ts'

/** That the guard turns red by each is shown by `npm run guard -- --mutants`, which builds the window anew for some. */
test.each(mutants)('the mutant “$name” still fits its place', (mutant) => {
  expect(mutated(mutant)).toContain(mutant.edits[0]?.replace)
})
