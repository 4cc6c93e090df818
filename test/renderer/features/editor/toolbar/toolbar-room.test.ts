import { expect, test } from 'vitest'
import { foldedAt } from '../../../../../src/renderer/src/features/editor/toolbar/toolbar-room.ts'

test('the narrower the row, the more of it is folded, the rarest first', () => {
  expect([600, 500, 400, 352, 276, 213].map((widthPx) => [...foldedAt(widthPx)])).toEqual([
    [],
    ['steps'],
    ['steps', 'lists'],
    ['steps', 'lists', 'language'],
    ['steps', 'lists', 'language', 'direction', 'picture', 'link'],
    ['steps', 'lists', 'language', 'direction', 'picture', 'link', 'italic'],
  ])
})
