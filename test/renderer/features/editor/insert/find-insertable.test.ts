import { afterEach, expect, test } from 'vitest'
import {
  findInsertable,
  INSERTABLE_BLOCKS,
} from '../../../../../src/renderer/src/features/editor/insert/insertable-blocks.ts'
import { speechFor, type Language } from '../../../../../src/shared/words/languages.ts'
import { speak } from '../../../../../src/shared/words/speak.ts'
import { updateHeading } from '../../../../../src/renderer/src/features/editor/insert/update-note.ts'

afterEach(() => speak(speechFor('en', [])))

const found = (typed: string): string[] => findInsertable(typed).map(({ id }) => id)

test('nothing typed offers every block, each under a name of its own', () => {
  expect(findInsertable('')).toEqual(INSERTABLE_BLOCKS)
  expect(new Set(INSERTABLE_BLOCKS.map(({ id }) => id)).size).toBe(INSERTABLE_BLOCKS.length)
  expect(new Set(INSERTABLE_BLOCKS.map(({ name }) => name())).size).toBe(INSERTABLE_BLOCKS.length)
})

test.each([
  ['tab', ['table']],
  ['TAB', ['table']],
  ['quote', ['blockquote', 'pullquote']],
  ['list', ['bulletList', 'orderedList', 'moreBreak']],
  ['youtube', ['embed']],
  ['h2', ['heading-2']],
  ['nothing of this name', []],
])('“%s” finds %j, names before other words', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test.each<[Language, string, string[]]>([
  ['fr', 'separateur', ['horizontalRule']],
  ['vi', 'danh sach', ['bulletList', 'orderedList', 'moreBreak']],
  ['ar', 'جدول', ['table']],
])('in %s “%s” finds %j, with or without accents', async (language, typed, expected) => {
  await speak(speechFor(language, []))
  expect(found(typed)).toEqual(expected)
})

const DAY = new Date(2026, 10, 26)

test.each([
  ['', 'Update, 26 November 2026:'],
  ['en', 'Update, 26 November 2026:'],
  ['vi', 'Cập nhật, 26 tháng 11, 2026:'],
  ['fr', 'Mise à jour, 26 novembre 2026\u00a0:'],
  ['fa', 'به‌روزرسانی، ۵ آذر ۱۴۰۵:'],
  ['zh', '更新，2026年11月26日：'],
  ['sw', 'Update, 26 November 2026:'],
])('an update in %j is headed “%s”', (language, expected) => {
  expect(updateHeading(language, DAY)).toBe(expected)
})
