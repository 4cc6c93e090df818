import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRulePack, type RulePack } from '../../../../src/shared/content/checks/packs/rule-pack.ts'
import { bundledPacks } from '../../../../src/shared/content/checks/packs/bundled-packs.ts'
import { housePacks } from '../../../../src/shared/content/checks/packs/house-packs.ts'
import { checked, paragraph, rulesOf } from './checked.ts'

const pack = (fields: object): string =>
  JSON.stringify({ format: 'attache-rule-pack', version: 1, id: 'mine', name: 'Mine', language: '*', ...fields })
const rule = { id: 'codename', phrases: ['blue heron'], sentence: '“{found}” is inside talk.', why: 'Because.' }

function read(fields: object): RulePack {
  const result = readRulePack(pack(fields))
  if (!result.ok) throw new Error(result.problem)
  return result.pack
}

describe('rule packs', () => {
  test('a rule of words finds them, whatever their capitals and whatever space is between', () => {
    const run = checked({
      blocks: [paragraph('The Blue\u00a0Heron papers, and blue-heron.')],
      packs: [read({ rules: [rule] })],
    })
    expect(run.findings.map(({ rule: id, severity, sentence }) => [id, severity, sentence])).toEqual([
      ['mine/codename', 'look', '“Blue\u00a0Heron” is inside talk.'],
      ['mine/codename', 'look', '“blue-heron” is inside talk.'],
    ])
  })

  test('only a policy stops a post, for its own rules and for built-in checks', () => {
    const blocks = [paragraph('The blue heron  papers.')]
    const strict = { rules: [{ ...rule, blocks: true }], checks: { 'doubled-space': 'stops' } }
    const severities = (isPolicy: boolean) =>
      checked({ blocks, packs: [read({ ...strict, isPolicy })] }).findings.map(({ rule: id, severity }) => [
        id,
        severity,
      ])
    expect(severities(false)).toEqual([
      ['mine/codename', 'look'],
      ['doubled-space', 'look'],
    ])
    expect(severities(true)).toEqual([
      ['mine/codename', 'stops'],
      ['doubled-space', 'stops'],
    ])
  })

  test('a check can be switched off, but not one that a policy stops', () => {
    const off = read({ id: 'off', checks: { 'doubled-space': 'off' } })
    const policy = read({ id: 'policy', isPolicy: true, checks: { 'doubled-space': 'stops' } })
    const blocks = [paragraph('Two  spaces.')]
    expect(rulesOf(checked({ blocks, packs: [off] }))).toEqual([])
    expect(rulesOf(checked({ blocks, packs: [policy, off] }))).toEqual(['doubled-space'])
    expect(rulesOf(checked({ blocks, packs: [off, policy] }))).toEqual(['doubled-space'])
  })

  test('a replacement becomes a fix, a shape is found near its words only', () => {
    const shaped = read({
      rules: [
        { id: 'file', shapes: ['AB-####/@'], near: ['file'], sentence: 'A file number.', why: 'Inside.' },
        {
          id: 'name',
          replacements: [{ find: 'the Reds', put: 'the Red River team' }],
          sentence: '{found}: {put}',
          why: 'House.',
        },
      ],
    })
    const { findings } = checked({
      blocks: [
        paragraph('See file AB-1234/x of the Reds. Later on, in quite another place and long after that: AB-1234/x.'),
      ],
      packs: [shaped],
    })
    expect(findings.map(({ rule: id, sentence, fixes }) => [id, sentence, fixes.map(({ label }) => label)])).toEqual([
      ['mine/file', 'A file number.', []],
      ['mine/name', 'the Reds: the Red River team', ['Write “the Red River team”']],
    ])
  })

  test('signs of a pattern are only themselves', () => {
    const odd = read({ rules: [{ id: 'odd', shapes: ['a.*[#]'], sentence: 'Odd.', why: 'Odd.' }] })
    expect(rulesOf(checked({ blocks: [paragraph('It is aXX[1] or a.*[1] there.')], packs: [odd] }))).toEqual([
      'mine/odd',
    ])
  })

  test.each([
    ['{', /^It is not JSON: /],
    ['[]', /expected object/i],
    [pack({ rules: [{ ...rule, pattern: '.*' }] }), /^rules → 1: .*pattern/],
    [pack({ rules: [{ ...rule, phrases: [] }] }), /^rules → 1: has neither phrases nor replacements nor shapes\.$/],
    [pack({ rules: [rule, rule] }), /^Two rules are called codename\.$/],
    [pack({ language: 'French' }), /^language: a language such as fr, or \*\.$/],
    [pack({ version: 2 }), /^version: /],
  ])('a bad pack is refused with the place: %s', (bad, problem) => {
    expect(readRulePack(bad)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })

  test('the bundled packs are what the parser reads from their files', () => {
    const folder = join(import.meta.dirname, '../../../../src/shared/content/checks/packs')
    const read = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readRulePack(readFileSync(join(folder, name), 'utf8')))
    const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id)
    expect(read.map((one) => (one.ok ? one.pack : (one.problem as never))).toSorted(byId)).toEqual(
      bundledPacks.toSorted(byId),
    )
  })

  test('in English the packs of the house say what their files say', () => {
    expect(housePacks()).toEqual(bundledPacks)
  })

  test('the bundled packs have each their own id and no rule twice', () => {
    const names = bundledPacks.flatMap(({ id, rules }) => rules.map((one) => `${id}/${one.id}`))
    expect(new Set(names).size).toBe(names.length)
  })
})
