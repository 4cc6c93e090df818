import type { ParsedBlock } from './block-grammar.ts'
import type { PictureNode } from './document.ts'
import { isElement, onlyElement, plainText, significant } from './html-shape.ts'
import { parseStrictHtml } from './strict-html.ts'
import { joinLines } from './white-space.ts'

/** How a picture stands in its post: fields of the block that the document does not carry but its source keeps. */
export interface PictureFrame {
  sizeSlug: string | undefined
  linkDestination: 'none' | undefined
}

/** null when the block's attributes are more than an unlinked picture's. */
export function pictureFrame(block: ParsedBlock): (PictureFrame & { remoteId: number | null }) | null {
  const { id, sizeSlug, linkDestination, ...others } = block.attributes ?? { isUnreadable: true }
  if (Object.keys(others).length > 0) return null
  if (id !== undefined && !(typeof id === 'number' && Number.isSafeInteger(id) && id > 0)) return null
  if (sizeSlug !== undefined && !(typeof sizeSlug === 'string' && /^[\w-]+$/.test(sizeSlug))) return null
  if (linkDestination !== undefined && linkDestination !== 'none') return null
  return { remoteId: id ?? null, sizeSlug, linkDestination }
}

/** A picture without link, crop or size of its own, and with a caption of plain text. */
export function readPicture(block: ParsedBlock): PictureNode | null {
  const frame = pictureFrame(block)
  if (!frame) return null
  const { remoteId, sizeSlug } = frame
  const figureClass = sizeSlug === undefined ? 'wp-block-image' : `wp-block-image size-${sizeSlug}`
  const figure = onlyElement(parseStrictHtml(block.inner), 'figure', { class: figureClass })
  const [image, caption, ...others] = significant(figure?.children ?? [])
  if (!isElement(image) || others.length > 0) return null
  const url = image.attributes.get('src')
  const alt = image.attributes.get('alt')
  const imageClass = remoteId === null ? undefined : `wp-image-${remoteId}`
  if (url === undefined || alt === undefined) return null
  if (!onlyElement([image], 'img', { src: url, alt, class: imageClass })) return null
  let captionText: string | null = ''
  if (caption !== undefined) {
    const element = onlyElement([caption], 'figcaption', { class: 'wp-element-caption' }, {})
    captionText = element && plainText(element.children)
    if (!captionText) return null
  }
  return {
    type: 'picture',
    attrs: { mediaId: null, remoteId, url, alt, caption: joinLines(captionText), source: null },
  }
}
