import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPolicy } from '../../../src/main/core/policy/read-policy.ts'
import { policyFields } from '../../../src/shared/contract/policy-input.ts'
import { policySchema } from '../../../src/shared/contract/policy-schema.ts'
import { builtInChecks } from '../../../src/shared/content/checks/built-in-checks.ts'

const file = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../resources/policy', name), 'utf8')
const FIELDS = Object.keys(policyFields)

test('the schema beside the examples is that of the desk; else: node scripts/policy-schema.ts', () => {
  expect(JSON.parse(file('attache-policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(policySchema())))
})

test('every field says what it does', () => {
  expect(Object.entries(policyFields).filter(([, field]) => !field.description)).toEqual([])
})

test('the example has every field, is taken whole, and names a check that there is', () => {
  const example: unknown = JSON.parse(file('policy.example.json'))
  const read = readPolicy(example, null)
  if ('trouble' in read) throw new Error(read.trouble)
  expect(read.faults).toEqual([])
  expect(Object.keys(read.policy).toSorted()).toEqual(FIELDS.toSorted())
  expect(builtInChecks.map(({ id }) => id)).toEqual(expect.arrayContaining(read.policy.blockingChecks ?? []))
})
