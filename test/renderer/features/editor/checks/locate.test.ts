import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { blockAt, rangeOf, wordsIn } from '../../../../../src/renderer/src/features/editor/checks/locate.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { checked, heading, paragraph } from '../../../../shared/content/checks/checked.ts'

const item = (...content: object[]) => ({ type: 'listItem', content })
const list = (...content: object[]) => ({ type: 'bulletList', attrs: { source: null }, content })
const blocks = [
  heading(2, 'One'),
  { type: 'horizontalRule', attrs: { source: null } },
  list(
    item(paragraph('First.')),
    item(paragraph('Second.'), list(item(paragraph('Then', { type: 'hardBreak' }, 'the the end.')))),
  ),
  paragraph(),
]
const doc = getSchema(postExtensions).nodeFromJSON({ type: 'doc', content: blocks })

test('a place the checks name is the same words in the editor, however deep', () => {
  const [finding] = checked({ blocks: blocks as never[] }).findings
  const range = finding ? rangeOf(doc, finding.where) : null
  expect(finding?.where).toMatchObject({ path: [2, 1, 1, 0, 0] })
  expect(range && wordsIn(doc, range.from, range.to)).toBe('the the')
  expect(range && wordsIn(doc, range.from - 1, range.to)).toBe('\nthe the')
})

test('a place that is not there any more is none', () => {
  expect(blockAt(doc, [9])).toBeNull()
  expect(blockAt(doc, [2, 1, 1, 7])).toBeNull()
  expect(rangeOf(doc, { in: 'text', path: [0], from: 0, to: 40 })).toBeNull()
  expect(rangeOf(doc, { in: 'title' })).toBeNull()
})
