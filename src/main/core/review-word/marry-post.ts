import type { BlockNode, InlineNode, StructureNode } from '../../../shared/content/document.ts'
import { inlineOf } from '../../../shared/content/document-walk.ts'
import { pairChunks, type Pairable } from '../../../shared/content/merge/pair-chunks.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { DeskLines, type Branch, type DeskItem, type DeskLine, type DeskTable, type LineField } from './desk-lines.ts'
import { MarriedNotes } from './marry-notes.ts'
import { marriedTable, sameTable } from './marry-table.ts'
import { isBlank, marriedWords, type NoteFor } from './marry-words.ts'
import { PlaceByLook } from './place-by-look.ts'
import { growTree, type Placed } from './grow-tree.ts'
import type { LinePlace, View, ViewItem, ViewLine } from './tracked-views.ts'
import { canonicalPieces, isPreformattedLook, lookKey, textOfPieces, type Look } from './word-line.ts'

export interface MarriedPost {
  words: PostWords
  places: Map<ViewLine, LinePlace>
  /** How much of the text is known again, 0 to 1: a file of another post has next to nothing. */
  known: number
}

/**
 * The post that a Word file holds: its words as they are in the file, and everything that Word does not carry (where a
 * block came from, what it is on the blog, pictures, embeds) from the two texts of the desk, wherever their words still
 * stand. Unedited it is the proposed text, and with every suggestion refused in Word the given one, byte for byte.
 */
export function marriedPost(given: PostWords, proposed: PostWords, view: View): MarriedPost {
  const lines = new DeskLines(given, proposed)
  const identity = view.items.map(identityOfView).join('\n')
  const isGiven = [lines.of(given).map(identityOf).join('\n')].includes(identity)
  return isGiven ? new Marriage(lines, proposed, given, view).post() : new Marriage(lines, given, proposed, view).post()
}

class Marriage {
  readonly #other: PostWords
  readonly #base: PostWords
  readonly #view: View
  readonly #own: DeskItem[]
  readonly #origin: (DeskItem | null)[]
  readonly #isFromBase: boolean[]
  readonly #notes: MarriedNotes
  readonly #places = new Map<ViewLine, LinePlace>()

