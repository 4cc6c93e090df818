import { expect } from 'vitest'
import { parseBlocks, type BlockPiece } from '../../../../src/shared/content/block-grammar.ts'
import { isClassicMarkup, splitClassic } from '../../../../src/shared/content/classic/classic-pieces.ts'
import type { BlockNode, ParagraphNode, PostDocument, StructureNode } from '../../../../src/shared/content/document.ts'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import { walkDocument } from '../../../../src/shared/content/document-walk.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'

export const write = (document: PostDocument): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' }).markup

/** Opened and written again, the text has its very bytes; after an edit of any paragraph one block of it differs. */
export function expectFidelity(markup: string): void {
  const document = markupToDocument(markup)
  expect(write(document)).toBe(markup)
  const before = piecesOf(markup)
  for (const index of paragraphsOf(document).keys()) {
    const edited = structuredClone(document)
    const paragraph = paragraphsOf(edited)[index]
    if (!paragraph) return expect.unreachable()
    paragraph.content = [...(paragraph.content ?? []), { type: 'text', text: ' Edited.' }]
    const after = piecesOf(write(edited))
    const changed = after.filter((own, at) => own !== before[at])
    expect([after.length, changed.length]).toEqual([before.length, 1])
    expect(changed[0]).toContain('Edited.')
  }
}

/** Paragraphs that are a block of the blog. */
const paragraphsOf = (document: PostDocument): ParagraphNode[] =>
  [...walkDocument(document)].filter(
    (node) => node.type === 'paragraph' && node.attrs.source !== null && node.attrs.source.trim() !== '',
  ) as ParagraphNode[]

/** Of a classic post its paragraphs and elements. */
const piecesOf = (markup: string): string[] =>
  isClassicMarkup(markup)
    ? splitClassic(markup).map(({ start, end }) => markup.slice(start, end))
    : ownMarkup(parseBlocks(markup))

/** What each block says itself, less the blocks inside it. */
function ownMarkup(pieces: readonly BlockPiece[]): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'html') return [piece.source]
    const inner = piece.inner.filter((each) => each.kind === 'block')
    if (inner.length === 0) return [piece.source]
    const own = piece.inner.map((each) => (each.kind === 'html' ? each.source : '▢')).join('')
    const [comment = ''] = /^<!--[^]*?-->/.exec(piece.source) ?? []
    return [comment + own, ...ownMarkup(inner)]
  })
}

/** By name, how many blocks of the text open as something that can be edited, and how many stay as they are. */
export function countEditable(markup: string): Map<string, { editable: number; opaque: number }> {
  const counts = new Map<string, { editable: number; opaque: number }>()
  for (const node of walkDocument(markupToDocument(markup))) {
    const name = blockNameOf(node)
    if (name === null) continue
    const count = counts.get(name) ?? { editable: 0, opaque: 0 }
    count[node.type === 'opaque' ? 'opaque' : 'editable'] += 1
    counts.set(name, count)
  }
  return counts
}

function blockNameOf(node: StructureNode): string | null {
  if (node.type === 'opaque' || node.type === 'container') return node.attrs.blockName
  return 'attrs' in node && node.attrs && 'source' in node.attrs ? (node as BlockNode).type : null
}
