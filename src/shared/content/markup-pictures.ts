import { Parser } from 'htmlparser2'

/** A picture as a text of the blog shows it. */
export interface MarkupPicture {
  /** As it stands in the text, entities decoded. */
  url: string
  /** The blog's id of the picture, by the class that WordPress gives it; null when it has none. */
  remoteId: number | null
  /** Of the addresses that the text offers, the one nearest to reading size. */
  readingUrl: string
  alt: string
  /** What stands under it alone, as text. */
  caption: string
}

/** As wide as a column of text is on a good screen. */
const READING_WIDTH_PX = 1200

/** Each picture once, in reading order. What lies in the text itself (`data:`) is no file to be had. */
export function markupPictures(markup: string): MarkupPicture[] {
  const found = new Map<string, MarkupPicture>()
  /** The figures around what is read, the innermost last, with the pictures that are in no other. */
  const figures: MarkupPicture[][] = []
  let captioned: MarkupPicture | null = null
  if (!/<img\b/i.test(markup)) return []
  const parser = new Parser(
    {
      onopentag(name, { src = '', srcset = '', class: classes = '', alt = '' }) {
        if (name === 'figure') figures.push([])
        if (name === 'figcaption') captioned = onlyOne(figures.at(-1))
        const url = src.trim()
        if (name !== 'img' || url === '' || /^data:/i.test(url) || found.has(url)) return
        const id = Number(/(?:^|\s)wp-image-(\d{1,15})(?:\s|$)/.exec(classes)?.[1] ?? 0)
        const readingUrl = nearestToReading(readSrcset(srcset))?.url ?? url
        const picture = { url, remoteId: id > 0 ? id : null, readingUrl, alt, caption: '' }
        found.set(url, picture)
        figures.at(-1)?.push(picture)
      },
      ontext(text) {
        if (captioned) captioned.caption += text
      },
      onclosetag(name) {
        if (name === 'figcaption') captioned = null
        if (name === 'figure') figures.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.end(markup)
  return [...found.values()]
}

const onlyOne = (pictures: MarkupPicture[] = []): MarkupPicture | null =>
  pictures.length === 1 ? (pictures[0] ?? null) : null

/** The file whose width is, as a ratio, nearest to reading size; null of none. */
export function nearestToReading<Size extends { widthPx: number }>(sizes: readonly Size[]): Size | null {
  const distance = ({ widthPx }: Size): number => Math.abs(Math.log(widthPx / READING_WIDTH_PX))
  return sizes.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** HTML, 4.8.4.2.1, widths only. */
function readSrcset(srcset: string): { url: string; widthPx: number }[] {
  return [...srcset.matchAll(/(\S*[^\s,])\s+(\d{1,6})w\s*(?:,|$)/g)].flatMap(([, url = '', width]) =>
    Number(width) > 0 ? [{ url, widthPx: Number(width) }] : [],
  )
}
