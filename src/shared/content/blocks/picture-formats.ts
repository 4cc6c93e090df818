import { blockMarkup } from '../block-comment.ts'
import { keptWithLine, readCaption, writeCaption } from '../caption.ts'
import type { BlockAlignment, GalleryNode, KeptParts, PictureNode } from '../document.ts'
import { asBlock, isElement, significant, soleElement } from '../html-shape.ts'
import { BlockRest, classesOf, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import { joinLines } from '../white-space.ts'
import type { BlockFormat, Writing } from './block-format.ts'

const ALIGNMENTS: readonly BlockAlignment[] = ['left', 'center', 'right', 'wide', 'full']

export function takeAlignment(rest: BlockRest, element: HtmlElement): BlockAlignment | null {
  const align = alignmentOf(element)
  if (align) rest.take('align')
  return align
}

const alignmentOf = (element: HtmlElement): BlockAlignment | null =>
  ALIGNMENTS.find((each) => classesOf(element).includes(`align${each}`)) ?? null

/** An alignment that the class and the attribute do not agree on cannot be told. */
const hasCleanAlignment = (rest: BlockRest, element: HtmlElement): boolean => {
  const align = alignmentOf(element)
  return rest.peek('align') === (align ?? undefined) || (align === null && rest.peek('align') === 'none')
}

export const alignClass = (align: BlockAlignment | null | undefined): string | undefined =>
  align ? `align${align}` : undefined

export const joinClasses = (...classes: (string | undefined | false)[]): string =>
  classes.filter((each) => typeof each === 'string' && each !== '').join(' ')

interface FigureParts {
  figure: HtmlElement
  inner: HtmlNode[]
  caption: string
  credit: string
}

/** A figure and what stands in it before its caption. */
export function readFigure(
  nodes: readonly HtmlNode[] | null,
  rest: BlockRest,
  captionClasses: string[],
): FigureParts | null {
  const figure = soleElement(nodes, 'figure')
  if (!figure || !hasCleanAlignment(rest, figure)) return null
  const all = significant(figure.children)
  const last = all.at(-1)
  if (!isElement(last) || last.name !== 'figcaption') return { figure, inner: all, caption: '', credit: '' }
  const words = readCaption(last, rest)
  if (!words) return null
  rest.keep(last, 'figcaption', [], captionClasses)
  return { figure, inner: all.slice(0, -1), ...words }
}

export const CAPTION_CLASS = 'wp-element-caption'

export function figcaption(
  words: { caption: string; credit?: string },
  kept: KeptParts | null | undefined,
  ownClass = CAPTION_CLASS,
): string {
  const html = writeCaption(words, kept)
  return html === '' ? '' : `${startTag('figcaption', { class: ownClass }, kept, 'figcaption')}>${html}</figcaption>`
}

export const readMediaId = (value: unknown): number | null | undefined =>
  value === undefined ? null : typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined

export const pictureFormat: BlockFormat<PictureNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, [CAPTION_CLASS])
    if (!parts) return null
    const remoteId = readMediaId(rest.take('id'))
    const sizeSlug = rest.take('sizeSlug') ?? null
    const isDecorative = rest.take('isDecorative') ?? false
    if (remoteId === undefined || (sizeSlug !== null && !isSlug(sizeSlug)) || typeof isDecorative !== 'boolean')
      return null
    const [content, ...others] = parts.inner
    const link = isElement(content) && content.name === 'a' ? content : null
    const image = link
      ? soleElement(link.children, 'img')
      : isElement(content) && content.name === 'img'
        ? content
        : null
    const linkHref = link?.attributes.get('href') ?? null
    if (!image || others.length > 0 || (link && linkHref === null)) return null
    const classes = classesOf(image)
    // The picture that the block names must be the one that it shows.
    if (classes.some((each) => /^wp-image-\d+$/.test(each) && each !== `wp-image-${remoteId}`)) return null
    if (remoteId !== null && !classes.includes(`wp-image-${remoteId}`)) return null
    if (sizeSlug !== null && !classesOf(parts.figure).includes(`size-${sizeSlug}`)) return null
    const align = takeAlignment(rest, parts.figure)
    const goesWithoutSaying = linkHref === null ? 'none' : 'custom'
    if (rest.peek('linkDestination') === goesWithoutSaying) rest.take('linkDestination')
    rest.keep(parts.figure, '', [], ['wp-block-image', `size-${sizeSlug}`, `align${align}`])
    if (link) rest.keep(link, 'a', ['href'], [])
    if (isDecorative !== (image.attributes.get('role') === 'none')) return null
    rest.keep(image, 'img', isDecorative ? ['src', 'alt', 'role'] : ['src', 'alt'], [`wp-image-${remoteId}`])
    const url = image.attributes.get('src') ?? null
    const alt = image.attributes.get('alt') ?? ''
    const { caption, credit } = parts
    return pictureFormat.storable(
      {
        type: 'picture',
        attrs: {
          mediaId: null,
          remoteId,
          url,
          alt,
          isDecorative,
          caption,
          credit,
          align,
          sizeSlug,
          linkHref,
          source: null,
          kept: rest.kept,
        },
      },
      (each) => each,
    )
  },
  storable({ attrs }) {
    const { mediaId, remoteId, url, alt, isDecorative, caption, credit, align, sizeSlug, linkHref, kept } = attrs
    return {
      type: 'picture',
      attrs: {
        mediaId,
        remoteId,
        url,
        alt: isDecorative ? '' : alt,
        caption: joinLines(caption),
        source: null,
        ...(isDecorative && { isDecorative }),
        ...(credit && { credit: joinLines(credit) }),
        ...(align && { align }),
        ...(sizeSlug && { sizeSlug }),
        ...(linkHref && { linkHref }),
        ...withKept(keptWithLine('figcaption', caption, kept)),
      },
    }
  },
  write({ attrs }, writing) {
    const { remoteId, url, alt, isDecorative, align, sizeSlug, linkHref, kept } = attrs
    const id = remoteId ?? undefined
    const imageClass = id === undefined ? undefined : `wp-image-${id}`
    const own = { src: url ?? undefined, alt, class: imageClass, role: isDecorative ? 'none' : undefined }
    const image = `${startTag('img', own, kept, 'img')}/>`
    const shown = linkHref ? `${startTag('a', { href: linkHref }, kept, 'a')}>${image}</a>` : image
    const figureClass = joinClasses('wp-block-image', alignClass(align), sizeSlug ? `size-${sizeSlug}` : undefined)
    const html = `${startTag('figure', { class: figureClass }, kept)}>${shown}${figcaption(attrs, kept)}</figure>`
    return blockMarkup(
      'core/image',
      withKeptAttributes(
        {
          id,
          sizeSlug: sizeSlug ?? undefined,
          linkDestination: linkDestination(attrs, writing),
          isDecorative: isDecorative ? true : undefined,
          align: align ?? undefined,
        },
        kept,
      ),
      html,
    )
  },
}

