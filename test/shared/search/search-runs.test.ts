import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIndexText, indexTokens } from '../../../src/shared/search/search-runs.ts'

/** As the tokenizer `ascii` of FTS5 parts and folds a text: letters are those of ASCII and everything beyond it. */
const asTheIndexReads = (text: string): string[] =>
  (text.match(/[0-9A-Za-z\u0080-\uffff]+/g) ?? []).map((word) =>
    word.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  )

const WORDS = [
  'Ferry',
  'café',
  'CAFE\u0301',
  "o'clock",
  'đường',
  'Straße',
  'كتاب',
  'والكتاب',
  '東京都',
  'ไทย',
  '½',
  '٣٤',
  '=\u0338',
  '\u00ad',
]
const text = fc.array(
  fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(' ', '\n', '-', '“', '’', '\0', '_'),
    fc.nat(130).map((length) => 'x'.repeat(length)),
  ),
  { maxLength: 24 },
)

test('a text that the index parts by itself becomes the tokens that a search asks for', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const indexText = createIndexText()
      for (const parts of texts) {
        const whole = parts.join('')
        expect(asTheIndexReads(indexText(whole)).join(' ')).toBe(indexTokens(whole))
      }
    }),
    { numRuns: 500 },
  )
})
