import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked'
import { parseBlocks } from '../block-grammar.ts'
import { escapeAttribute } from '../escape-html.ts'

interface MarkdownHtml {
  html: string
  /** Blocks that stand in the file as a blog stores them; `<div data-kept-markup="…">` is where each belongs. */
  keptMarkup: string[]
}

/** CommonMark with GitHub's additions and `[^1]` footnotes as HTML; blocks written out as markup are passed by. */
export function markdownToHtml(markdown: string): MarkdownHtml {
  const keptMarkup: string[] = []
  const text = withoutBlockMarkup(markdown.replaceAll(/\r\n?/g, '\n'), keptMarkup)
  const notes = new Map<string, string>()
  const marked = new Marked({
    gfm: true,
    renderer: {
      image: ({ href, title, text: alt }: Tokens.Image) => {
        const caption = title ? ` data-caption="${escapeAttribute(title)}"` : ''
        return `<img src="${escapeAttribute(href)}" alt="${escapeAttribute(alt)}"${caption}>`
      },
      // As our own files say who is quoted.
      blockquote({ tokens }: Tokens.Blockquote) {
        const words = this.parser.parse(tokens).trimEnd()
        return `<blockquote>${words.replace(/<p>— ([^\n]*)<\/p>$/, '<cite>$1</cite>')}</blockquote>`
      },
      checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    },
    extensions: [footnoteReference, footnoteText(notes)],
  })
  const html = marked.parse(text, { async: false })
  const items = [...notes].map(
    ([name, words]) => `<li id="${anchor(name)}">${marked.parse(words, { async: false })}</li>`,
  )
  return { html: items.length === 0 ? html : `${html}<ol>${items.join('')}</ol>`, keptMarkup }
}

const anchor = (name: string): string => escapeAttribute(`note-${name.toLowerCase()}`)

const footnoteReference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (source) => source.indexOf('[^'),
  tokenizer(source) {
    const match = /^\[\^([^\]\s]{1,100})\](?!:)/.exec(source)
    return match ? { type: 'footnoteReference', raw: match[0], label: match[1] } : undefined
  },
  renderer: (token) =>
    `<sup><a href="#${anchor(String(token['label']))}">${escapeAttribute(String(token['label']))}</a></sup>`,
}

/** `[^1]: words`, and the indented lines under it. */
const footnoteText = (notes: Map<string, string>): TokenizerAndRendererExtension => ({
  name: 'footnoteText',
  level: 'block',
  // Only at the start of a line: elsewhere it would cut a paragraph in two.
  start: (source) => /\n {0,3}\[\^[^\]\s]{1,100}\]:/.exec(source)?.index,
  tokenizer(source) {
    const match =
      /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*([^\n]*(?:\n(?: {4}|\t)[^\n]*|\n(?=\n*(?: {4}|\t)\S))*)(?:\n+|$)/.exec(
        source,
      )
    if (!match) return undefined
    const label = match[1] ?? ''
    if (!notes.has(label)) notes.set(label, (match[2] ?? '').replaceAll(/\n(?: {4}|\t)/g, '\n'))
    return { type: 'footnoteText', raw: match[0] }
  },
  renderer: () => '',
})

/** A block at the start of a line, outside of code, goes by as it is. */
function withoutBlockMarkup(markdown: string, kept: string[]): string {
  const isCode = codeLines(markdown)
  return parseBlocks(markdown)
    .map((piece) => {
      if (piece.kind === 'html') return piece.source
      const isAtLineStart = piece.start === 0 || markdown[piece.start - 1] === '\n'
      if (!isAtLineStart || isCode(piece.start) || piece.closing === 'missing' || piece.closing === 'mismatched')
        return piece.source
      return `\n\n<div data-kept-markup="${kept.push(piece.source) - 1}"></div>\n\n`
    })
    .join('')
}

/** Whether a place is inside of a fence, by the fences alone. */
function codeLines(markdown: string): (at: number) => boolean {
  const ranges: { from: number; to: number }[] = []
  let open: { fence: string; from: number } | null = null
  let at = 0
  for (const line of markdown.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (open === null && fence !== undefined) open = { fence, from: at }
    else if (open && fence?.startsWith(open.fence) && line.trim() === fence) {
      ranges.push({ from: open.from, to: at })
      open = null
    }
    at += line.length + 1
  }
  if (open) ranges.push({ from: open.from, to: markdown.length })
  return (place) => ranges.some(({ from, to }) => place > from && place < to)
}