const isSlug = (value: unknown): value is string => typeof value === 'string' && /^[\w-]+$/.test(value)

/** Said of a new picture as WordPress says it; of a known one as it was said. */
function linkDestination({ linkHref, remoteId }: PictureNode['attrs'], { before }: Writing): string | undefined {
  if (linkHref) return 'custom'
  const isKnown = before !== null && before['id'] === (remoteId ?? undefined)
  const says = isKnown ? before['linkDestination'] === 'none' : remoteId !== null
  return says ? 'none' : undefined
}

const GALLERY_CAPTION = ['blocks-gallery-caption', CAPTION_CLASS]

export const galleryFormat: BlockFormat<GalleryNode> = {
  read(block, reading) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, GALLERY_CAPTION)
    if (!parts || parts.inner.length === 0 || parts.inner.some((node) => asBlock(node) === null)) return null
    const columns = rest.take('columns') ?? null
    if (columns !== null && !(typeof columns === 'number' && Number.isSafeInteger(columns))) return null
    const classes = classesOf(parts.figure)
    const own = galleryClasses(columns, rest.peek('imageCrop') !== false)
    if (!own.every((each) => classes.includes(each))) return null
    const pictures = reading.inner(block.inner.slice(1, -1)) ?? []
    const content = pictures.filter((node) => node.type === 'picture')
    if (content.length === 0 || content.length !== parts.inner.length) return null
    rest.keep(parts.figure, '', [], own)
    const { caption } = parts
    if (parts.credit !== '') return null
    return { type: 'gallery', attrs: { columns, caption, source: null, ...withKept(rest.kept) }, content }
  },
  storable: ({ attrs: { columns, caption, kept }, content }, inner) => ({
    type: 'gallery',
    attrs: {
      columns,
      caption: joinLines(caption),
      source: null,
      ...withKept(keptWithLine('figcaption', caption, kept)),
    },
    content: content.map(inner),
  }),
  write({ attrs: { columns, caption, kept }, content }, writing) {
    const own = galleryClasses(columns, kept?.attributes['imageCrop'] !== false)
    const words = figcaption({ caption }, kept, GALLERY_CAPTION.join(' '))
    const html = `${startTag('figure', { class: own.join(' ') }, kept)}>${writing.inner(content)}${words}</figure>`
    return blockMarkup('core/gallery', withKeptAttributes({ columns: columns ?? undefined }, kept), html)
  },
  writeInner: ({ content }, writing) => writing.inner(content),
}

const galleryClasses = (columns: number | null, isCropped: boolean): string[] => [
  'wp-block-gallery',
  'has-nested-images',
  `columns-${columns ?? 'default'}`,
  ...(isCropped ? ['is-cropped'] : []),
]
