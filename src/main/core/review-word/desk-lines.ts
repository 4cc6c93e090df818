import type { InlineNode, StructureNode } from '../../../shared/content/document.ts'
import { childrenOf, holdsWords, inlineOf } from '../../../shared/content/document-walk.ts'
import { meaningOf } from '../../../shared/content/suggestions/node-meaning.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { carried, piecesOf, type HeadingStyle, type LineStyle, type Look, type WordPiece } from './word-line.ts'

/** A node where it stands: the same node may stand in a post twice. */
export interface Branch {
  node: StructureNode
  parent: Branch | null
}

export type LineField = 'title' | 'excerpt' | 'caption' | 'citation'

/** What is one paragraph in Word. `field`: of the words beside a block; `isKept`: a block that Word cannot show, by its name. */
export interface DeskLine {
  kind: 'line'
  branch: Branch
  field: LineField | null
  isKept: boolean
  look: Look
  pieces: WordPiece[]
}
export interface DeskCell {
  branch: Branch
  lines: DeskLine[]
}
export interface DeskRow {
  branch: Branch
  cells: DeskCell[]
}
export interface DeskTable {
  kind: 'table'
  branch: Branch
  rows: DeskRow[]
}
export type DeskItem = DeskLine | DeskTable

/** In what a node stands, as far as Word shows it. */
export interface Context {
  branch: Branch | null
  style: LineStyle
  list: Look['list']
  /** The words that carry the sign of an item. */
  isItemHead: boolean
}

export const TOP: Context = { branch: null, style: 'p', list: null, isItemHead: false }

/** A post line by line, as it stands in Word. Made of both texts of a review, so that a block has one name in both. */
export class DeskLines {
  readonly #labels = new Map<string, string>()
  readonly hasExcerpt: boolean

