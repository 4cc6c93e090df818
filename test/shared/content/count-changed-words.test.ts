import { expect, test } from 'vitest'
import { countChangedWords } from '../../../src/shared/content/count-changed-words.ts'

test.each([
  ['', 'One two.', { added: 2, removed: 0 }],
  ['One two.', '', { added: 0, removed: 2 }],
  ['One two.', 'One, two!', { added: 0, removed: 0 }],
  ['One two three', 'One four three five', { added: 2, removed: 1 }],
  ['a\nb\nc d', 'a\nx\nc d', { added: 1, removed: 1 }],
  ['我们去河内', '我们去大使馆', { added: 2, removed: 1 }],
])('from “%s” to “%s”', (before, after, expected) => {
  expect(countChangedWords(before, after)).toMatchObject(expected)
})
