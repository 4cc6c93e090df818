import { parseBlocks, type ParsedBlock } from '../block-grammar.ts'
import { htmlTree } from './html-tree.ts'
import { MarkdownWriter } from './markdown-writer.ts'
import type { StoredFootnote } from '../footnotes-meta.ts'
import { publishedHtml } from './published-html.ts'

export interface MarkdownFields {
  title: string
  excerpt: string
  language: string
  direction: 'ltr' | 'rtl'
  categories: readonly string[]
  tags: readonly string[]
}

/** What Markdown has words for, besides the attributes of these blocks. */
const SAID_IN_MARKDOWN = new Set([
  'core/paragraph',
  'core/heading',
  'core/list',
  'core/quote',
  'core/code',
  'core/separator',
  'core/image',
  'core/table',
  'core/footnotes',
  'core/freeform',
])

/**
 * The post as a Markdown file with its fields in front: CommonMark, GitHub's tables, `[^1]` for footnotes. A block that
 * Markdown has no words for stands in it as the blog stores it, byte for byte, and is read back so.
 */
export function markupToMarkdown(
  markup: string,
  footnotes: readonly StoredFootnote[],
  fields: MarkdownFields,
  addressOf: (src: string) => string,
): string {
  const writer = new MarkdownWriter({ footnotes, addressOf })
  const parts = parseBlocks(markup).map((piece) => {
    if (piece.kind === 'block' && !isSaid(piece)) return piece.source.trim()
    return writer.blocks(htmlTree(publishedHtml(piece.source, { footnotes: [], placeholder: () => '' })))
  })
  const notes = footnotes.map(({ html }, index) => {
    const [first = '', ...lines] = writer.blocks(htmlTree(html)).split('\n')
    return [`[^${index + 1}]: ${first}`, ...lines.map((line) => (line === '' ? '' : `    ${line}`))].join('\n')
  })
  const body = [...parts, ...notes].filter((part) => part.trim() !== '').join('\n\n')
  return `${frontMatter(fields)}\n${body}\n`
}

/** A list or a quote only with everything in it. */
function isSaid(block: ParsedBlock): boolean {
  if (block.closing === 'void') return block.name === 'core/footnotes'
  const isKnown = SAID_IN_MARKDOWN.has(block.name) || block.name === 'core/list-item'
  const isPlain = block.name !== 'core/table' || !/\b(?:col|row)span=/.test(block.source)
  return isKnown && isPlain && block.inner.every((piece) => piece.kind === 'html' || isSaid(piece))
}

function frontMatter(fields: MarkdownFields): string {
  const lines = [`title: ${quoted(fields.title)}`]
  if (fields.excerpt !== '') lines.push(`excerpt: ${quoted(fields.excerpt)}`)
  if (fields.language !== '') lines.push(`language: ${fields.language}`)
  if (fields.direction === 'rtl') lines.push('direction: rtl')
  if (fields.categories.length > 0) lines.push(`categories: [${fields.categories.map(quoted).join(', ')}]`)
  if (fields.tags.length > 0) lines.push(`tags: [${fields.tags.map(quoted).join(', ')}]`)
  return `---\n${lines.join('\n')}\n---\n`
}

const quoted = (text: string): string =>
  `"${text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`
