import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideNotice, type NoticeQuestion } from '../../../src/shared/conversation/decide-notice.ts'

const MONDAY_NOON = { weekday: 1, hour: 12 }
const GULF = [5, 6]
const choices: NoticeQuestion['choices'] = {
  isOn: true,
  showsWords: false,
  quiet: { from: 20, until: 7 },
  isQuietOnClosedDays: true,
  badge: 'unread',
}
const question: NoticeQuestion = {
  count: 3,
  newest: [
    { authorName: 'Lan', words: 'When does the rain come?' },
    { authorName: 'Minh', words: 'Thank you.' },
  ],
  blogName: 'The Open Gate',
  choices,
  closedOn: GULF,
  at: MONDAY_NOON,
}
const ask = (change: Partial<NoticeQuestion>, chosen: Partial<NoticeQuestion['choices']> = {}) =>
  decideNotice({ ...question, ...change, choices: { ...choices, ...chosen } })

describe('a notice of new comments', () => {
  test('says how many and nothing else, unless the person wants more', () => {
    expect(ask({})).toEqual({ what: 'tell', title: '3 new comments on your blog', body: '' })
    expect(ask({ count: 1 })).toMatchObject({ title: 'A new comment on your blog' })
  })

  test('shows who wrote and the first words where the person chose so', () => {
    expect(ask({}, { showsWords: true })).toEqual({
      what: 'tell',
      title: '3 new comments on \u2068The Open Gate\u2069',
      body: '\u2068Lan\u2069: \u2068When does the rain come?\u2069\n\u2068Minh\u2069: \u2068Thank you.\u2069\nand 1 more',
    })
  })

  test.each([
    [1, 19, 'tell'],
    [1, 20, 'wait'],
    [1, 23, 'wait'],
    [2, 0, 'wait'],
    [2, 6, 'wait'],
    [2, 7, 'tell'],
    [5, 12, 'wait'],
    [0, 12, 'tell'],
  ])('on day %i at %i o’clock, with nights and Friday and Saturday off: %s', (weekday, hour, what) => {
    expect(ask({ at: { weekday, hour } })).toMatchObject({ what })
  })

  test('is late for nobody who has no quiet time, and for no house that never opens', () => {
    const at = { weekday: 5, hour: 23 }
    expect(ask({ at }, { quiet: null, isQuietOnClosedDays: false })).toMatchObject({ what: 'tell' })
    expect(ask({ at, closedOn: [0, 1, 2, 3, 4, 5, 6] }, { quiet: null })).toMatchObject({ what: 'tell' })
    expect(ask({ at: MONDAY_NOON }, { quiet: { from: 12, until: 12 } })).toMatchObject({ what: 'tell' })
  })

  test('is forgotten where nothing is unread, or the person wants none', () => {
    expect(ask({ count: 0 })).toEqual({ what: 'forget' })
    expect(ask({ at: { weekday: 1, hour: 23 } }, { isOn: false })).toEqual({ what: 'forget' })
  })

  test('a quiet time is either one of the day’s hours or it is not, and is over once a day', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(hour, hour, (from, until) => {
        const quiet = { from, until }
        const hours = Array.from({ length: 24 }, (_, each) => each)
        const waits = hours.filter((each) => ask({ at: { weekday: 1, hour: each } }, { quiet }).what === 'wait')
        expect(waits).toHaveLength((until - from + 24) % 24)
        expect(waits.includes(until)).toBe(false)
        expect(waits.length === 0 || waits.includes(from)).toBe(true)
      }),
    )
  })
})

test('whatever a reader wrote, hidden words are nowhere in the notice', () => {
  const text = fc.string({ unit: 'binary', minLength: 6, maxLength: 40 })
  fc.assert(
    fc.property(fc.array(fc.record({ authorName: text, words: text }), { minLength: 1, maxLength: 3 }), (newest) => {
      expect(ask({ newest, count: newest.length })).toEqual(
        ask({ newest: [], count: newest.length, blogName: 'Another name' }),
      )
    }),
  )
})

test('words that are shown stay on their line, short, whole to the left and right, and no markup', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom('\u202eevil', '<b>bold</b>', '<img src=x onerror=alert(1)>', 'one\ntwo', 'سلام', ''),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ authorName: text, words: text }), { maxLength: 5 }), text, (newest, blogName) => {
      const verdict = ask({ newest, count: newest.length + 1, blogName }, { showsWords: true })
      if (verdict.what !== 'tell') return expect.unreachable()
      expect(verdict.body.split('\n')).toHaveLength(Math.min(3, newest.length) + 1)
      for (const line of [verdict.title, ...verdict.body.split('\n')]) {
        expect(line).not.toMatch(/[<>\u202a-\u202e]/)
        expect(line.split('\u2068')).toHaveLength(line.split('\u2069').length)
      }
    }),
  )
})
