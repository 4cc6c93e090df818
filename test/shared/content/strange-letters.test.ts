import { expect, test } from 'vitest'
import { findStrange, withoutTurns } from '../../../src/shared/content/strange-letters.ts'

const found = (text: string) => findStrange(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

test('a word of Latin letters with some that only look so is found', () => {
  expect(found('From the mіnistry, by раypal, Μinistry and ｍinistry.')).toEqual([
    ['mixed', 'mіnistry'],
    ['mixed', 'раypal'],
    ['mixed', 'Μinistry'],
    ['mixed', 'ｍinistry'],
  ])
})

test.each([
  'Министерство иностранных дел',
  'Das Außenministerium, le ministère, Bộ Ngoại giao',
  'SMSка для IT-шника',
  'Υπουργείο Εξωτερικών',
  'وزارة الخارجية و ministry',
  '日本の ministry です',
  'Ministry 2026, kΩ',
])('what people write is not strange: %s', (text) => {
  expect(findStrange(text)).toEqual([])
})

test('what turns letters round is found and taken out; what right-to-left scripts need stays', () => {
  expect(found('by \u202E\u202Dyrtsinim mіnistry')).toEqual([
    ['turned', '\u202E\u202D'],
    ['mixed', 'mіnistry'],
  ])
  expect(withoutTurns('by \u202Eyrtsinim')).toBe('by yrtsinim')
  const persian = 'می\u200Cخواهم \u2067متن\u2069\u200F'
  expect([findStrange(persian), withoutTurns(persian)]).toEqual([[], persian])
})
