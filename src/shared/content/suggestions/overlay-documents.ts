import { childrenOf, holdsWords, inlineOf, notesOfText } from '../document-walk.ts'
import type { FootnoteNode, PostDocument, StructureNode } from '../document.ts'
import { nodeText } from '../document-to-text.ts'
import { itemIds, type NextId } from '../merge/merge-item-id.ts'
import { pairChunks, type ChunkPairs } from '../merge/pair-chunks.ts'
import { familyOf, isPreformatted, meaningOf, shellOf } from './node-meaning.ts'
import type { DocumentOverlay, EntryOverlay, NodeOverlay } from './overlay.ts'
import { overlayWords } from './overlay-words.ts'

/**
 * What of one text became what of another: block by block, item by item, word by word. Of any two documents. The same two
 * give the same ids, and a suggestion keeps its id when another one is settled, as long as its own words stay the same.
 * Near-linear in the length of both.
 */
export function overlayDocuments(
  before: PostDocument,
  after: PostDocument,
  nextId: NextId = itemIds(),
): DocumentOverlay {
  return { before, after, blocks: new Overlaying(before, after, nextId).row(before.content, after.content) }
}

class Overlaying {
  readonly #nextId: NextId
  /** The notes whose number only one of the texts has: they come and go with it, and are no suggestions of their own. */
  readonly #followed: ReadonlySet<string>

  constructor(before: PostDocument, after: PostDocument, nextId: NextId) {
    this.#nextId = nextId
    const [one, other] = [notesOfText(before.content), notesOfText(after.content)]
    this.#followed = new Set([...one, ...other].filter((id) => !(one.includes(id) && other.includes(id))))
  }

