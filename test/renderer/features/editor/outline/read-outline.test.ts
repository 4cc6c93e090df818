import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { headingAt, readOutline } from '../../../../../src/renderer/src/features/editor/outline/read-outline.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const schema = getSchema(postExtensions)

function textOf(levels: readonly (number | 'words')[]) {
  const words = (text: string) => [{ type: 'text', text }]
  const blocks = levels.map((level) =>
    level === 'words'
      ? { type: 'paragraph', content: words('words') }
      : { type: 'heading', attrs: { level }, content: words(`level ${level}`) },
  )
  return schema.nodeFromJSON({ type: 'doc', content: blocks })
}

it('a heading that leaves a level out says after which it came', () => {
  const outline = readOutline(textOf([2, 'words', 4, 3, 2, 3]))
  expect(outline.map(({ level, jumpsFrom }) => [level, jumpsFrom])).toEqual([
    [2, null],
    [4, 2],
    [3, null],
    [2, null],
    [3, null],
  ])
})

it('the title is the first level, so a text begins with the second', () => {
  expect(readOutline(textOf([3])).map(({ jumpsFrom }) => jumpsFrom)).toEqual([1])
})

it('headings inside a quote belong to the outline', () => {
  const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'inside' }] }
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'blockquote', content: [heading] }] })
  expect(readOutline(doc)).toEqual([{ position: 2, level: 2, text: 'inside', jumpsFrom: null }])
})

it('the caret is under the last heading before it', () => {
  const doc = textOf(['words', 2, 'words', 2])
  const outline = readOutline(doc)
  expect([1, outline[0]?.position ?? 0, doc.content.size].map((position) => headingAt(outline, position))).toEqual([
    -1, 0, 1,
  ])
})
