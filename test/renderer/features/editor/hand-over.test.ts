import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HandOver } from '../../../../src/renderer/src/features/editor/hand-over.ts'
import { documentOf } from '../../../../src/renderer/src/features/editor/read-document.ts'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { withChange } from '../../../../src/shared/content/block-change.ts'
import type { BlockNode } from '../../../../src/shared/content/document.ts'
import type { ChangedText, PostEdit } from '../../../../src/shared/contract/inputs.ts'
import type { PostId } from '../../../../src/shared/domain/ids.ts'

const schema = getSchema(postExtensions)
const paragraph = (words: string): Node => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])
const sent = (sequence: number): Omit<PostEdit, 'document'> => ({
  postId: '4b3c2a10-0000-4000-8000-000000000001' as PostId,
  window: 'first',
  sequence,
  mergesSeen: 0,
  title: '',
  excerpt: '',
  language: '',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  caret: null,
})

/** Holds the text of one window, as the core does. */
function fakeCore() {
  const core = {
    blocks: null as BlockNode[] | null,
    sequence: 0,
    received: [] as (PostEdit | ChangedText)[],
    fate: 'good' as 'good' | 'refused' | 'answer lost' | 'began anew',
    async edit(edit: PostEdit | ChangedText): Promise<'taken' | 'send-whole'> {
      core.received.push(edit)
      if (core.fate === 'refused') throw new Error('refused')
      if (core.fate === 'began anew') core.blocks = null
      core.fate = core.fate === 'began anew' ? 'good' : core.fate
      if ('change' in edit) {
        if (core.blocks === null || core.sequence !== edit.change.over) return 'send-whole'
        core.blocks = withChange(core.blocks, edit.change)
        expect(core.blocks).toHaveLength(edit.change.total)
      } else core.blocks = edit.document.content
      core.sequence = edit.sequence
      if (core.fate === 'answer lost') throw new Error('no answer')
      return 'taken'
    },
  }
  return core
}

describe('what a window hands over', () => {
  test('is its text whole at first, and then the paragraph that was typed in', async () => {
    const core = fakeCore()
    const handOver = new HandOver(core.edit)
    let state = EditorState.create({
      doc: schema.node(
        'doc',
        null,
        Array.from({ length: 300 }, (_, index) => paragraph(`Day ${index}.`)),
      ),
    })
    await handOver.send(state.doc, sent(1))
    state = state.apply(state.tr.insertText('Late. ', state.doc.child(0).nodeSize + 1))
    await handOver.send(state.doc, sent(2))
    expect(core.received.map((edit) => 'document' in edit)).toEqual([true, false])
    expect(core.received[1]).toMatchObject({ change: { over: 1, from: 1, removed: 1, total: 300 } })
    expect(core.blocks).toEqual(documentOf(state.doc).content)
  })

  test('is the last of a page that goes as well, beside what is on its way', async () => {
    const core = fakeCore()
    const gate = Promise.withResolvers<void>()
    const handOver = new HandOver(async (edit) => {
      const answer = await core.edit(edit)
      if (edit.sequence > 1) await gate.promise
      return answer
    })
    let state = EditorState.create({ doc: schema.node('doc', null, 'abcdefgh'.split('').map(paragraph)) })
    const typed = () => (state = state.apply(state.tr.insertText('n', 1)))
    await handOver.send(state.doc, sent(1))
    const last = [2, 3].map((sequence) => handOver.send(typed().doc, sent(sequence)))
    await Promise.resolve()
    expect(core.received.map((edit) => 'document' in edit)).toEqual([true, false, false])
    expect(core.blocks).toEqual(documentOf(state.doc).content)
    // The page stayed after all.
    gate.resolve()
    await Promise.all(last)
    await handOver.send(typed().doc, sent(4))
    expect(core.blocks).toEqual(documentOf(state.doc).content)
  })

  test('is what it shows, whatever is done to it and whatever becomes of the calls', async () => {
    const act = fc.record({
      fate: fc.constantFrom('good', 'good', 'good', 'refused', 'answer lost', 'began anew'),
      do: fc.constantFrom('type', 'split', 'join', 'cut', 'paste', 'nothing'),
      at: fc.nat(1_000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const core = fakeCore()
        const handOver = new HandOver(core.edit)
        let state = EditorState.create({ doc: schema.node('doc', null, 'abcdefgh'.split('').map(paragraph)) })
        for (const [index, each] of acts.entries()) {
          state = state.apply(done(state, each.do, each.at))
          core.fate = each.fate
          const isSent = await handOver.send(state.doc, sent(index + 1)).then(
            () => true,
            () => false,
          )
          if (isSent) expect(core.blocks).toEqual(documentOf(state.doc).content)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function done(state: EditorState, act: string, at: number) {
  const { doc, tr } = state
  const block = at % doc.childCount
  let from = 0
  for (let index = 0; index < block; index += 1) from += doc.child(index).nodeSize
  const to = from + doc.child(block).nodeSize
  if (act === 'type') return tr.insertText('n', from + 1)
  if (act === 'split') return tr.split(from + 1)
  if (act === 'join' && block > 0) return tr.join(from)
  if (act === 'cut' && doc.childCount > 1) return tr.delete(from, to)
  if (act === 'paste') return tr.insert(from, [paragraph('new'), paragraph('words')])
  return tr
}
