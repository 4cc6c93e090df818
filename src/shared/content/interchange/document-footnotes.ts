import type { BlockNode, InlineNode, PostDocument } from '../document.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { markupToDocument } from '../markup-to-document.ts'
import { parseStrictHtml } from '../strict-html.ts'
import type { PublishedFootnote } from './published-html.ts'

/** The block of a post's notes; their texts are in the document and not in its markup. */
interface FootnotesBlock {
  type: 'footnotes'
  content?: { type: 'footnote'; attrs: { id: string }; content?: InlineNode[] }[]
}

const isFootnotes = (block: unknown): block is FootnotesBlock => (block as { type: string }).type === 'footnotes'

export function footnotesOf(document: PostDocument): PublishedFootnote[] {
  const block = document.content.find((node) => isFootnotes(node)) as unknown as FootnotesBlock | undefined
  return (block?.content ?? []).map(({ attrs, content }) => ({ id: attrs.id, html: inlineToHtml(content) }))
}

const PLACE = '<!-- wp:footnotes /-->'

/** Markup with its notes as one document. A document that has no room for notes has them as a list at its end. */
export function documentWithFootnotes({
  markup,
  footnotes,
}: {
  markup: string
  footnotes: readonly PublishedFootnote[]
}): PostDocument {
  const document = markupToDocument(markup)
  if (footnotes.length === 0) return document
  if (!document.content.some((block) => isFootnotes(block)))
    return markupToDocument(markup.replace(PLACE, () => asList(footnotes)))
  const content = document.content.map((block): BlockNode => {
    if (!isFootnotes(block)) return block
    return { ...(block as FootnotesBlock), content: footnotes.map(toNode) } as unknown as BlockNode
  })
  return { ...document, content }
}

function toNode({ id, html }: PublishedFootnote) {
  const nodes = parseStrictHtml([{ kind: 'html', start: 0, end: html.length, source: html }])
  const content = (nodes && inlineFromHtml(nodes)) ?? [{ type: 'text' as const, text: html.replaceAll(/<[^>]*>/g, '') }]
  return { type: 'footnote' as const, attrs: { id }, ...(content.length > 0 && { content }) }
}

function asList(footnotes: readonly PublishedFootnote[]): string {
  const items = footnotes.map(({ html }) => `<!-- wp:list-item -->\n<li>${html}</li>\n<!-- /wp:list-item -->`)
  return `<!-- wp:list {"ordered":true} -->\n<ol class="wp-block-list">${items.join('\n\n')}</ol>\n<!-- /wp:list -->`
}
