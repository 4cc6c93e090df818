import { Tokenizer } from 'htmlparser2'
import type { BlockPiece, ParsedBlock } from './block-grammar.ts'

export interface HtmlElement {
  name: string
  attributes: Map<string, string>
  children: HtmlNode[]
}
/** A text (entities decoded), an element, or an inner block. */
export type HtmlNode = string | HtmlElement | ParsedBlock

const VOID_ELEMENTS = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/**
 * The tree of HTML that means what it says: each element closed in order, no comment, no attribute twice, nothing cut
 * off. Anything a browser would have to repair gives null, so that nobody rewrites what we did not fully read.
 */
export function parseStrictHtml(pieces: readonly BlockPiece[]): HtmlNode[] | null {
  const root: HtmlNode[] = []
  const open: HtmlElement[] = []
  const siblings = (): HtmlNode[] => open.at(-1)?.children ?? root
  for (const piece of pieces) {
    if (piece.kind === 'block') siblings().push(piece)
    else if (!readPiece(piece.source, open, root)) return null
  }
  return open.length === 0 ? root : null
}

/** False when the piece is not strict. `open` is carried from piece to piece: a list's `<ul>` ends behind its items. */
function readPiece(html: string, open: HtmlElement[], root: HtmlNode[]): boolean {
  let isStrict = true
  let readTo = 0
  let text = ''
  let opening: HtmlElement | null = null
  let attributeName = ''
  let attributeValue = ''
  const refuse = (): void => {
    isStrict = false
  }
  const siblings = (): HtmlNode[] => open.at(-1)?.children ?? root
  const endText = (): void => {
    if (text !== '') siblings().push(text)
    text = ''
  }
  const endOpening = (tagEnd: number, isSelfClosing: boolean): void => {
    if (!opening) return refuse()
    siblings().push(opening)
    const isVoid = VOID_ELEMENTS.has(opening.name)
    if (!isVoid) open.push(opening)
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
        opening = { name: html.slice(start, end).toLowerCase(), attributes: new Map(), children: [] }
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
      onattribend: () => {
        if (opening?.attributes.has(attributeName)) refuse()
        opening?.attributes.set(attributeName, attributeValue)
      },
      onopentagend: (end) => endOpening(end, false),
      onselfclosingtag: (end) => endOpening(end, true),
      onclosetag: (start, end) => {
        endText()
        if (open.pop()?.name !== html.slice(start, end).toLowerCase()) refuse()
        const tagEnd = html.indexOf('>', end)
        if (tagEnd === -1 || html.slice(end, tagEnd).trim() !== '') refuse()
        readTo = tagEnd + 1
      },
      oncomment: refuse,
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
