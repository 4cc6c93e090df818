import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { pastedText } from '../../../../src/renderer/src/features/editor/pasted-text.ts'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const schema = getSchema(postExtensions)
const place = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph' }] }).resolve(1)

it('every character between the line breaks arrives, a paragraph per line', () => {
  const slice = pastedText('one  two\t\r\n\r\nسه\n<b>four</b>', place)
  expect(slice.content.content.map((node) => [node.type.name, node.textContent])).toEqual([
    ['paragraph', 'one  two\t'],
    ['paragraph', 'سه'],
    ['paragraph', '<b>four</b>'],
  ])
})

it('five million characters in 50,000 lines all arrive', () => {
  const line = 'x'.repeat(100)
  const slice = pastedText(Array.from({ length: 50_000 }, () => line).join('\n'), place)
  expect(slice.content.childCount).toBe(50_000)
  expect(slice.content.textBetween(0, slice.content.size).length).toBe(5_000_000)
})
