import type { BlockNode, FootnoteNode, InlineNode, PostDocument } from '../../../shared/content/document.ts'
import { inlineOf, notesOfText, walkDocument, walkNodes } from '../../../shared/content/document-walk.ts'
import { itemIds } from '../../../shared/content/merge/merge-item-id.ts'
import { marriedWords } from './marry-words.ts'
import type { ViewLine } from './tracked-views.ts'
import {
  canonicalPieces,
  notePieces,
  piecesOf,
  plainPiece,
  textOfPieces,
  type Look,
  type WordPiece,
} from './word-line.ts'

const LOOK: Look = { style: 'p', list: null }

/** The footnotes of a post and those of a Word file, which numbers its own anew whenever it is saved. */
export class MarriedNotes {
  readonly #base: PostDocument
  readonly #words: ReadonlyMap<string, readonly ViewLine[]>
  readonly #own = new Map<string, FootnoteNode>()
  /** The desk's id, by Word's. */
  readonly #pairs = new Map<string, string>()
  readonly #nextId = itemIds()

  constructor(base: PostDocument, other: PostDocument, words: ReadonlyMap<string, readonly ViewLine[]>) {
    this.#base = base
    this.#words = words
    for (const document of [base, other]) {
      for (const node of walkDocument(document))
        if (node.type === 'footnote' && !this.#own.has(node.attrs.id)) this.#own.set(node.attrs.id, node)
    }
  }

  noteFor(wordId: string, ours: string | null): string {
    const known = this.#pairs.get(wordId)
    if (known !== undefined) return known
    const id = ours ?? this.#alike(wordId) ?? this.#nextId('note', canonicalPieces(this.#piecesOf(wordId, null)))
    this.#pairs.set(wordId, id)
    return id
  }

  /** The numbers of a line that says what it said. */
  pairUp(own: readonly InlineNode[], words: readonly WordPiece[]): void {
    const ours = own.flatMap((node) => (node.type === 'footnoteReference' ? [node.attrs.id] : []))
    const theirs = words.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]))
    if (ours.length !== theirs.length) return
    for (const [at, wordId] of theirs.entries()) this.noteFor(wordId, ours[at] ?? null)
  }

  /** The text with its notes: one for every number that is new, and none for a number that went. */
  settled(content: readonly BlockNode[]): BlockNode[] {
    const [referred, before] = [content, this.#base.content].map(notesOfText) as [string[], string[]]
    const gone = new Set(before.filter((id) => !referred.includes(id)))
    const there = new Set([...walkNodes(content)].flatMap((node) => (node.type === 'footnote' ? [node.attrs.id] : [])))
    const said = this.#said()
    const added = referred.flatMap((id) => {
      const note = there.has(id) || before.includes(id) ? undefined : (said.get(id) ?? this.#own.get(id))
      return note ? [note] : []
    })
    const place = content.findIndex(({ type }) => type === 'footnotes')
    const settled = content.flatMap((block, at): BlockNode[] => {
      if (block.type !== 'footnotes') return [block]
      const own = block.content ?? []
      const kept = own.filter(({ attrs }) => !gone.has(attrs.id)).map((note) => said.get(note.attrs.id) ?? note)
      const notes = at === place ? [...kept, ...added] : kept
      if (notes.length === own.length && notes.every((note, index) => note === own[index])) return [block]
      return notes.length > 0 ? [{ ...block, content: notes }] : []
    })
    if (place !== -1 || added.length === 0) return settled
    return [...settled, { type: 'footnotes', attrs: { source: null, meta: null }, content: added }]
  }

  /** Those that say something else than here, or are new. */
  #said(): Map<string, FootnoteNode> {
    const said = new Map<string, FootnoteNode>()
    for (const [wordId, id] of this.#pairs) {
      const own = this.#own.get(id)
      const words = inlineOf(own ?? { type: 'footnote', attrs: { id } })
      const pieces = this.#piecesOf(wordId, words)
      // One that says nothing is none: a number may stand there alone.
      if (sameWords(words, pieces)) continue
      const content = marriedWords(words, pieces, LOOK, () => '', true)
      said.set(id, { type: 'footnote', attrs: { id }, ...(content.length > 0 && { content }) })
    }
    return said
  }

  /** One that says the same and stands in no other place. */
  #alike(wordId: string): string | null {
    const used = new Set(this.#pairs.values())
    for (const [id, note] of this.#own)
      if (!used.has(id) && sameWords(inlineOf(note), this.#piecesOf(wordId, inlineOf(note)))) return id
    return null
  }

  /** Word puts a space between the number and the words. */
  #piecesOf(wordId: string, own: readonly InlineNode[] | null): WordPiece[] {
    const lines = this.#words.get(wordId) ?? []
    const all = notePieces(lines.flatMap(({ pieces }, at) => (at === 0 ? pieces : [plainPiece('\n'), ...pieces])))
    if (own && (sameWords(own, all) || textOfPieces(piecesOf(own, LOOK)).startsWith(' '))) return all
    const [first, ...rest] = all.filter(({ text }) => text !== '')
    return first ? [{ ...first, text: first.text.replace(/^[ \t]/, '') }, ...rest] : []
  }
}

const sameWords = (own: readonly InlineNode[], words: readonly WordPiece[]): boolean =>
  canonicalPieces(notePieces(piecesOf(own, LOOK))) === canonicalPieces(words)
