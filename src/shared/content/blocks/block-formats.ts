import type { BlockNode } from '../document.ts'
import type { BlockFormat, BlockOf } from './block-format.ts'
import { buttonsFormat } from './button-formats.ts'
import { containerFormat } from './container-format.ts'
import { footnotesFormat } from './footnotes-format.ts'
import { listFormat } from './list-format.ts'
import { audioFormat, embedFormat, fileFormat, videoFormat } from './media-formats.ts'
import { galleryFormat, pictureFormat } from './picture-formats.ts'
import { codeFormat, customHtmlFormat, moreFormat, pageBreakFormat, separatorFormat } from './plain-formats.ts'
import { pullQuoteFormat, quoteFormat } from './quote-formats.ts'
import { tableFormat } from './table-format.ts'
import { headingFormat, paragraphFormat, preformattedFormat, verseFormat } from './text-formats.ts'

type KnownType = Exclude<BlockNode['type'], 'opaque'>

const FORMATS: { [Type in KnownType]: { name: string | null; format: BlockFormat<BlockOf<Type>> } } = {
  paragraph: { name: 'core/paragraph', format: paragraphFormat },
  heading: { name: 'core/heading', format: headingFormat },
  bulletList: { name: 'core/list', format: listFormat as BlockFormat<BlockOf<'bulletList'>> },
  orderedList: { name: 'core/list', format: listFormat as BlockFormat<BlockOf<'orderedList'>> },
  blockquote: { name: 'core/quote', format: quoteFormat },
  pullquote: { name: 'core/pullquote', format: pullQuoteFormat },
  codeBlock: { name: 'core/code', format: codeFormat },
  preformatted: { name: 'core/preformatted', format: preformattedFormat },
  verse: { name: 'core/verse', format: verseFormat },
  horizontalRule: { name: 'core/separator', format: separatorFormat },
  moreBreak: { name: 'core/more', format: moreFormat },
  pageBreak: { name: 'core/nextpage', format: pageBreakFormat },
  picture: { name: 'core/image', format: pictureFormat },
  gallery: { name: 'core/gallery', format: galleryFormat },
  table: { name: 'core/table', format: tableFormat },
  embed: { name: 'core/embed', format: embedFormat },
  video: { name: 'core/video', format: videoFormat },
  audio: { name: 'core/audio', format: audioFormat },
  file: { name: 'core/file', format: fileFormat },
  buttons: { name: 'core/buttons', format: buttonsFormat },
  footnotes: { name: 'core/footnotes', format: footnotesFormat },
  customHtml: { name: 'core/html', format: customHtmlFormat },
  container: { name: null, format: containerFormat },
}

export type KnownNode = Exclude<BlockNode, { type: 'opaque' }>
export type AnyFormat = BlockFormat<KnownNode>

/** How a kind of node is read, compared and written. */
export const formatOf = (type: KnownType): AnyFormat => FORMATS[type].format

const BY_NAME = new Map(
  Object.values(FORMATS).flatMap(({ name, format }) => (name === null ? [] : [[name, format as unknown as AnyFormat]])),
)

/** How a block of this name is read, when it is one that we model. */
export const formatNamed = (name: string): AnyFormat | undefined => BY_NAME.get(name)
