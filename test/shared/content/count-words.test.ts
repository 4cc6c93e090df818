import { expect, test } from 'vitest'
import { countWords } from '../../../src/shared/content/count-words.ts'
import { emptyDocument, type PostDocument } from '../../../src/shared/content/document.ts'

const documentOf = (...texts: string[]): PostDocument => ({
  type: 'doc',
  content: texts.map((text) => ({
    type: 'paragraph',
    attrs: { dir: null, source: null },
    content: [{ type: 'text', text }],
  })),
})

test.each([
  ['en', 'The embassy’s well-known porter – 2 doors, e.g. "this" one.', 9],
  ['en', 'At 9:30 see example.org/a and 10,000 others—or not', 9],
  ['fr', "L'ambassade n’ouvre pas.", 3],
  ['vi', 'Thư viện mở cửa', 4],
  ['ar', 'تفتح القاعة أبوابها صباحًا.', 4],
  ['fa', 'می‌خواهم بروم', 2],
  ['ja', '東京', 1],
  ['th', 'สวัสดีครับ', 2],
  ['zh', '中国人民', 2],
  ['', '中国 opens', 2],
  ['not a language', '中国 opens', 2],
  ['en', '– … 🙂', 0],
])('in %s, “%s” has %i words', (language, text, count) => {
  expect(countWords(documentOf(text), language)).toBe(count)
})

test('words are counted over blocks and never joined across them', () => {
  expect(countWords(documentOf('one', 'two three'), 'en')).toBe(3)
  expect(countWords(emptyDocument(), 'en')).toBe(0)
})
