import { getSchema } from '@tiptap/core'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import {
  deleteCurrentBlock,
  moveCurrentBlock,
} from '../../../../../src/renderer/src/features/editor/blocks/current-block.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const schema = getSchema(postExtensions)
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const shell = { blockName: 'core/group', open: '<div>', close: '</div>', source: null }
const list = {
  type: 'bulletList',
  content: ['one', 'two'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
}
const notes = { type: 'footnotes', content: [{ type: 'footnote', attrs: { id: 'a' } }] }

/** The caret stands in the middle of the first text with these words. */
function caretIn(words: string, ...content: object[]): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content })
  let at = 0
  doc.descendants((node, position) => {
    if (node.isText && node.text === words) at = position + 1
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) })
}

const textsOf = (state: EditorState): string[] => state.doc.children.map((block) => block.textContent)

test('a paragraph moves up with the caret at its letter', () => {
  const state = caretIn('b', paragraph('a'), paragraph('b'), paragraph('c'))
  const moved = state.apply(moveCurrentBlock(state, -1) ?? state.tr)
  expect(textsOf(moved)).toEqual(['b', 'a', 'c'])
  expect(moved.selection.$from.parent.textContent).toBe('b')
})

test('a list moves whole, from any of its lines', () => {
  const state = caretIn('two', paragraph('a'), list)
  const moved = state.apply(moveCurrentBlock(state, -1) ?? state.tr)
  expect(textsOf(moved)).toEqual(['onetwo', 'a'])
  expect(moved.selection.$from.parent.textContent).toBe('two')
})

test('a block inside a column moves inside it', () => {
  const state = caretIn('b', paragraph('x'), {
    type: 'container',
    attrs: shell,
    content: [paragraph('a'), paragraph('b')],
  })
  const moved = state.apply(moveCurrentBlock(state, -1) ?? state.tr)
  expect(textsOf(moved)).toEqual(['x', 'ba'])
  expect(moveCurrentBlock(moved, -1)).toBeNull()
})

test('nothing moves over the edge, or under the footnotes', () => {
  expect(moveCurrentBlock(caretIn('a', paragraph('a')), 1)).toBeNull()
  expect(moveCurrentBlock(caretIn('a', paragraph('a'), notes), 1)).toBeNull()
})

test('a selected separator moves and stays selected', () => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph('a'), { type: 'horizontalRule' }] })
  const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 3) })
  const moved = state.apply(moveCurrentBlock(state, -1) ?? state.tr)
  expect(moved.doc.firstChild?.type.name).toBe('horizontalRule')
  expect(moved.selection).toBeInstanceOf(NodeSelection)
})

test('the only block of a post leaves an empty paragraph when it is removed', () => {
  const state = caretIn('two', list)
  const left = state.apply(deleteCurrentBlock(state) ?? state.tr)
  expect(left.doc.childCount).toBe(1)
  expect(left.doc.firstChild?.type.name).toBe('paragraph')
})
