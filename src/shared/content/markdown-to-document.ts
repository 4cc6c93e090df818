import type { Token } from 'marked'
import { emptyDocument, type BlockNode, type PostDocument } from './document.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { htmlToText } from './html-to-text.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { MarkdownHtml } from './markdown-html.ts'

export interface MarkdownPost extends FrontMatter {
  document: PostDocument
  /** The files that pictures name, each once, as written; such a picture has this as its `url` until it is resolved. */
  images: string[]
}

const REMOTE = /^(?:https?:)?\/\/|^data:/i

/**
 * A Markdown file (CommonMark with GitHub's additions) as a post. The title is the front matter's, else the `#` heading
 * that opens the text. A picture becomes a block of its own. What the editor does not know, such as a table, becomes an
 * opaque block with its HTML. Throws `invalid-input` for front matter that cannot be read.
 */
export function markdownToDocument(markdown: string): MarkdownPost {
  const { fields, body } = readFrontMatter(markdown)
  const html = new MarkdownHtml()
  const tokens = html.tokens(body)
  const opening = tokens.findIndex((token) => token.type !== 'space' && token.type !== 'def')
  const heading = headingText(tokens[opening], html)
  const isTitle = heading !== null && (fields.title === null || fields.title === heading)
  const content = (isTitle ? tokens.toSpliced(opening, 1) : tokens).flatMap((token) => markdownBlocks(token, html))
  for (const block of content.slice(1)) if (block.type === 'opaque') block.attrs.source = `\n\n${block.attrs.source}`
  return {
    ...fields,
    title: isTitle ? heading : fields.title,
    document: content.length > 0 ? { type: 'doc', content } : emptyDocument(),
    images: localPictures(content),
  }
}

function headingText(token: Token | undefined, html: MarkdownHtml): string | null {
  return token?.type === 'heading' && token['depth'] === 1
    ? htmlToText(html.inline(token.tokens ?? [])).replaceAll(/\s+/g, ' ')
    : null
}

function localPictures(content: readonly BlockNode[]): string[] {
  const addresses = content.flatMap((block) => (block.type === 'picture' ? [block.attrs.url ?? ''] : []))
  return [...new Set(addresses.filter((address) => address !== '' && !REMOTE.test(address)))]
}
