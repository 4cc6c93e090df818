import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, it } from 'vitest'
import {
  findIn,
  replaceAllMatches,
  replaceMatch,
} from '../../../../../src/renderer/src/features/editor/find/find-commands.ts'
import { Finder } from '../../../../../src/renderer/src/features/editor/find/find-matches.ts'
import { Find, found } from '../../../../../src/renderer/src/features/editor/find/find-plugin.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { withUndoSteps, undoStepsOf } from '../../../../../src/renderer/src/features/editor/undo/undo-steps.ts'
import { afterFieldSteps } from '../../../../../src/renderer/src/features/editor/words/field-step.ts'
import type { WordsPlace } from '../../../../../src/renderer/src/features/editor/words/written-texts.ts'

const schema = getSchema(postExtensions)
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'The ferry, a ferry' }] },
    { type: 'picture', attrs: { alt: 'A ferry at dawn', caption: 'Férry and ferry', credit: 'Lan' } },
    { type: 'blockquote', attrs: { citation: 'The ferryman' }, content: [{ type: 'paragraph' }] },
  ],
})
const fields = { title: 'By ferry', excerpt: 'ferry' }
const query = { text: 'ferry', matchesCase: false, matchesAccents: false, wholeWords: false }

const nameOf = (place: WordsPlace): string => `${place.in === 'beside' ? place.field : place.in} ${place.from}`
const placesIn = (search: Partial<typeof query>) => new Finder({ ...query, ...search }).placesIn({ doc, ...fields })

it('the title, the text, captions, descriptions, sources and the excerpt are looked through in the order of the page', () => {
  expect(placesIn({}).map(nameOf)).toEqual([
    'title 3',
    'text 5',
    'text 14',
    'caption 0',
    'caption 10',
    'alt 2',
    'citation 4',
    'excerpt 0',
  ])
  expect(placesIn({ wholeWords: true })).toHaveLength(7)
})

it('nothing, or signs that are no letters, finds nothing', () => {
  expect(placesIn({ text: '' })).toEqual([])
  expect(placesIn({ text: '\u0640' })).toEqual([])
})

/** An editor without a page: its state, and the fields as the working copy has them. */
function open(text = query.text) {
  const desk = {
    state: EditorState.create({
      doc,
      plugins: [...(Find.config.addProseMirrorPlugins?.call({} as never) ?? []), history()],
    }),
    fields,
  }
  const dispatch = (tr: Transaction): void => {
    desk.state = desk.state.apply(tr)
    desk.fields = afterFieldSteps(tr, desk.fields)
  }
  const view = {
    get state() {
      return desk.state
    },
    dispatch,
    dom: { querySelector: () => null },
  } as unknown as EditorView
  findIn(view, { query: { ...query, text }, fields, near: { in: 'title', from: 0, to: 0 } })
  const written = () => ({ ...desk.fields, ...wordsOf(desk.state.doc) })
  const current = () => {
    const now = found(desk.state)
    const match = now?.matches[now.current]
    return match ? nameOf(match) : null
  }
  return { desk, view, dispatch, written, current }
}

const wordsOf = (now: Node) => ({
  text: now.child(0).textContent,
  caption: String(now.child(1).attrs['caption']),
  alt: String(now.child(1).attrs['alt']),
  citation: String(now.child(2).attrs['citation']),
})

it('all of it is replaced as one step, and one undo takes all of it back, over a restart too', () => {
  const { desk, view, dispatch, written } = open()
  expect(replaceAllMatches(view, 'boat')).toBe(8)
  const replaced = {
    title: 'By boat',
    excerpt: 'boat',
    text: 'The boat, a boat',
    caption: 'boat and boat',
    alt: 'A boat at dawn',
    citation: 'The boatman',
  }
  expect(written()).toEqual(replaced)
  const kept = JSON.parse(JSON.stringify(undoStepsOf(desk.state))) as unknown
  desk.state =
    withUndoSteps(EditorState.create({ doc: desk.state.doc, plugins: desk.state.plugins }), kept) ?? desk.state
  undo(desk.state, dispatch)
  expect(written()).toEqual({ ...fields, ...wordsOf(doc) })
})

it('what was typed into the title since is not undone', () => {
  const { desk, view, dispatch, written } = open()
  replaceAllMatches(view, 'boat')
  desk.fields = { ...desk.fields, title: 'By boat, again' }
  undo(desk.state, dispatch)
  expect(written()).toMatchObject({ title: 'By boat, again', excerpt: 'ferry', text: 'The ferry, a ferry' })
})

it('one after the other is replaced, each behind the words that were put in', () => {
  const { view, written, current } = open()
  const walked: (string | null)[] = []
  for (let step = 0; step < 8; step += 1) {
    walked.push(current())
    replaceMatch(view, 'a ferry')
  }
  expect(walked).toEqual([
    'title 3',
    'text 5',
    'text 16',
    'caption 0',
    'caption 12',
    'alt 2',
    'citation 4',
    'excerpt 0',
  ])
  expect(written()).toMatchObject({ title: 'By a ferry', alt: 'A a ferry at dawn', excerpt: 'a ferry' })
})

it('while a field is typed into, the place the person was at stays the current one', () => {
  const { dispatch, desk, view, current } = open()
  replaceMatch(view, 'boat')
  replaceMatch(view, 'boat')
  expect(current()).toBe('text 13')
  dispatch(desk.state.tr.setNodeAttribute(desk.state.doc.child(0).nodeSize, 'caption', 'A ferry, a ferry, a ferry'))
  expect(current()).toBe('text 13')
})
