import type { InlineMark, InlineNode, PlainMarkType } from '../../../shared/content/document.ts'
import { marksOf, mergeInline } from '../../../shared/content/inline-marks.ts'
import { matchSequences } from '../../../shared/content/merge/match-sequences.ts'
import {
  carriedAddress,
  isPreformattedLook,
  KEPT,
  NOTE,
  piecesOf,
  textOfPieces,
  type Look,
  type WordPiece,
} from './word-line.ts'

/** Which note a number stands for: that of the desk which stood here, or else one for Word's. */
export type NoteFor = (wordId: string, ours: string | null) => string

/**
 * The words of a line as they came out of Word, with everything that Word does not carry taken from the line they were
 * written from, where its words still stand: languages, elements of the blog's own, what a link says beside its address.
 */
export function marriedWords(
  own: readonly InlineNode[],
  words: readonly WordPiece[],
  look: Look,
  noteFor: NoteFor,
  isNote = false,
): InlineNode[] {
  const isPreformatted = isPreformattedLook(look)
  const [ours, theirs] = [lettersOfNodes(own, look, isNote), lettersOfPieces(words)]
  const matches = matchedLetters(ours, theirs)
  const hasKept = own.some(({ type }) => type === 'keptInline') || isNote
  const nodes = theirs.flatMap(({ piece, text }, at): InlineNode[] => {
    const origin = ours[matches[at] ?? -1]
    if (origin) {
      if (origin.node.type === 'footnoteReference' && piece.noteId !== null) noteFor(piece.noteId, origin.node.attrs.id)
      return [withWordMarks(origin, piece)]
    }
    if (text === '\n') return [isPreformatted ? { type: 'text', text } : { type: 'hardBreak' }]
    if (text === NOTE) {
      return piece.noteId === null ? [] : [{ type: 'footnoteReference', attrs: { id: noteFor(piece.noteId, null) } }]
    }
    if (text === KEPT && hasKept) return []
    return [{ type: 'text', text, ...withMarks(marksOfPiece(piece, null)) }]
  })
  return mergeInline(nodes, isPreformatted)
}

interface OwnLetter {
  text: string
  node: InlineNode
  piece: WordPiece
}
interface WordLetter {
  text: string
  piece: WordPiece
}

function lettersOfNodes(nodes: readonly InlineNode[], look: Look, isNote: boolean): OwnLetter[] {
  return nodes.flatMap((node): OwnLetter[] => {
    const [piece] = piecesOf([node], look)
    if (!piece) return []
    if (node.type !== 'text') return [{ text: isNote && piece.text === NOTE ? KEPT : piece.text, node, piece }]
    return piece.text.split('').map((text, at) => ({ text, node: { ...node, text: node.text[at] ?? text }, piece }))
  })
}

const lettersOfPieces = (pieces: readonly WordPiece[]): WordLetter[] =>
  pieces.flatMap((piece) => piece.text.split('').map((text) => ({ text, piece })))

/** Per letter of theirs the one of ours that it is, by whole words. */
function matchedLetters(ours: readonly { text: string }[], theirs: readonly { text: string }[]): (number | null)[] {
  const [one, other] = [ours, theirs].map((letters) => segmentsOf(letters.map(({ text }) => text).join('')))
  const matches = Array.from<number | null>({ length: theirs.length }).fill(null)
  if (!one || !other) return matches
  const pairs = matchSequences(
    one.map(({ segment }) => segment),
    other.map(({ segment }) => segment),
  )
  for (const [at, to] of pairs.entries()) {
    const [from, target] = [one[at], other[to ?? -1]]
    if (!from || !target) continue
    for (let step = 0; step < from.segment.length; step += 1) matches[target.index + step] = from.index + step
  }
  return matches
}

const segmentsOf = (text: string) => [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]

/** As it is here, unless somebody gave it other marks in Word. */
function withWordMarks({ node, piece: ours }: OwnLetter, piece: WordPiece): InlineNode {
  if (node.type !== 'text') return node
  if (ours.marks.join() === piece.marks.join() && ours.href === piece.href) return node
  const { marks: _, ...bare } = node
  return { ...bare, ...withMarks(marksOfPiece(piece, node)) }
}

function marksOfPiece({ marks, href }: WordPiece, own: InlineNode | null): InlineMark[] {
  const others = marksOf(own ?? undefined).filter(
    (mark) =>
      mark.type === 'kept' ||
      mark.type === 'language' ||
      (mark.type === 'link' && [href, null].includes(carriedAddress(mark.attrs.href))),
  )
  const hasLink = others.some(({ type }) => type === 'link')
  const link: InlineMark[] = href !== null && !hasLink ? [{ type: 'link', attrs: { href } }] : []
  return [...others, ...link, ...marks.map((type: PlainMarkType): InlineMark => ({ type }))]
}

const withMarks = (marks: InlineMark[]) => (marks.length > 0 ? { marks } : {})

export const isBlank = (pieces: readonly WordPiece[]): boolean => textOfPieces(pieces).trim() === ''
