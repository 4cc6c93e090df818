import { describe, expect, test } from 'vitest'
import { CheckRunner, type Known } from '../../../../../src/renderer/src/features/editor/checks/check-runner.ts'
import { bundledPacks } from '../../../../../src/shared/content/checks/packs/bundled-packs.ts'
import { createRuleSet } from '../../../../../src/shared/content/checks/rule-set.ts'
import type { PostDocument } from '../../../../../src/shared/content/document.ts'
import type { UtcIso } from '../../../../../src/shared/domain/ids.ts'

const KNOWN: Known = {
  fields: { title: 'The delta', excerpt: '', language: 'en' },
  ruleSet: createRuleSet(bundledPacks, []),
  scheduledFor: null,
  clockOffsetMs: 0,
  blogZone: 'Asia/Ho_Chi_Minh',
  hereZone: 'UTC',
  blogUrl: 'https://blog.example',
  template: '',
  reviewBy: null,
}

const say = (text: string, times = 1): PostDocument => ({
  type: 'doc',
  content: Array.from({ length: times }, () => ({
    type: 'paragraph' as const,
    attrs: { dir: null, source: null },
    content: [{ type: 'text' as const, text }],
  })),
})

/** A runner whose timers are pressed by hand; each look at its clock takes as long as a test says. */
function setUp(first: PostDocument) {
  const desk = {
    document: first,
    tickMs: 0,
    elapsedMs: 0,
    waiting: null as null | { callback: () => void; delayMs: number },
  }
  const runner = new CheckRunner({
    readDocument: () => desk.document,
    now: () => new Date('2026-11-21T12:00:00.000Z'),
    elapsedMs: () => (desk.elapsedMs += desk.tickMs),
    later(callback, delayMs) {
      const mine = { callback, delayMs }
      desk.waiting = mine
      return () => {
        if (desk.waiting === mine) desk.waiting = null
      }
    },
  })
  const press = (): number => {
    const { waiting } = desk
    desk.waiting = null
    waiting?.callback()
    return waiting?.delayMs ?? -1
  }
  const rules = () => runner.read()?.findings.map(({ rule }) => rule) ?? null
  return { runner, desk, press, rules }
}

describe('the checks while somebody writes', () => {
  test('wait for a pause, and one pause is one run', () => {
    const { runner, press, rules } = setUp(say('The the boat.'))
    runner.know(KNOWN)
    runner.textChanged()
    runner.textChanged()
    expect(rules()).toBeNull()
    expect(press()).toBeGreaterThan(250)
    expect(rules()).toEqual(['doubled-word'])
    expect(press()).toBe(-1)
  })

  test('let the keyboard through between slices, and begin anew when a key came', () => {
    const { runner, desk, press, rules } = setUp(say('The the boat.', 50))
    desk.tickMs = 5
    runner.know(KNOWN)
    press()
    for (let slice = 0; slice < 5; slice++) expect(press()).toBe(0)
    expect(rules()).toBeNull()
    desk.document = say('A boat.')
    runner.textChanged()
    while (press() >= 0);
    expect(rules()).toEqual([])
  })

  test('run at once for another time to go out, which is what somebody looks at', () => {
    const { runner, rules } = setUp(say('A boat.'))
    runner.know(KNOWN)
    runner.know({ ...KNOWN, scheduledFor: '2026-11-21T20:00:00.000Z' as UtcIso })
    expect(rules()).toEqual(['other-day-at-blog'])
    runner.know(KNOWN)
    expect(rules()).toEqual([])
  })

  test('go by the blog’s clock', () => {
    const { runner, rules } = setUp(say('A boat.'))
    runner.know({ ...KNOWN, clockOffsetMs: 6 * 3_600_000 })
    runner.now()
    expect(rules()).toEqual(['other-day-at-blog'])
  })

  test('say nothing before the rules are known, and nothing more once they are stopped', () => {
    const { runner, press, rules } = setUp(say('The the boat.'))
    runner.know(null)
    press()
    runner.know(KNOWN)
    runner.stop()
    expect(press()).toBe(-1)
    expect(rules()).toBeNull()
  })
})