  constructor(lines: DeskLines, other: PostWords, base: PostWords, view: View) {
    this.#other = other
    this.#base = base
    this.#view = view
    this.#own = lines.of(base)
    this.#notes = new MarriedNotes(base.document, other.document, view.notes)
    const { inBase } = pairChunks(this.#own.map(pairable), view.items.map(pairableView))
    const origin = view.items.map((item, at) => agreed(this.#own[inBase[at] ?? -1], item))
    this.#isFromBase = origin.map((item) => item !== null)
    this.#origin = this.#withOthers(lines, origin)
  }

  /** What was taken out in the one text and is back is known from the other. */
  #withOthers(lines: DeskLines, origin: readonly (DeskItem | null)[]): (DeskItem | null)[] {
    const taken = new Set(origin.map((item) => item && identityOf(item)))
    const others = new Map<string, DeskItem>()
    for (const item of lines.of(this.#other)) {
      const identity = identityOf(item)
      if (!taken.has(identity) && !others.has(identity)) others.set(identity, item)
    }
    return origin.map((item, at) => {
      const view = this.#view.items[at]
      if (item || !view || isEmptyLine(view)) return item
      const identity = identityOfView(view)
      const found = others.get(identity) ?? null
      others.delete(identity)
      return found
    })
  }

  post(): MarriedPost {
    const fields = new Map<Branch, Map<LineField, string>>()
    const placed = this.#placed(fields)
    const content = growTree(this.#base.document.content, placed, fields) as BlockNode[]
    const words = {
      ...this.#base,
      title: this.#beside('title') ?? this.#base.title,
      excerpt: this.#beside('excerpt') ?? this.#base.excerpt,
      document: { ...this.#base.document, content: this.#notes.settled(content) },
    }
    const isSame =
      words.document.content.length === this.#base.document.content.length &&
      words.document.content.every((block, at) => block === this.#base.document.content[at])
    return {
      words: isSame ? { ...words, document: this.#base.document } : words,
      places: this.#places,
      known: this.#known(),
    }
  }

  /** null where the file has no such line any more. */
  #beside(field: 'title' | 'excerpt'): string | null {
    const at = this.#lineOf(field)
    const [item, origin] = [this.#view.items[at], this.#origin[at]]
    if (item?.kind !== 'line') return null
    this.#places.set(item, { in: field })
    const isSame = origin?.kind === 'line' && canonicalPieces(origin.pieces) === canonicalPieces(item.pieces)
    return isSame ? this.#base[field] : textOfPieces(item.pieces).replaceAll('\n', field === 'title' ? ' ' : '\n')
  }

  #lineOf(field: 'title' | 'excerpt'): number {
    const isOwn = (at: number): boolean => {
      const origin = this.#origin[at]
      return origin?.kind === 'line' && origin.field === field
    }
    const known = this.#view.items.findIndex((_, at) => isOwn(at))
    if (known !== -1) return known
    return this.#view.items.findIndex(
      (item, at) => item.kind === 'line' && item.look.style === field && this.#origin[at] === null,
    )
  }

  #placed(fields: Map<Branch, Map<LineField, string>>): Placed[] {
    const beside = new Set([this.#lineOf('title'), this.#lineOf('excerpt')])
    const owners = this.#owners()
    const byLook = new PlaceByLook()
    const placed: Placed[] = []
    for (const [at, item] of this.#view.items.entries()) {
      if (beside.has(at)) continue
      const origin = this.#origin[at] ?? null
      const isFromBase = this.#isFromBase[at] ?? false
      if (item.kind === 'table') {
        const table = origin?.kind === 'table' ? origin : null
        const node = marriedTable(item, table, this.#noteFor, this.#places)
        const chain = table && isFromBase ? chainOf(table.branch) : byLook.flow(placed.at(-1), this.#nextChain(at))
        placed.push({ chain, branch: table && isFromBase ? table.branch : newBranch(node), node })
        continue
      }
      const line = origin?.kind === 'line' ? origin : null
      if (line?.field && isFromBase && owners.has(line.branch)) {
        const isSame = canonicalPieces(line.pieces) === canonicalPieces(item.pieces)
        if (!isSame) setField(fields, line.branch, line.field, textOfPieces(item.pieces).replaceAll('\n', ' '))
        else setField(fields, line.branch, line.field, null)
        this.#places.set(item, { in: 'block', node: line.branch.node })
        continue
      }
      if (!line && isEmptyLine(item)) continue
      if (!line && this.#isNewField(item, placed, fields)) continue
      const look = line && item.isLookDoubtful ? line.look : item.look
      const node = line && !line.field ? this.#leaf(line, item, look) : newLeaf(item, this.#noteFor)
      this.#places.set(item, { in: line?.isKept ? 'block' : 'text', node })
      const next = this.#nextChain(at)
      const own = line && !line.field && isFromBase ? line : null
      const chain = own && byLook.canStay(own, look, placed) ? chainOf(own.branch) : byLook.place(look, placed, next)
      placed.push({ chain, branch: own?.branch ?? newBranch(node), node })
    }
    return placed
  }

  /** A caption under a picture that had none. */
  #isNewField(
    { look, pieces }: ViewLine,
    placed: readonly Placed[],
    fields: Map<Branch, Map<LineField, string>>,
  ): boolean {
    const { style } = look
    const last = placed.at(-1)
    if (!last || (style !== 'caption' && style !== 'citation')) return false
    const owner = [last.branch, ...last.chain.toReversed()].find(
      (branch) =>
        ((branch.node.attrs ?? {}) as Record<string, unknown>)[style] === '' && !fields.get(branch)?.get(style),
    )
    if (!owner) return false
    setField(fields, owner, style, textOfPieces(pieces).replaceAll('\n', ' '))
    return true
  }

  readonly #noteFor: NoteFor = (wordId, ours) => this.#notes.noteFor(wordId, ours)

  #leaf(line: DeskLine, { pieces }: ViewLine, look: Look): StructureNode {
    const { node } = line.branch
    if (line.isKept) return node
    this.#notes.pairUp(inlineOf(node), pieces)
    const isSame = canonicalPieces(line.pieces) === canonicalPieces(pieces)
    if (isSame && lookKey(line.look) === lookKey(look)) return node
    const own = isPreformattedLook(line.look) ? line.look : look
    const content = isSame ? inlineOf(node) : marriedWords(inlineOf(node), pieces, own, this.#noteFor)
    return withWords(reshaped(node, line.look, look), content)
  }

  /** The branches that something of is still there. */
  #owners(): Set<Branch> {
    const owners = new Set<Branch>()
    for (const [at, item] of this.#origin.entries()) {
      if (!item || !this.#isFromBase[at] || (item.kind === 'line' && item.field)) continue
      for (let branch: Branch | null = item.branch; branch; branch = branch.parent) owners.add(branch)
    }
    return owners
  }

  #nextChain(at: number): Branch[] {
    for (let next = at + 1; next < this.#origin.length; next += 1) {
      const item = this.#origin[next]
      if (item && this.#isFromBase[next] && !(item.kind === 'line' && item.field)) return chainOf(item.branch)
    }
    return []
  }

  #known(): number {
    const size = (item: ViewItem): number => (isEmptyLine(item) ? 0 : pairableView(item).text.length + 1)
    let [all, known] = [0, 0]
    for (const [at, item] of this.#view.items.entries()) {
      all += size(item)
      if (this.#origin[at]) known += size(item)
    }
    return all === 0 ? 1 : known / all
  }
}

const chainOf = ({ parent }: Branch): Branch[] => (parent ? [...chainOf(parent), parent] : [])
const newBranch = (node: StructureNode): Branch => ({ node, parent: null })

function setField(
  fields: Map<Branch, Map<LineField, string | null>>,
  branch: Branch,
  field: LineField,
  text: string | null,
): void {
  const own = fields.get(branch) ?? new Map<LineField, string | null>()
  own.set(field, text)
  fields.set(branch, own)
}

/** By its name, a block that Word does not show; its words are nobody's to change. */
function agreed(item: DeskItem | undefined, view: ViewItem): DeskItem | null {
  if (!item || item.kind !== view.kind) return null
  if (item.kind === 'line' && view.kind === 'line' && item.isKept && view.look.style !== 'kept')
    return canonicalPieces(item.pieces) === canonicalPieces(view.pieces) ? item : null
  return item
}

function pairable(item: DeskItem): Pairable {
  const identity = identityOf(item)
  if (item.kind === 'table') return { name: 'table', text: textOfTable(item), identity }
  return { name: 'line', text: textOfPieces(item.pieces), identity }
}

function pairableView(item: ViewItem): Pairable {
  const identity = identityOfView(item)
  if (item.kind === 'line') return { name: 'line', text: textOfPieces(item.pieces), identity }
  const text = item.rows
    .map(({ cells }) => cells.map(({ lines }) => lines.map(({ pieces }) => textOfPieces(pieces)).join('\n')).join('\t'))
    .join('\n')
  return { name: 'table', text, identity }
}

const textOfTable = ({ rows }: DeskTable): string =>
  rows
    .map(({ cells }) => cells.map(({ lines }) => lines.map(({ pieces }) => textOfPieces(pieces)).join('\n')).join('\t'))
    .join('\n')

const identityOf = (item: DeskItem): string =>
  item.kind === 'table' ? sameTable(item) : identityOfLine(item.look, canonicalPieces(item.pieces))

const identityOfView = (item: ViewItem): string =>
  item.kind === 'table' ? sameTable(item) : identityOfLine(item.look, canonicalPieces(item.pieces))

const identityOfLine = (look: Look, words: string): string => `${lookKey(look)} ${words}`

const isEmptyLine = (item: ViewItem): boolean => item.kind === 'line' && isBlank(item.pieces)

/** A paragraph that became a heading, or the other way round. What else a block is stays as it is. */
function reshaped(node: StructureNode, was: Look, { style }: Look): StructureNode {
  if (node.type !== 'paragraph' && node.type !== 'heading') return node
  if (was.style === style) return node
  const { dir, source } = node.attrs
  const level = /^h([1-6])$/.exec(style)?.[1]
  if (level !== undefined)
    return { type: 'heading', attrs: { ...node.attrs, level: Number(level) as 1 | 2 | 3 | 4 | 5 | 6, dir, source } }
  if (node.type === 'paragraph') return node
  return { type: 'paragraph', attrs: { dir, source } }
}

function withWords(node: StructureNode, content: readonly InlineNode[]): StructureNode {
  const { content: _, ...bare } = node as StructureNode & { content?: unknown }
  return (content.length > 0 ? { ...bare, content: [...content] } : bare) as StructureNode
}

function newLeaf({ look, pieces }: ViewLine, noteFor: NoteFor): StructureNode {
  const content = marriedWords([], pieces, look, noteFor)
  const level = /^h([1-6])$/.exec(look.style)?.[1]
  const source = null
  if (level !== undefined)
    return withWords({ type: 'heading', attrs: { level: Number(level) as 1, dir: null, source } }, content)
  const { style } = look
  if (style === 'code') return withWords({ type: 'codeBlock', attrs: { source } }, content)
  if (style === 'preformatted' || style === 'verse') return withWords({ type: style, attrs: { source } }, content)
  return withWords({ type: 'paragraph', attrs: { dir: null, source } }, content)
}