  constructor(given: PostWords, proposed: PostWords) {
    this.hasExcerpt = given.excerpt.trim() + proposed.excerpt.trim() !== ''
    const used = new Map<string, number>()
    const name = (node: StructureNode): void => {
      if (isKept(node)) {
        const meaning = meaningOf(node)
        if (this.#labels.has(meaning)) return
        const label = labelOf(node)
        const times = (used.get(label) ?? 0) + 1
        used.set(label, times)
        this.#labels.set(meaning, times === 1 ? label : `${label} (${times})`)
      }
      childrenOf(node).forEach(name)
    }
    for (const { document } of [given, proposed]) document.content.forEach(name)
  }

  /** Of the title, what stands under it, and the text. */
  of({ title, excerpt, document }: PostWords): DeskItem[] {
    return [
      this.#beside('title', title),
      ...(this.hasExcerpt ? [this.#beside('excerpt', excerpt)] : []),
      ...document.content.flatMap((block) => this.ofNode(block, TOP)),
    ]
  }

  #beside(field: 'title' | 'excerpt', text: string): DeskLine {
    const branch: Branch = { node: { type: 'paragraph', attrs: { dir: null, source: null } }, parent: null }
    return { ...this.#line(branch, text === '' ? [] : [{ type: 'text', text }], { style: field, list: null }), field }
  }

  ofNode(node: StructureNode, context: Context): DeskItem[] {
    // Where the notes stand shows nothing: in Word they are at the foot of a page.
    if (node.type === 'footnotes') return []
    const branch: Branch = { node, parent: context.branch }
    if (holdsWords(node)) return [this.#line(branch, inlineOf(node), lookOf(node, context))]
    if (isKept(node)) {
      const look: Look = { style: 'kept', list: null }
      const label: InlineNode = { type: 'text', text: this.#labels.get(meaningOf(node)) ?? labelOf(node) }
      return [{ ...this.#line(branch, [label], look), isKept: true }, ...this.fieldLines(branch)]
    }
    if (node.type === 'table') return [this.#table(branch), ...this.fieldLines(branch)]
    const inside = childrenOf(node).flatMap((child, at) => this.ofNode(child, contextIn(branch, context, at)))
    return [...inside, ...this.fieldLines(branch)]
  }

  /** The words beside a block that stand in Word as lines of their own. */
  fieldLines(branch: Branch): DeskLine[] {
    return fieldsOf(branch.node).map(([field, text]) => ({
      ...this.#line(branch, [{ type: 'text', text }], { style: field, list: null }),
      field,
    }))
  }

  #line(branch: Branch, words: readonly InlineNode[], look: Look): DeskLine {
    return { kind: 'line', branch, field: null, isKept: false, look, pieces: piecesOf(words, look) }
  }

  #table(branch: Branch): DeskTable {
    const rows = childrenOf(branch.node).map((row): DeskRow => {
      const ofRow: Branch = { node: row, parent: branch }
      const cells = childrenOf(row).map((cell): DeskCell => {
        const ofCell: Branch = { node: cell, parent: ofRow }
        const lines = childrenOf(cell).flatMap((node) => this.ofNode(node, { ...TOP, branch: ofCell }))
        return { branch: ofCell, lines: lines.filter((item) => item.kind === 'line') }
      })
      return { branch: ofRow, cells }
    })
    return { kind: 'table', branch, rows }
  }
}

/** In what the children of a node stand. */
export function contextIn(branch: Branch, { style, list, isItemHead }: Context, at: number): Context {
  const { type } = branch.node
  const own: Context = { branch, style, list, isItemHead: false }
  if (type === 'bulletList' || type === 'orderedList')
    return { ...own, list: { level: list ? list.level + 1 : 0, isOrdered: type === 'orderedList' } }
  if (type === 'listItem') return { ...own, isItemHead: at === 0 }
  if (type === 'blockquote') return { ...own, style: 'quote' }
  return type === 'pullquote' ? { ...own, style: 'pullquote' } : { ...own, isItemHead }
}

export function lookOf(node: StructureNode, { style, list, isItemHead }: Context): Look {
  if (node.type === 'heading') return { style: `h${node.attrs.level}` satisfies HeadingStyle, list: null }
  if (node.type === 'codeBlock') return { style: 'code', list: null }
  if (node.type === 'preformatted' || node.type === 'verse') return { style: node.type, list: null }
  return isItemHead && list ? { style: 'p', list: { ...list, level: Math.min(list.level, 8) } } : { style, list: null }
}

/** What has neither words nor anything inside that has; and a table that Word would refuse. */
export const isKept = (node: StructureNode): boolean =>
  !holdsWords(node) &&
  node.type !== 'footnotes' &&
  (childrenOf(node).length === 0 ||
    (node.type === 'table' && childrenOf(node).some((row) => childrenOf(row).length === 0)))

/** Shows nothing in Word and stays where it is: the place of the footnotes, or what has only that inside. */
export const isSilent = (node: StructureNode): boolean =>
  node.type === 'footnotes' ||
  (!isKept(node) && !holdsWords(node) && fieldsOf(node).length === 0 && childrenOf(node).every(isSilent))

/** What of a node stands beside it as a line; '' stands nowhere. */
export function fieldsOf({ attrs }: StructureNode): [LineField, string][] {
  const own = (attrs ?? {}) as Record<string, unknown>
  return (['caption', 'citation'] as const).flatMap((field): [LineField, string][] => {
    const text = own[field]
    return typeof text === 'string' && carried(text, false).trim() !== '' ? [[field, text]] : []
  })
}

const KINDS: Partial<Record<StructureNode['type'], string>> = {
  picture: 'Picture',
  gallery: 'Gallery',
  embed: 'Embed',
  video: 'Video',
  audio: 'Sound',
  file: 'File',
  horizontalRule: 'Line',
  moreBreak: 'Read on',
  pageBreak: 'New page',
  customHtml: 'HTML',
}

function labelOf(node: StructureNode): string {
  const { name, alt, url, blockName } = (node.attrs ?? {}) as Record<string, unknown>
  const said = [name, alt, url, blockName].find((text) => typeof text === 'string' && text.trim() !== '')
  const kind = KINDS[node.type] ?? 'Block'
  return typeof said === 'string'
    ? `[${kind}: ${said.replaceAll(/\s+/g, ' ').trim().slice(0, 80).toWellFormed()}]`
    : `[${kind}]`
}
