import { QuoteType, Tokenizer } from 'htmlparser2'
import type { BlockPiece, ParsedBlock } from './block-grammar.ts'

export interface HtmlElement {
  name: string
  attributes: Map<string, string>
  children: HtmlNode[]
  /** The start tag, verbatim. */
  open: string
  /** The whole element, verbatim; null when blocks stand in it. */
  source: string | null
}
export interface HtmlComment {
  kind: 'comment'
  source: string
}
/** A text (entities decoded), an element, a comment, or an inner block. */
export type HtmlNode = string | HtmlElement | HtmlComment | ParsedBlock

const VOID_ELEMENTS = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

interface OpenElement {
  element: HtmlElement
  piece: string
  start: number
}

/**
 * The tree of HTML that means what it says: each element closed in order, no attribute twice, nothing cut off. Anything a
 * browser would have to repair gives null, so that nobody rewrites what we did not fully read; and so does a comment that
 * begins like a block's, which another block behind it could complete, or a quote sign where none can be.
 */
export function parseStrictHtml(pieces: readonly BlockPiece[]): HtmlNode[] | null {
  const root: HtmlNode[] = []
  const open: OpenElement[] = []
  const siblings = (): HtmlNode[] => open.at(-1)?.element.children ?? root
  for (const piece of pieces) {
    if (piece.kind === 'block') siblings().push(piece)
    else if (!readPiece(piece.source, open, root)) return null
  }
  return open.length === 0 ? root : null
}

/** The same of a text that has no blocks in it. */
export const parseStrictText = (html: string): HtmlNode[] | null =>
  parseStrictHtml([{ kind: 'html', start: 0, end: html.length, source: html }])

/** False when the piece is not strict. `open` is carried from piece to piece: a list's `<ul>` ends behind its items. */
function readPiece(html: string, open: OpenElement[], root: HtmlNode[]): boolean {
  let isStrict = true
  let readTo = 0
  let text = ''
  let opening: HtmlElement | null = null
  let openingStart = 0
  let attributeName = ''
  let attributeValue = ''
  const refuse = (): void => {
    isStrict = false
  }
  const siblings = (): HtmlNode[] => open.at(-1)?.element.children ?? root
  const endText = (): void => {
    if (text !== '') siblings().push(text)
    text = ''
  }
  const endOpening = (tagEnd: number, isSelfClosing: boolean): void => {
    if (!opening) return refuse()
    siblings().push(opening)
    opening.open = html.slice(openingStart, tagEnd + 1)
    const isVoid = VOID_ELEMENTS.has(opening.name)
    if (isVoid) opening.source = opening.open
    else open.push({ element: opening, piece: html, start: openingStart })
    if (isSelfClosing && !isVoid) refuse()
    opening = null
    readTo = tagEnd + 1
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        // A tag that is cut off comes as text, less its `<`.
        if (start !== readTo) refuse()
        text += html.slice(start, end)
        readTo = end
      },
      ontextentity: (codePoint, end) => {
        text += String.fromCodePoint(codePoint)
        readTo = end
      },
      onopentagname: (start, end) => {
        endText()
        openingStart = start - 1
        const name = html.slice(start, end).toLowerCase()
        opening = { name, attributes: new Map(), children: [], open: '', source: null }
      },
      onattribname: (start, end) => {
        attributeName = html.slice(start, end).toLowerCase()
        attributeValue = ''
      },
      onattribdata: (start, end) => {
        attributeValue += html.slice(start, end)
      },
      onattribentity: (codePoint) => {
        attributeValue += String.fromCodePoint(codePoint)
      },
      onattribend: (quote) => {
        if (quote === QuoteType.Unquoted && /["'<`]/.test(attributeValue)) refuse()
        if (/["'<]/.test(attributeName)) refuse()
        if (opening?.attributes.has(attributeName)) refuse()
        opening?.attributes.set(attributeName, attributeValue)
      },
      onopentagend: (end) => endOpening(end, false),
      onselfclosingtag: (end) => endOpening(end, true),
      onclosetag: (start, end) => {
        endText()
        const closed = open.pop()
        if (closed?.element.name !== html.slice(start, end).toLowerCase()) refuse()
        const tagEnd = html.indexOf('>', end)
        if (tagEnd === -1 || html.slice(end, tagEnd).trim() !== '') refuse()
        readTo = tagEnd + 1
        if (closed?.piece === html) closed.element.source = html.slice(closed.start, readTo)
      },
      oncomment: (start, end) => {
        endText()
        const source = html.slice(readTo, end + 1)
        if (start - 4 !== readTo || !/^<!--(?!-?>)[^]*-->$/.test(source)) return refuse()
        if (/^<!--\s*\/?wp:/.test(source)) return refuse()
        siblings().push({ kind: 'comment', source })
        readTo = end + 1
      },
      oncdata: refuse,
      ondeclaration: refuse,
      onprocessinginstruction: refuse,
      onend: endText,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return isStrict && readTo === html.length
}
