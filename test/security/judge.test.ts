import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CHECKLIST } from './checklist.ts'
import { filesOf, judge, sheetOf, type Outcome } from './judge.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('the list itself', () => {
  test('names files that are there and tests that stand in them', () => {
    const evidence = Object.values(CHECKLIST).flatMap((lines) => lines.flatMap((line) => line.evidence))
    expect(filesOf().filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    const astray = evidence.filter((each) => {
      const [file = '', title = ''] = each.split(' > ')
      const text = readFileSync(join(ROOT, file), 'utf8')
      return !title.split('…').every((part) => text.includes(part.trim()))
    })
    expect(astray).toEqual([])
  })

  test('has no line without evidence, and none twice', () => {
    const lines = Object.values(CHECKLIST).flat()
    expect(lines.filter((line) => line.evidence.length === 0)).toEqual([])
    expect(new Set(lines.map(({ claim }) => claim)).size).toBe(lines.length)
  })
})

describe('a line', () => {
  const list = { Doors: [{ claim: 'They are shut', evidence: ['a.test.ts > a … is shut', 'b.spec.ts'] }] }
  const shut: Outcome = { file: 'a.test.ts', name: 'a door of oak is shut', state: 'passed' }
  const seen: Outcome = { file: 'b.spec.ts', name: 'nobody comes in', state: 'passed' }
  const stateOf = (...outcomes: Outcome[]) => judge(outcomes, list)[0]?.state

  test('holds when all that is named passed', () => {
    expect(stateOf(shut, seen)).toBe('holds')
    expect(sheetOf(judge([shut, seen], list))).toContain('ok    They are shut (2 tests)')
  })

  test('fails with one of its tests', () => {
    expect(stateOf(shut, { ...seen, state: 'failed' })).toBe('fails')
    expect(sheetOf(judge([shut, { ...seen, state: 'failed' }], list))).toContain('failed: b.spec.ts > nobody comes in')
  })

  test('is not shown by a test that was skipped, is in another file, has another name, or was not run', () => {
    expect(stateOf(shut, { ...seen, state: 'skipped' })).toBe('not-shown')
    expect(stateOf({ ...shut, file: 'c.test.ts' }, seen)).toBe('not-shown')
    expect(stateOf({ ...shut, name: 'a door of oak is shut at night' }, seen)).toBe('not-shown')
    expect(stateOf(shut)).toBe('not-shown')
    expect(sheetOf(judge([shut], list))).toContain('was not run: b.spec.ts')
  })
})
