import { getSchema, type Editor } from '@tiptap/core'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { applyFix } from '../../../../../src/renderer/src/features/editor/checks/apply-fix.ts'
import {
  createFindingMarks,
  findingMarksKey,
} from '../../../../../src/renderer/src/features/editor/checks/finding-marks.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { afterFieldSteps } from '../../../../../src/renderer/src/features/editor/words/field-step.ts'
import type { Change, Finding } from '../../../../../src/shared/content/checks/finding.ts'
import { checked, heading, paragraph, text } from '../../../../shared/content/checks/checked.ts'

const schema = getSchema(postExtensions)
const FIELDS = { title: 'The the mill', excerpt: '' }

/** The part of an editor that a fix needs, with the marks under the words as in the window. */
function open(blocks: object[], findings: readonly Finding[]): Editor {
  const doc = schema.nodeFromJSON({ type: 'doc', content: blocks })
  const editor = {
    state: EditorState.create({ doc, plugins: [createFindingMarks()] }),
    view: {
      dispatch(transaction: Transaction) {
        editor.state = editor.state.apply(transaction)
      },
    },
  }
  editor.view.dispatch(editor.state.tr.setMeta(findingMarksKey, { findings, current: null }))
  return editor as unknown as Editor
}

function firstOf(blocks: Parameters<typeof checked>[0]['blocks']): { finding: Finding; change: Change } {
  const [finding] = checked({ blocks }).findings
  const change = finding?.fixes[0]?.change
  if (!finding || !change) throw new Error('nothing was found')
  return { finding, change }
}

describe('a fix', () => {
  const blocks = [paragraph('We saw ', text('the the', [{ type: 'bold' }]), ' boat.')]

  test('puts the words right where they have moved to, and keeps what they look like', () => {
    const { finding, change } = firstOf(blocks)
    const editor = open(blocks, [finding])
    editor.view.dispatch(editor.state.tr.insertText('Then ', 1))
    expect(applyFix(editor, FIELDS, finding, change)).toBe(true)
    expect(editor.state.doc.textContent).toBe('Then We saw the boat.')
    expect(editor.state.doc.firstChild?.child(1).marks.map(({ type }) => type.name)).toEqual(['bold'])
  })

  test('is not done once other words stand there', () => {
    const { finding, change } = firstOf(blocks)
    const editor = open(blocks, [finding])
    editor.view.dispatch(editor.state.tr.insertText('a', 12, 15))
    expect(applyFix(editor, FIELDS, finding, change)).toBe(false)
    expect(editor.state.doc.textContent).toBe('We saw the a boat.')
  })

  test('changes what a block is, and leaves a post one block', () => {
    const deep = [heading(2, 'One'), heading(4, 'Deep')]
    const jump = firstOf(deep)
    const editor = open(deep, [jump.finding])
    expect(applyFix(editor, FIELDS, jump.finding, jump.change)).toBe(true)
    expect(editor.state.doc.child(1).attrs['level']).toBe(3)

    const empty = firstOf([heading(2, '')])
    const bare = open([heading(2, '')], [empty.finding])
    expect(applyFix(bare, FIELDS, empty.finding, empty.change)).toBe(true)
    expect(bare.state.doc.toString()).toBe('doc(paragraph)')
  })

  test('of a title is done only while the title is the same', () => {
    const [finding] = checked({ title: 'The the mill', blocks: [] }).findings
    const change = finding?.fixes[0]?.change
    if (!finding || !change) throw new Error('nothing was found')
    const fields = { title: 'The the mill', excerpt: '' }
    const taken: object[] = []
    const editor = open([paragraph()], [])
    const { dispatch } = editor.view
    editor.view.dispatch = (transaction) => {
      taken.push(afterFieldSteps(transaction, fields))
      dispatch(transaction)
    }
    expect(applyFix(editor, { ...fields, title: 'Another' }, finding, change)).toBe(false)
    expect(applyFix(editor, fields, finding, change)).toBe(true)
    expect(taken).toEqual([{ title: 'The mill', excerpt: '' }])
  })
})
