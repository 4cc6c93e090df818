import { parseBlocks, type BlockPiece, type ParsedBlock } from '../block-grammar.ts'
import { escapeAttribute, escapeText } from '../escape-html.ts'
import type { StoredFootnote } from '../footnotes-meta.ts'
import { classicParagraphs } from './classic-paragraphs.ts'

export interface PublishingOptions {
  footnotes: readonly StoredFootnote[]
  /** What stands where the blog itself would put something, such as its latest posts; '' for nothing. */
  placeholder: (blockName: string) => string
}

const NOTHING: ReadonlySet<string> = new Set(['core/more', 'core/nextpage'])

/**
 * What a reader would get of a post, from its markup alone: the block comments are gone, an embed is a link to what it
 * shows, footnotes stand where the blog puts them, classic text has its paragraphs. For preview, paper and export; as
 * untrusted as the post itself.
 */
export function publishedHtml(markup: string, options: PublishingOptions): string {
  return parseBlocks(markup)
    .map((piece) =>
      piece.kind === 'html' ? classicParagraphs(withoutComments(piece.source)) : publishBlock(piece, options),
    )
    .filter((html) => html.trim() !== '')
    .join('\n')
}

function publishBlock(block: ParsedBlock, options: PublishingOptions): string {
  if (NOTHING.has(block.name)) return ''
  if (block.name === 'core/footnotes') return footnoteList(options.footnotes)
  if (block.closing === 'void') return options.placeholder(block.name)
  const html = block.inner.map((piece) => publishPiece(piece, options)).join('')
  if (block.name === 'core/embed') return withLinkForEmbed(html)
  if (block.name === 'core/shortcode') return `<p>${html.trim()}</p>`
  if (block.name === 'core/freeform') return classicParagraphs(html)
  return html.trim()
}

const publishPiece = (piece: BlockPiece, options: PublishingOptions): string =>
  piece.kind === 'html' ? withoutComments(piece.source) : publishBlock(piece, options)

const withoutComments = (html: string): string => html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')

/** WordPress puts the player where the address stands alone in its wrapper; nothing is fetched here. */
function withLinkForEmbed(html: string): string {
  return html.replace(/(<div class="wp-block-embed__wrapper">)\s*([^<>"\s]+)\s*(<\/div>)/, (_all, open, url, close) => {
    const address = String(url).replaceAll('&amp;', '&')
    return `${open}<p><a href="${escapeAttribute(address)}">${escapeText(address)}</a></p>${close}`
  })
}

function footnoteList(footnotes: readonly StoredFootnote[]): string {
  if (footnotes.length === 0) return ''
  const items = footnotes.map(({ id, html }) => {
    const name = escapeAttribute(id)
    return `<li id="${name}">${html} <a href="#${name}-link" aria-label="Back to the text">↩︎</a></li>`
  })
  return `<ol class="wp-block-footnotes">${items.join('')}</ol>`
}
