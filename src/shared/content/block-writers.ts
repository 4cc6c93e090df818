import { blockMarkup } from './block-comment.ts'
import type { BlockNode, BulletListNode, ListItemNode, OrderedListNode, TextDirection } from './document.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { inlineToHtml } from './inline-to-html.ts'
import type { PictureFrame } from './picture-reader.ts'
import { storableBlock } from './storable-block.ts'
import { textDirection } from './text-direction.ts'
import { nodeText } from './document-to-text.ts'

interface WritingSituation {
  blogDirection: TextDirection
  /** The frame of a picture that keeps one. */
  frame: PictureFrame | null
}

const BETWEEN_BLOCKS = '\n\n'

/** The block as the block editor of WordPress 7.1 saves it, so that it opens there without a notice. Pictures by `url`. */
export function writeBlock(block: BlockNode, situation: WritingSituation): string {
  return writeStorable(storableBlock(block), situation)
}

function writeStorable(block: BlockNode, situation: WritingSituation): string {
  switch (block.type) {
    case 'paragraph': {
      const direction = block.attrs.dir ?? oppositeDirection(nodeText(block), situation.blogDirection)
      const html = inlineToHtml(block.content)
      return direction === null
        ? blockMarkup('core/paragraph', {}, `<p>${html}</p>`)
        : blockMarkup('core/paragraph', { direction }, `<p dir="${direction}">${html}</p>`)
    }
    case 'heading': {
      const { level } = block.attrs
      const html = `<h${level} class="wp-block-heading">${inlineToHtml(block.content)}</h${level}>`
      return blockMarkup('core/heading', { level: level === 2 ? undefined : level }, html)
    }
    case 'bulletList':
    case 'orderedList':
      return writeList(block)
    case 'blockquote': {
      const inner = block.content.map((child) => writeStorable(child, situation)).join(BETWEEN_BLOCKS)
      const { citation } = block.attrs
      const cite = citation === '' ? '' : `<cite>${escapeText(citation)}</cite>`
      return blockMarkup('core/quote', {}, `<blockquote class="wp-block-quote">${inner}${cite}</blockquote>`)
    }
    case 'codeBlock': {
      const text = (block.content ?? []).map((node) => node.text).join('')
      return blockMarkup('core/code', {}, `<pre class="wp-block-code"><code>${escapeCode(text)}</code></pre>`)
    }
    case 'horizontalRule':
      return blockMarkup('core/separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    case 'picture':
      return writePicture(block.attrs, situation.frame)
    case 'opaque':
      return block.attrs.source
  }
}

function oppositeDirection(text: string, blogDirection: TextDirection): TextDirection | null {
  const direction = textDirection(text)
  return direction === blogDirection ? null : direction
}

function writeList(list: BulletListNode | OrderedListNode): string {
  const items = list.content.map(writeListItem).join(BETWEEN_BLOCKS)
  if (list.type === 'bulletList') return blockMarkup('core/list', {}, `<ul class="wp-block-list">${items}</ul>`)
  const start = list.attrs.start === 1 ? undefined : list.attrs.start
  const startAttribute = start === undefined ? '' : `start="${start}" `
  return blockMarkup('core/list', { ordered: true, start }, `<ol ${startAttribute}class="wp-block-list">${items}</ol>`)
}

function writeListItem(item: ListItemNode): string {
  let text = ''
  const lists: string[] = []
  for (const child of item.content) {
    if (child.type === 'paragraph') text += inlineToHtml(child.content)
    else lists.push(writeList(child))
  }
  return blockMarkup('core/list-item', {}, `<li>${text}${lists.join(BETWEEN_BLOCKS)}</li>`)
}

/** Signs in code that WordPress would take for a shortcode, or a line for an address to embed, go as entities. */
function escapeCode(text: string): string {
  return escapeText(text)
    .replaceAll('[', '&#91;')
    .replace(/^([^\S\n]*https?:)\/\/(?=[^\s<>"]+[^\S\n]*$)/gm, '$1&#47;&#47;')
}

function writePicture(
  { remoteId, url, alt, caption }: { remoteId: number | null; url: string | null; alt: string; caption: string },
  frame: PictureFrame | null,
): string {
  const id = remoteId ?? undefined
  const newFrame: PictureFrame =
    id === undefined
      ? { sizeSlug: undefined, linkDestination: undefined }
      : { sizeSlug: 'full', linkDestination: 'none' }
  const { sizeSlug, linkDestination } = frame ?? newFrame
  const figureClass = sizeSlug === undefined ? 'wp-block-image' : `wp-block-image size-${sizeSlug}`
  const imageClass = id === undefined ? '' : ` class="wp-image-${id}"`
  const image = `<img src="${escapeAttribute(url ?? '')}" alt="${escapeAttribute(alt)}"${imageClass}/>`
  const figcaption = caption === '' ? '' : `<figcaption class="wp-element-caption">${escapeText(caption)}</figcaption>`
  const html = `<figure class="${figureClass}">${image}${figcaption}</figure>`
  return blockMarkup('core/image', { id, sizeSlug, linkDestination }, html)
}
