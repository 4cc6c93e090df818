import type { InlineNode, PlainMarkType, TextNode } from '../../../shared/content/document.ts'

/** How a line stands in Word: by the name of its style there, and in a list on which level under which sign. */
export interface Look {
  style: LineStyle
  list: { level: number; isOrdered: boolean } | null
}

export type HeadingStyle = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
export type LineStyle =
  | HeadingStyle
  | 'title'
  | 'excerpt'
  | 'p'
  | 'quote'
  | 'pullquote'
  | 'code'
  | 'preformatted'
  | 'verse'
  | 'caption'
  | 'citation'
  /** What Word cannot show stands there by its name, to be moved or taken out. */
  | 'kept'

/** Words in a line as Word has them. A line end is `\n`, a footnote's number `NOTE`, anything else that is no text `KEPT`. */
export interface WordPiece {
  text: string
  marks: readonly PlainMarkType[]
  href: string | null
  noteId: string | null
}

export const NOTE = '\u{FFFC}'
export const KEPT = '▫'

const WORD_MARKS: readonly PlainMarkType[] = ['bold', 'italic', 'strike', 'superscript', 'subscript', 'code']
const PREFORMATTED: readonly LineStyle[] = ['code', 'preformatted', 'verse']

export const isPreformattedLook = ({ style }: Look): boolean => PREFORMATTED.includes(style)

export const lookKey = ({ style, list }: Look): string =>
  list ? `${style} ${list.level}${list.isOrdered ? '.' : '•'}` : style

/**
 * What of a text Word carries: each text, break, number or sign as long as the editor counts it, so that a place in the
 * one is the same place in the other.
 */
export function piecesOf(nodes: readonly InlineNode[], look: Look): WordPiece[] {
  return nodes.map((node): WordPiece => {
    if (node.type === 'hardBreak') return plainPiece('\n')
    if (node.type === 'footnoteReference') return { ...plainPiece(NOTE), noteId: node.attrs.id }
    if (node.type === 'keptInline') return plainPiece(KEPT)
    const link = node.marks?.find((mark) => mark.type === 'link')
    return {
      text: carried(node.text, isPreformattedLook(look)),
      marks: look.style === 'code' ? [] : carriedMarks(node),
      href: link && look.style !== 'code' ? carriedAddress(link.attrs.href) : null,
      noteId: null,
    }
  })
}

/** What is raised and lowered at once is raised: Word has one or the other. */
function carriedMarks({ marks = [] }: TextNode): PlainMarkType[] {
  const has = (type: PlainMarkType): boolean => marks.some((mark) => mark.type === type)
  return WORD_MARKS.filter((type) => has(type) && !(type === 'subscript' && has('superscript')))
}

/** The words of a footnote: in Word it has none of its own. */
export const notePieces = (pieces: readonly WordPiece[]): WordPiece[] =>
  pieces.map((piece) => (piece.text === NOTE ? plainPiece(KEPT) : piece))

export const plainPiece = (text: string): WordPiece => ({ text, marks: [], href: null, noteId: null })

/** Signs that XML has no place for become one that says so; white space in a line is a space. */
export function carried(text: string, isPreformatted: boolean): string {
  const kept = isPreformatted ? /[\r\f]/g : /[\t\n\r\f]/g
  return text
    .toWellFormed()
    .replaceAll(kept, ' ')
    .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffb\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/** Word programs write an address in their own way: one form for both. */
export function carriedAddress(href: string): string | null {
  if (!/^(?:https?|mailto):/i.test(href)) return null
  try {
    return new URL(href).href
  } catch {
    return null
  }
}

export const textOfPieces = (pieces: readonly WordPiece[]): string => pieces.map(({ text }) => text).join('')

/** One text for what a reader of the Word file sees. */
export function canonicalPieces(pieces: readonly WordPiece[]): string {
  const merged: { text: string; marks: string }[] = []
  for (const { text, marks, href } of pieces) {
    for (const part of text.split(/([\n\ufffc▫])/)) {
      if (part === '') continue
      const last = merged.at(-1)
      const own = JSON.stringify([marks, href])
      // A break or a sign has no marks that anybody would see.
      if (last && (SIGNS.has(part) || last.marks === own)) last.text += part
      else merged.push({ text: part, marks: SIGNS.has(part) ? '' : own })
    }
  }
  return JSON.stringify(merged)
}

const SIGNS = new Set(['\n', NOTE, KEPT])
