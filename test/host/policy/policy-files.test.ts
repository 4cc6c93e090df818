import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { readPolicy } from '../../../src/main/core/policy/read-policy.ts'
import { policyInputs } from '../../../src/shared/contract/policy-input.ts'
import { policySchema } from '../../../src/shared/contract/policy-schema.ts'
import { builtInChecks } from '../../../src/shared/content/checks/built-in-checks.ts'

const file = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../resources/policy', name), 'utf8')
const { fields: policyFields } = policyInputs()
const FIELDS = Object.keys(policyFields)

test('the schema beside the examples is that of the desk; else: node scripts/policy-schema.ts', () => {
  expect(JSON.parse(file('attache-policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(policySchema())))
})

/** The elements of a well-formed document; throws for one that leaves an element open or closes none. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name)
        elements.push({ name, attributes })
      },
      onclosetag(name, isImplied) {
        // It closes by itself `<a/>`, as it should, and whatever was left open, as nothing may.
        if (open.pop() !== name || (isImplied && !xml.slice(parser.startIndex, parser.endIndex + 1).endsWith('/>')))
          throw new Error(`${name} is not closed`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  const closing = xml.match(/<\/[\w.:-]+\s*>/g)?.length ?? 0
  const empty = xml.match(/<[^<>!?]+\/>/g)?.length ?? 0
  if (closing + empty !== elements.length) throw new Error('an element is closed that was not opened')
  return elements
}

test.each([['<a><b></a>'], ['<a>'], ['<a></a></b>'], ['<a><b></b>']])('%s is seen to be no XML', (xml) => {
  expect(() => elementsOf(xml)).toThrow(/closed/)
})

test('the templates of group policy are well-formed and have every field, its text, and the place the desk reads', () => {
  const admx = elementsOf(file('attache.admx'))
  const adml = elementsOf(file('en-US/attache.adml'))
  const idsOf = (name: string): (string | undefined)[] =>
    adml.filter((element) => element.name === name).map(({ attributes }) => attributes['id'])
  const policies = admx.filter(({ name }) => name === 'policy').map(({ attributes }) => attributes)
  expect(policies).toEqual(
    FIELDS.map((field) => ({
      name: field,
      class: 'Machine',
      displayName: `$(string.${field})`,
      explainText: `$(string.${field}_explain)`,
      presentation: `$(presentation.${field})`,
      key: 'SOFTWARE\\Policies\\Attache',
    })),
  )
  const valueNames = admx.flatMap(({ attributes }) => attributes['valueName'] ?? [])
  expect(valueNames).toEqual(FIELDS)
  const asked = [...file('attache.admx').matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id)
  expect(new Set(idsOf('string'))).toEqual(new Set(asked))
  expect(idsOf('presentation')).toEqual(FIELDS)
})

test('the texts of group policy are those of the schema', () => {
  const adml = file('en-US/attache.adml').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  const missing = Object.values(policyFields).flatMap(({ description = '' }) =>
    adml.includes(description) ? [] : [description],
  )
  expect(missing).toEqual([])
})

test('the configuration profile is well-formed and has every field', () => {
  const profile = file('attache.mobileconfig')
  elementsOf(profile)
  const keys = [...profile.matchAll(/<key>(\w+)<\/key>/g)].map(([, key]) => key)
  expect(keys).toEqual(expect.arrayContaining([...FIELDS, 'PayloadType', 'PayloadUUID']))
  expect(profile).toContain('<string>org.attache.desk</string>')
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