  row(before: readonly StructureNode[], after: readonly StructureNode[]): EntryOverlay[] {
    const { inVersion, inBase, moved, putAt } = pairNodes(before, after)
    const entries: EntryOverlay[] = []
    const put = (gap: number): void => {
      for (const index of putAt[gap] ?? []) {
        const node = after[index]
        if (!node) continue
        const origin = before[inBase[index] ?? -1]
        if (origin) entries.push({ kind: 'moved-here', id: this.#moveId(origin), before: origin, after: node })
        else if (!this.#isFollowed(node))
          entries.push({ kind: 'added', id: this.#nextId('added', meaningOf(node)), after: node })
      }
    }
    let gap = 0
    for (const [index, node] of before.entries()) {
      const at = inVersion[index] ?? null
      if (at === null && this.#isFollowed(node))
        entries.push({ kind: 'kept', node: { kind: 'same', before: node, after: node } })
      else if (at === null)
        entries.push({ kind: 'removed', id: this.#nextId('removed', meaningOf(node)), before: node })
      else if (moved.has(index)) entries.push({ kind: 'moved-away', id: this.#moveId(node), before: node })
      else {
        // What is gone is shown before what came in its place.
        put(gap)
        gap = index + 1
        const other = after[at]
        if (other) entries.push({ kind: 'kept', node: this.#node(node, other) })
      }
    }
    put(gap)
    return entries
  }

  /** One id for both places; moved nodes are unique in their row, so it needs no number. */
  readonly #moveIds = new Map<StructureNode, string>()
  #moveId(node: StructureNode): string {
    const known = this.#moveIds.get(node)
    if (known !== undefined) return known
    const id = this.#nextId('moved', meaningOf(node))
    this.#moveIds.set(node, id)
    return id
  }

  #node(before: StructureNode, after: StructureNode): NodeOverlay {
    const [was, is] = [meaningOf(before), meaningOf(after)]
    if (was === is) return { kind: 'same', before, after }
    const replaced = (): NodeOverlay => ({ kind: 'replaced', id: this.#nextId('replaced', was, is), before, after })
    const family = familyOf(before)
    if (family === null || family !== familyOf(after) || !canBePartly(before, after)) return replaced()
    const isShellSame = shellOf(before) === shellOf(after)
    const shellId = isShellSame ? null : this.#nextId('shell', shellOf(before), shellOf(after), nodeText(before))
    if (holdsWords(before)) {
      const words = overlayWords(inlineOf(before), inlineOf(after), this.#nextId, isPreformatted(before))
      return { kind: 'changed', before, after, shellId, words, children: null }
    }
    return { kind: 'changed', before, after, shellId, words: null, children: this.#children(before, after) }
  }

  #children(before: StructureNode, after: StructureNode): EntryOverlay[] {
    const [one, other] = [childrenOf(before), childrenOf(after)]
    if (before.type === 'footnotes') return this.#footnotes(one as FootnoteNode[], other as FootnoteNode[])
    if (before.type === 'tableRow') return one.map((cell, at) => this.#kept(cell, other[at] ?? cell))
    if (before.type !== 'listItem') return this.row(one, other)
    const [[first, ...rest], [otherFirst, ...otherRest]] = [one, other]
    return first && otherFirst ? [this.#kept(first, otherFirst), ...this.row(rest, otherRest)] : this.row(one, other)
  }

  #kept(before: StructureNode, after: StructureNode): EntryOverlay {
    return { kind: 'kept', node: this.#node(before, after) }
  }

  /** By their ids, in the order they had; new ones behind. */
  #footnotes(before: readonly FootnoteNode[], after: readonly FootnoteNode[]): EntryOverlay[] {
    const proposed = new Map(after.map((note) => [note.attrs.id, note]))
    const entries = before.map((note): EntryOverlay => {
      const other = proposed.get(note.attrs.id)
      proposed.delete(note.attrs.id)
      if (other) return this.#kept(note, other)
      if (this.#isFollowed(note)) return { kind: 'kept', node: { kind: 'same', before: note, after: note } }
      return { kind: 'removed', id: this.#nextId('removed', meaningOf(note)), before: note }
    })
    for (const note of proposed.values()) {
      if (!this.#isFollowed(note))
        entries.push({ kind: 'added', id: this.#nextId('added', meaningOf(note)), after: note })
    }
    return entries
  }

  #isFollowed(node: StructureNode): boolean {
    if (node.type === 'footnote') return this.#followed.has(node.attrs.id)
    return node.type === 'footnotes' && (node.content ?? []).every((note) => this.#isFollowed(note))
  }
}

/** Known again by what they mean, then by their words; the notes are the notes, whatever they say. */
function pairNodes(before: readonly StructureNode[], after: readonly StructureNode[]): ChunkPairs {
  const chunksOf = (nodes: readonly StructureNode[]) =>
    nodes.map((node) => ({
      name: familyOf(node) ?? node.type,
      text: node.type === 'footnotes' ? '' : nodeText(node),
      identity: node.type === 'footnotes' ? node.type : meaningOf(node),
    }))
  return pairChunks(chunksOf(before), chunksOf(after))
}

/** A table keeps its columns, and a row or an item what makes it one, whatever is chosen. */
function canBePartly(before: StructureNode, after: StructureNode): boolean {
  if (before.type === 'tableRow') return hasSameCells(before, after)
  if (before.type === 'table') return hasEvenRows(before) && hasEvenRows(after) && columns(before) === columns(after)
  if (before.type === 'listItem') return !isKeptItem(before) && !isKeptItem(after)
  return true
}

/** An item of the blog that we do not model. */
const isKeptItem = (item: StructureNode): boolean => childrenOf(item)[0]?.type === 'opaque'

const hasSameCells = (row: StructureNode, other: StructureNode): boolean =>
  spansOf(row).join(' ') === spansOf(other).join(' ')

const spansOf = (row: StructureNode): string[] =>
  childrenOf(row).map((cell) =>
    cell.type === 'tableCell' || cell.type === 'tableHeader' ? `${cell.attrs.colspan}x${cell.attrs.rowspan}` : '',
  )

const columns = (table: StructureNode): number => childrenOf(childrenOf(table)[0] ?? table).length

/** No cell reaches over another, and all rows are as long. */
const hasEvenRows = (table: StructureNode): boolean =>
  childrenOf(table).every((row) => {
    const spans = spansOf(row)
    return spans.length === columns(table) && spans.every((span) => span === '1x1')
  })
