import { expect, test } from 'vitest'
import { textDirection } from '../../../src/shared/content/text-direction.ts'

test.each([
  ['English', 'ltr'],
  ['Tiếng Việt', 'ltr'],
  ['Ελληνικά', 'ltr'],
  ['日本語', 'ltr'],
  ['ภาษาไทย', 'ltr'],
  ['العربية', 'rtl'],
  ['فارسی', 'rtl'],
  ['עברית', 'rtl'],
  ['ދިވެހި', 'rtl'],
  ['ܣܘܪܝܝܐ', 'rtl'],
  ['ߒߞߏ', 'rtl'],
  ['𞤆𞤵𞤤𞤢𞤪', 'rtl'],
  ['ﷺ', 'rtl'],
  ['2026 – “English” مرحبا', 'ltr'],
  ['٢٠٢٦ English', 'ltr'],
  ['12:30 (مرحبا) English', 'rtl'],
  ['\u200fEnglish', 'rtl'],
  ['\u200eمرحبا', 'ltr'],
  ['\u2067مرحبا\u2069 English', 'ltr'],
  ['12 – ! 🙂', null],
  ['', null],
] as const)('“%s” runs %s', (text, direction) => {
  expect(textDirection(text)).toBe(direction)
})
