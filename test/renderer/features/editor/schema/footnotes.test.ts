import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { keepNotesWithReferences } from '../../../../../src/renderer/src/features/editor/schema/footnote-plugins.ts'
import { realFootnotes } from '../../../../../src/renderer/src/features/editor/schema/real-footnotes.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const schema = getSchema(postExtensions)
const node = (type: string, attrs: object | null, ...content: unknown[]) => ({ type, attrs, content })
const reference = (id: string) => ({ type: 'footnoteReference', attrs: { id } })
const text = (words: string) => ({ type: 'text', text: words })
const note = (id: string) => node('footnote', { id }, text(`note ${id}`))

/** A post of paragraphs that each hold one reference, with notes in this order. */
function postWith(references: string[], notes: string[]): EditorState {
  const paragraphs = references.map((id) => node('paragraph', null, text(`words ${id}`), reference(id)))
  const content = [...paragraphs, ...(notes.length > 0 ? [node('footnotes', null, ...notes.map(note))] : [])]
  return EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content }),
    plugins: [history(), keepNotesWithReferences()],
  })
}

const apply = (state: EditorState, change: (transaction: Transaction) => Transaction): EditorState =>
  state.applyTransaction(change(state.tr)).state

/** `references|notes`, each note by its words. */
function idsIn({ doc }: EditorState): string {
  const references: string[] = []
  const notes: string[] = []
  doc.descendants((each) => {
    if (each.type.name === 'footnoteReference') references.push(String(each.attrs['id']))
    if (each.type.name === 'footnote') notes.push(each.textContent || `(empty ${String(each.attrs['id'])})`)
  })
  return `${references.join(' ')} | ${notes.join(', ')}`
}

function placeOf(state: EditorState, id: string, type = 'footnoteReference'): { from: number; to: number } {
  let found = { from: -1, to: -1 }
  state.doc.descendants((each, position) => {
    if (each.type.name === type && each.attrs['id'] === id) found = { from: position, to: position + each.nodeSize }
  })
  return found
}

test('a deleted reference takes its note along, and undo brings both back', () => {
  const before = postWith(['a', 'b'], ['a', 'b'])
  const { from, to } = placeOf(before, 'a')
  const after = apply(before, (transaction) => transaction.delete(from, to))
  expect(idsIn(after)).toBe('b | note b')
  let undone = after
  undo(after, (transaction) => {
    undone = after.applyTransaction(transaction).state
  })
  expect(idsIn(undone)).toBe('a b | note a, note b')
})

test('with the last reference the list of notes goes', () => {
  const before = postWith(['a'], ['a'])
  const { from, to } = placeOf(before, 'a')
  const after = apply(before, (transaction) => transaction.delete(from, to))
  expect(after.doc.lastChild?.type.name).toBe('paragraph')
})

test('a new reference gets a note in its place among the others', () => {
  const before = postWith(['a', 'c'], ['a', 'c'])
  const { to } = placeOf(before, 'a')
  const after = apply(before, (transaction) => transaction.insert(to, schema.nodeFromJSON(reference('b'))))
  expect(idsIn(after)).toBe('a b c | note a, (empty b), note c')
})

test('the first note of a post brings the list with it', () => {
  const after = apply(postWith([], []).apply(postWith([], []).tr), (transaction) =>
    transaction.insert(0, schema.nodeFromJSON(node('paragraph', null, reference('a')))),
  )
  expect(idsIn(after)).toBe('a | (empty a)')
  expect(after.doc.lastChild?.type.name).toBe('footnotes')
})

test('a passage that is cut and comes back elsewhere has its notes, in the new order', () => {
  const before = postWith(['a', 'b'], ['a', 'b'])
  const first = before.doc.child(0)
  const cut = apply(before, (transaction) => transaction.delete(0, first.nodeSize))
  expect(idsIn(cut)).toBe('b | note b')
  const after = apply(cut, (transaction) => transaction.insert(cut.doc.child(0).nodeSize, first))
  expect(idsIn(after)).toBe('b a | note b, note a')
})

test('a note that is taken away takes its reference', () => {
  const before = postWith(['a', 'b'], ['a', 'b'])
  const { from, to } = placeOf(before, 'b', 'footnote')
  expect(idsIn(apply(before, (transaction) => transaction.delete(from, to)))).toBe('a | note a')
})

test('a post from the blog whose notes and references do not fit is left as it is until somebody touches them', () => {
  const before = postWith(['a'], ['x', 'a'])
  const typed = apply(before, (transaction) => transaction.insertText('more ', 1))
  expect(idsIn(typed)).toBe('a | note x, note a')
})

test('notes that stand in the text as a list become real ones, with those that are already, in one step', () => {
  const list = '<!-- wp:list {"ordered":true,"className":"footnotes"} -->\n<ol>…</ol>\n<!-- /wp:list -->'
  const blocks = [
    ...['a', 'b', 'c'].map((id) => node('paragraph', null, text(`words ${id}`), reference(id))),
    node('footnotes', { source: list }, note('a'), note('c'), note('unused')),
    node('footnotes', { source: '<!-- wp:footnotes /-->', meta: '[]' }, note('b')),
  ]
  const before = EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content: blocks }),
    plugins: [history(), keepNotesWithReferences()],
  })
  const after = apply(before, () => realFootnotes(before) ?? before.tr)
  expect(idsIn(after)).toBe('a b c | note a, note b, note c, note unused')
  expect([after.doc.childCount, after.doc.lastChild?.attrs]).toMatchObject([4, { source: '<!-- wp:footnotes /-->' }])
  expect(realFootnotes(after)).toBeNull()
  let undone = after
  undo(after, (transaction) => {
    undone = after.applyTransaction(transaction).state
  })
  expect(undone.doc.toJSON()).toEqual(before.doc.toJSON())
})

test('a list alone becomes the place of real notes where it stands', () => {
  const list = '<!-- wp:list {"ordered":true,"className":"footnotes"} -->\n<ol>…</ol>\n<!-- /wp:list -->'
  const before = EditorState.create({
    doc: schema.nodeFromJSON({
      type: 'doc',
      content: [
        node('paragraph', null, text('words'), reference('a')),
        node('footnotes', { source: list }, note('a')),
        node('paragraph', null, text('behind')),
      ],
    }),
  })
  const after = apply(before, () => realFootnotes(before) ?? before.tr)
  expect(after.doc.child(1).toJSON()).toMatchObject({
    type: 'footnotes',
    attrs: { source: null },
    content: [note('a')],
  })
})
