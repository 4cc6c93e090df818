import { documentToMarkup } from '../document-to-markup.ts'
import { markupToDocument } from '../markup-to-document.ts'
import { isClassicMarkup } from './classic-pieces.ts'
import { classicToBlocks } from './classic-to-blocks.ts'

/** The markup of a classic post as blocks, see classicToBlocks; any other as it is. */
export function classicMarkupToBlocks(markup: string): string {
  if (!isClassicMarkup(markup)) return markup
  const document = classicToBlocks(markupToDocument(markup))
  return documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup
}
