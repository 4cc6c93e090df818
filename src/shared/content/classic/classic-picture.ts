import { readCaption, writeCaption } from '../caption.ts'
import type { BlockAlignment, PictureNode } from '../document.ts'
import { isElement, significant, soleElement } from '../html-shape.ts'
import { BlockRest, classesOf, startTag } from '../kept-parts.ts'
import { parseStrictText, type HtmlElement, type HtmlNode } from '../strict-html.ts'
import { alignClass, joinClasses, pictureFormat } from '../blocks/picture-formats.ts'
import { withLineBreaks } from './classic-lines.ts'

/** `[caption]` and its attributes, kept under `caption/…`; the classic editor writes them all in quotes. */
const SHORTCODE = /^\[caption((?:\s+[a-z_-]+="[^"<>[\]&]*")*)\s*\]([^]*)\[\/caption\]$/
const ALIGNMENTS: readonly BlockAlignment[] = ['left', 'center', 'right']

const classNamed = (element: HtmlElement, pattern: RegExp): string | null =>
  classesOf(element).flatMap((each) => pattern.exec(each)?.[1] ?? [])[0] ?? null

/** `<img>`, or one in a link: what the classic editor puts for a picture without a caption. */
export function readClassicPicture(shown: HtmlElement, rest: BlockRest): PictureNode | null {
  const link = shown.name === 'a' ? shown : null
  const image = link ? soleElement(link.children, 'img') : shown.name === 'img' ? shown : null
  const linkHref = link?.attributes.get('href') ?? null
  if (!image || (link && linkHref === null)) return null
  const id = classNamed(image, /^wp-image-(\d{1,15})$/)
  const align = classNamed(image, /^align(left|center|right)$/) as BlockAlignment | null
  const sizeSlug = classNamed(image, /^size-([\w-]+)$/)
  const isDecorative = image.attributes.get('role') === 'none' && image.attributes.get('alt') === ''
  if (link) rest.keep(link, 'a', ['href'], [])
  rest.keep(image, 'img', isDecorative ? ['src', 'alt', 'role'] : ['src', 'alt'], [
    `wp-image-${id}`,
    `align${align}`,
    `size-${sizeSlug}`,
  ])
  return pictureFormat.storable(
    {
      type: 'picture',
      attrs: {
        mediaId: null,
        remoteId: id === null ? null : Number(id),
        url: image.attributes.get('src') ?? null,
        alt: image.attributes.get('alt') ?? '',
        isDecorative,
        caption: '',
        align,
        sizeSlug,
        linkHref,
        source: null,
        kept: rest.kept,
      },
    },
    (each) => each,
  )
}

/** The classic editor's picture with words under it. null for one that says anything else. */
export function readCaptionShortcode(html: string): PictureNode | null {
  const [, attributes, inner] = SHORTCODE.exec(html) ?? []
  const nodes = inner === undefined ? null : parseStrictText(inner)
  const [shown, ...words] = significant(nodes ?? [])
  if (attributes === undefined || !nodes || !isElement(shown) || words.length === 0) return null
  const rest = BlockRest.empty()
  const picture = readClassicPicture(shown, rest)
  const children = withLineBreaks(trimmed(nodes.slice(nodes.indexOf(shown) + 1)))
  const caption = picture && readCaption({ ...shown, name: 'figcaption', children }, rest)
  if (!caption || picture.attrs.align || (caption.caption === '' && caption.credit === '')) return null
  const given = new Map(
    [...attributes.matchAll(/([a-z_-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const align = ALIGNMENTS.find((each) => given.get('align') === `align${each}`) ?? null
  if (given.has('caption') || given.size !== [...attributes.matchAll(/=/g)].length) return null
  const kept = rest.kept ?? { attributes: {}, html: {} }
  for (const [name, value] of given) if (!(name === 'align' && align)) kept.html[`caption/${name}`] = value
  return pictureFormat.storable(
    { type: 'picture', attrs: { ...picture.attrs, ...caption, align, kept } },
    (each) => each,
  )
}

function trimmed(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.map((node, index) => {
    if (typeof node !== 'string') return node
    const start = index === 0 ? node.trimStart() : node
    return index === nodes.length - 1 ? start.trimEnd() : start
  })
}

/** A picture with words under it as themes know it, for one whose width nobody has told. */
export function readCaptionFigure(figure: HtmlElement): PictureNode | null {
  const [shown, words, ...others] = significant(figure.children)
  if (!isElement(shown) || !isElement(words) || words.name !== 'figcaption' || others.length > 0) return null
  const rest = BlockRest.empty()
  const picture = readClassicPicture(shown, rest)
  const caption = picture && readCaption({ ...words, children: withLineBreaks(words.children) }, rest)
  const align = classNamed(figure, /^align(left|center|right)$/) as BlockAlignment | null
  if (!caption || picture.attrs.align || (caption.caption === '' && caption.credit === '')) return null
  rest.keep(figure, '', [], ['wp-caption', `align${align}`])
  rest.keep(words, 'figcaption', [], ['wp-caption-text'])
  return pictureFormat.storable(
    { type: 'picture', attrs: { ...picture.attrs, ...caption, align, kept: rest.kept } },
    (each) => each,
  )
}

/** Of a storable node. A caption stands in the shortcode it came in, which needs a width, or else in a figure. */
export function writeClassicPicture({ attrs }: PictureNode): string {
  const { remoteId, url, alt, isDecorative, align, sizeSlug, linkHref, kept, caption, credit } = attrs
  const hasCaption = caption !== '' || (credit ?? '') !== ''
  const imageClass = joinClasses(
    hasCaption ? undefined : alignClass(align),
    sizeSlug ? `size-${sizeSlug}` : undefined,
    remoteId === null ? undefined : `wp-image-${remoteId}`,
  )
  const own = {
    class: imageClass === '' ? undefined : imageClass,
    src: url ?? undefined,
    alt,
    role: isDecorative ? 'none' : undefined,
  }
  const image = `${startTag('img', own, kept, 'img')} />`
  const shown = linkHref ? `${startTag('a', { href: linkHref }, kept, 'a')}>${image}</a>` : image
  if (!hasCaption) return shown
  const words = writeCaption({ caption, ...(credit && { credit }) }, kept)
  const given = Object.entries(kept?.html ?? {}).filter(([name]) => name.startsWith('caption/'))
  if (given.length === 0) {
    const figure = startTag('figure', { class: joinClasses('wp-caption', alignClass(align)) }, kept)
    const figcaption = startTag('figcaption', { class: 'wp-caption-text' }, kept, 'figcaption')
    return `${figure}>${shown}${figcaption}>${words}</figcaption></figure>`
  }
  const attributes = given.map(([name, value]) => ` ${name.slice('caption/'.length)}="${value}"`)
  const alignment = align ? ` align="${alignClass(align)}"` : ''
  return `[caption${attributes.join('')}${alignment}]${shown} ${words}[/caption]`
}
