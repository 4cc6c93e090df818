import { getSchema } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import { nodeText } from '../../../../src/shared/content/document-to-text.ts'
import { walkDocument } from '../../../../src/shared/content/document-walk.ts'
import type { BlockNode, InlineNode, PostDocument } from '../../../../src/shared/content/document.ts'
import type { EntryOverlay, NodeOverlay } from '../../../../src/shared/content/suggestions/overlay.ts'
import { overlayDocuments } from '../../../../src/shared/content/suggestions/overlay-documents.ts'
import { settleDocument } from '../../../../src/shared/content/suggestions/settle.ts'
import { suggestionIds } from '../../../../src/shared/content/suggestions/suggestion-ids.ts'
import { anyTwoTexts, meaning } from './two-texts.ts'

const schema = getSchema(postExtensions)
const runs = { numRuns: 500 }
const markupOf = (document: PostDocument): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup
const choose = (ids: readonly string[], bits: readonly boolean[]): Set<string> =>
  new Set(ids.filter((_, index) => bits[index % Math.max(1, bits.length)] ?? false))
const bits = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 })

describe('of any two texts', () => {
  test('all taken is the proposed text and none taken the one before, byte for byte', () => {
    fc.assert(
      fc.property(anyTwoTexts, ({ before, after }) => {
        const overlay = overlayDocuments(before, after)
        const ids = suggestionIds(overlay.blocks)
        expect(markupOf(settleDocument(overlay, new Set()))).toBe(markupOf(before))
        if (ids.length > 0) expect(markupOf(settleDocument(overlay, new Set(ids)))).toBe(markupOf(after))
        else expect(meaning(before)).toEqual(meaning(after))
      }),
      runs,
    )
  })

  test('taking them one after the other, looking anew each time, ends in the proposed text, in any order', () => {
    fc.assert(
      fc.property(anyTwoTexts, fc.infiniteStream(fc.nat()), ({ before, after }, order) => {
        let text = before
        for (let round = 0; round < 200; round += 1) {
          const overlay = overlayDocuments(text, after)
          const ids = suggestionIds(overlay.blocks)
          if (ids.length === 0) break
          const next = settleDocument(overlay, new Set([ids[(order.next().value ?? 0) % ids.length] ?? '']))
          text = next
        }
        expect(meaning(text)).toEqual(meaning(after))
      }),
      runs,
    )
  })

  test('leaving them one after the other ends in the text before', () => {
    fc.assert(
      fc.property(anyTwoTexts, fc.infiniteStream(fc.nat()), ({ before, after }, order) => {
        let text = after
        for (let round = 0; round < 200; round += 1) {
          const overlay = overlayDocuments(before, text)
          const ids = suggestionIds(overlay.blocks)
          if (ids.length === 0) break
          const left = ids[(order.next().value ?? 0) % ids.length]
          text = settleDocument(overlay, new Set(ids.filter((id) => id !== left)))
        }
        expect(meaning(text)).toEqual(meaning(before))
      }),
      runs,
    )
  })

  test('any choice opens in the editor, and every word in it is of the one text or the other', () => {
    fc.assert(
      fc.property(anyTwoTexts, bits, ({ before, after }, chosen) => {
        const overlay = overlayDocuments(before, after)
        const settled = settleDocument(overlay, choose(suggestionIds(overlay.blocks), chosen))
        schema.nodeFromJSON(withoutAbsent(settled)).check()
        const known = new Set([...wordsOf(before), ...wordsOf(after)])
        expect(wordsOf(settled).filter((word) => !known.has(word))).toEqual([])
      }),
      runs,
    )
  })

  test('a choice has exactly the words of before, less what was taken out, and what was taken in', () => {
    fc.assert(
      fc.property(anyTwoTexts, bits, ({ before, after }, chosen) => {
        fc.pre(!hasNotes(before) && !hasNotes(after))
        const overlay = overlayDocuments(before, after)
        const taken = choose(suggestionIds(overlay.blocks), chosen)
        const expected = count(before)
        for (const { id, was, is } of changedTexts(overlay.blocks)) {
          if (!taken.has(id)) continue
          add(expected, was, -1)
          add(expected, is, 1)
        }
        for (const [letter, times] of expected) if (times === 0) expected.delete(letter)
        expect(count(settleDocument(overlay, taken))).toEqual(expected)
      }),
      runs,
    )
  })

  test('what no suggestion touches keeps its bytes', () => {
    fc.assert(
      fc.property(anyTwoTexts, bits, ({ before, after }, chosen) => {
        const overlay = overlayDocuments(before, after)
        const settled = settleDocument(overlay, choose(suggestionIds(overlay.blocks), chosen))
        const untouched = overlay.blocks.flatMap((entry) =>
          entry.kind === 'kept' && entry.node.kind === 'same' && entry.node.before.type !== 'footnotes'
            ? [entry.node.before]
            : [],
        )
        for (const node of untouched)
          expect(settled.content.includes(node as BlockNode) || settled === after).toBe(true)
      }),
      runs,
    )
  })

  test('the same two give the same ids, and no two suggestions share one', () => {
    fc.assert(
      fc.property(anyTwoTexts, ({ before, after }) => {
        const ids = suggestionIds(overlayDocuments(before, after).blocks)
        expect(suggestionIds(overlayDocuments(structuredClone(before), structuredClone(after)).blocks)).toEqual(ids)
        expect([...changedTexts(overlayDocuments(before, after).blocks)].map(({ id }) => id).toSorted()).toEqual(
          ids.toSorted(),
        )
      }),
      runs,
    )
  })
})

