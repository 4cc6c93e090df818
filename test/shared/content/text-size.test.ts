import { expect, it } from 'vitest'
import { countCharacters, textSize } from '../../../src/shared/content/text-size.ts'

it('Chinese and Japanese are measured in characters, everything else in words', () => {
  const counts = { words: 400, characters: 1020 }
  expect(['zh-Hant', 'ja', 'fr', ''].map((language) => textSize(counts, language))).toEqual([
    { count: 1020, unit: 'characters', minutes: 4 },
    { count: 1020, unit: 'characters', minutes: 3 },
    { count: 400, unit: 'words', minutes: 2 },
    { count: 400, unit: 'words', minutes: 2 },
  ])
})

it('one word takes a minute, none takes none', () => {
  expect([1, 0].map((words) => textSize({ words, characters: 0 }, 'en').minutes)).toEqual([1, 0])
})

it('a character is what a reader sees as one', () => {
  expect([countCharacters('e\u0301a  b'), countCharacters('👩‍👧 你好'), countCharacters('a b\n')]).toEqual([3, 3, 2])
})
