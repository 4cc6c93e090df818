import { getSchema } from '@tiptap/core'
import { closeHistory, history, redo, undo } from '@tiptap/pm/history'
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { UndoMemory } from '../../../../../src/renderer/src/features/editor/undo/undo-memory.ts'
import { undoStepsOf, withUndoSteps } from '../../../../../src/renderer/src/features/editor/undo/undo-steps.ts'
import type { PostDocument } from '../../../../../src/shared/content/document.ts'
import type { KeptUndo } from '../../../../../src/shared/contract/services.ts'

const schema = getSchema(postExtensions)
const doc = (...paragraphs: string[]) =>
  schema.node(
    'doc',
    null,
    paragraphs.map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])),
  )
/** The plugins of another window: none of them is the one that the steps came from. */
const open = (json: unknown): EditorState =>
  EditorState.create({ doc: schema.nodeFromJSON(json), plugins: [new Plugin({}), history({ depth: 500 })] })

/** A window on a text, and what its person does there. */
function window(start: EditorState) {
  let state = start
  const dispatch = (tr: Transaction): void => {
    state = state.apply(tr)
  }
  return {
    read: () => state,
    words: () => state.doc.textBetween(0, state.doc.content.size, '|'),
    setState: (next: EditorState) => void (state = next),
    type(text: string) {
      const end = TextSelection.atEnd(state.doc)
      dispatch(closeHistory(state.tr.setSelection(end)))
      for (const letter of text) dispatch(state.tr.insertText(letter))
    },
    /** As what a colleague changed on the blog. */
    arrives: (text: string, at: number) => dispatch(state.tr.insertText(text, at).setMeta('addToHistory', false)),
    undo: () => undo(state, dispatch),
    redo: () => redo(state, dispatch),
  }
}

/** The same text in a new window, as far as it was written down. */
const restarted = (before: EditorState) => {
  const steps: unknown = JSON.parse(JSON.stringify(undoStepsOf(before)))
  const next = withUndoSteps(open(before.doc.toJSON()), steps)
  return next && window(next)
}

describe('what can be undone, in a new window', () => {
  test('is what was typed before, step by step, and can be done again', () => {
    const first = window(open(doc('one').toJSON()))
    first.type(' two')
    first.type(' three')
    const second = restarted(first.read())
    expect(second?.words()).toBe('one two three')
    second?.undo()
    expect(second?.words()).toBe('one two')
    expect(second?.read().selection.head).toBe(8)
    second?.undo()
    expect(second?.words()).toBe('one')
    expect(second?.undo()).toBe(false)
    second?.redo()
    second?.redo()
    expect(second?.words()).toBe('one two three')
    expect(second?.redo()).toBe(false)
  })

  test('keeps what was undone there to be done again', () => {
    const first = window(open(doc('one').toJSON()))
    first.type(' two')
    first.type(' three')
    first.undo()
    first.undo()
    const second = restarted(first.read())
    expect(second?.words()).toBe('one')
    second?.redo()
    expect(second?.words()).toBe('one two')
    second?.redo()
    expect(second?.words()).toBe('one two three')
  })

  test('goes back around what came from the blog meanwhile, which stays', () => {
    const first = window(open(doc('one').toJSON()))
    first.type(' two')
    first.arrives('ZERO ', 1)
    const second = restarted(first.read())
    second?.undo()
    expect(second?.words()).toBe('ZERO one')
  })

  test('what is typed next is a step of its own, and the text is the very same', () => {
    const first = window(open(doc('one').toJSON()))
    first.type(' two')
    const second = restarted(first.read())
    expect(second?.read().doc.eq(first.read().doc)).toBe(true)
    second?.type('!')
    second?.undo()
    expect(second?.words()).toBe('one two')
  })

  test('ends at 200 steps and half a million characters', () => {
    const first = window(open(doc('').toJSON()))
    for (let step = 0; step < 230; step += 1) first.type('x')
    expect(undoStepsOf(first.read()).undo).toHaveLength(200)
    const large = window(open(doc('').toJSON()))
    for (let step = 0; step < 4; step += 1) large.type('y')
    for (let step = 0; step < 4; step += 1) {
      const { tr } = large.read()
      // What is taken out has to be in the step that brings it back.
      large.setState(large.read().apply(closeHistory(tr.insertText('z'.repeat(200_000), 1))))
      large.setState(large.read().apply(closeHistory(large.read().tr.delete(1, 200_001))))
    }
    expect(JSON.stringify(undoStepsOf(large.read())).length).toBeLessThan(600_000)
  })

  test('is dropped without a word where it does not fit, or is not what it should be', () => {
    const first = window(open(doc('one').toJSON()))
    first.type(' two')
    const kept = undoStepsOf(first.read())
    const here = open(doc('another').toJSON())
    const [group] = kept.undo
    for (const steps of [
      null,
      'steps',
      {},
      { version: 2, undo: [], redo: [] },
      { ...kept, undo: [null] },
      { ...kept, undo: [{ steps: [null], selection: null }] },
      { ...kept, undo: [{ steps: [{ stepType: 'of tomorrow' }], selection: null }] },
      { ...kept, undo: [{ steps: [{ stepType: 'replace', from: 900, to: 901 }], selection: null }] },
      { ...kept, undo: [{ ...group, selection: { type: 'text', anchor: 9e9, head: -1 } }] },
      {
        ...kept,
        undo: [
          {
            steps: [{ stepType: 'replace', from: 0, to: 9, slice: { content: [{ type: 'hologram' }] } }],
            selection: null,
          },
        ],
      },
    ])
      expect(withUndoSteps(here, steps)).toBeNull()
  })
})

describe('the memory of a window', () => {
  function remember(start: EditorState, store: { kept: KeptUndo | null; writes: number }) {
    const desk = window(start)
    const waiting: (() => void)[] = []
    const memory = new UndoMemory({
      state: desk.read,
      readDocument: () => desk.read().doc.toJSON() as PostDocument,
      setState: desk.setState,
      keep(undo) {
        store.kept = undo
        store.writes += 1
        return Promise.resolve()
      },
      later(callback) {
        waiting.push(callback)
        return () => void waiting.splice(waiting.indexOf(callback), 1)
      },
    })
    return { ...desk, memory, rest: () => waiting.splice(0).forEach((callback) => callback()) }
  }

  test('writes once when typing rests, not at all for a move of the caret, and gives it back to the next', async () => {
    const store = { kept: null as KeptUndo | null, writes: 0 }
    const first = remember(open(doc('one').toJSON()), store)
    for (const letter of ' two') {
      first.type(letter)
      first.memory.changed()
    }
    first.rest()
    await first.memory.flush()
    expect(store.writes).toBe(1)
    const second = remember(open(first.read().doc.toJSON()), store)
    second.memory.recall(store.kept)
    second.undo()
    expect(second.words()).toBe('one tw')
    await second.memory.flush()
    expect(store.writes).toBe(2)
  })

  test('leaves it where the text is another by now', async () => {
    const store = { kept: null as KeptUndo | null, writes: 0 }
    const first = remember(open(doc('one').toJSON()), store)
    first.type(' two')
    await first.memory.flush()
    const second = remember(open(doc('one two', 'merged in').toJSON()), store)
    second.memory.recall(store.kept)
    expect(second.undo()).toBe(false)
    const third = remember(open(first.read().doc.toJSON()), store)
    third.memory.recall({ documentPrint: store.kept?.documentPrint ?? '', steps: '{"half' })
    third.memory.recall(null)
    expect(third.undo()).toBe(false)
  })
})