interface ChangedText {
  id: string
  was: string
  is: string
}

/** Every suggestion once, with the words it takes out and puts in. */
function* changedTexts(entries: readonly EntryOverlay[]): Generator<ChangedText> {
  for (const entry of entries) {
    if (entry.kind === 'kept') yield* changedInside(entry.node)
    if (entry.kind === 'added') yield { id: entry.id, was: '', is: nodeText(entry.after) }
    if (entry.kind === 'removed') yield { id: entry.id, was: nodeText(entry.before), is: '' }
    if (entry.kind === 'moved-here') yield { id: entry.id, was: '', is: '' }
  }
}

function* changedInside(node: NodeOverlay): Generator<ChangedText> {
  if (node.kind === 'same') return
  if (node.kind === 'replaced') {
    yield { id: node.id, was: nodeText(node.before), is: nodeText(node.after) }
    return
  }
  if (node.shellId !== null) yield { id: node.shellId, was: shellText(node.before), is: shellText(node.after) }
  for (const run of node.words ?? []) {
    if (run.kind === 'changed') yield { id: run.id, was: inlineText(run.before), is: inlineText(run.after) }
  }
  yield* changedTexts(node.children ?? [])
}

const inlineText = (content: InlineNode[]): string =>
  nodeText({ type: 'paragraph', attrs: { dir: null, source: null }, content })
const shellText = (node: NodeOverlay['before']): string =>
  'content' in node && node.content ? nodeText({ ...node, content: [] }) : nodeText(node)

/** Letters, because a change may begin inside of what another reader takes for one word. */
function count(document: PostDocument): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of document.content) add(counts, nodeText(block), 1)
  return counts
}
function add(counts: Map<string, number>, text: string, times: number): void {
  for (const letter of text.match(/\S/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + times)
}
const wordsOf = ({ content }: PostDocument): string[] => content.flatMap((block) => nodeText(block).match(/\S/gu) ?? [])

const hasNotes = (document: PostDocument): boolean =>
  [...walkDocument(document)].some(({ type }) => type === 'footnotes')

/** The editor leaves out what is absent. */
const withoutAbsent = (document: PostDocument): PostDocument => JSON.parse(JSON.stringify(document)) as PostDocument
