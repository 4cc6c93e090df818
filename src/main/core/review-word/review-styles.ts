import type * as Docx from 'docx'
import type { LineStyle } from './word-line.ts'

/** By what a line is known again in Word; '' is a plain paragraph. */
export const STYLE_IDS: Readonly<Record<LineStyle | 'between', string>> = {
  title: 'Title',
  excerpt: 'AttacheExcerpt',
  h1: 'Heading1',
  h2: 'Heading2',
  h3: 'Heading3',
  h4: 'Heading4',
  h5: 'Heading5',
  h6: 'Heading6',
  p: '',
  quote: 'Quote',
  pullquote: 'IntenseQuote',
  code: 'Code',
  preformatted: 'PreformattedText',
  verse: 'Verse',
  caption: 'Caption',
  citation: 'AttacheSource',
  kept: 'AttacheKept',
  between: 'AttacheBetween',
}

/** The names that the ids stand for, as Word and LibreOffice write them, in small letters. */
export const STYLE_BY_NAME: ReadonlyMap<string, LineStyle | 'between'> = new Map([
  ['title', 'title'],
  ['attaché excerpt', 'excerpt'],
  ['subtitle', 'p'],
  ['heading 1', 'h1'],
  ['heading 2', 'h2'],
  ['heading 3', 'h3'],
  ['heading 4', 'h4'],
  ['heading 5', 'h5'],
  ['heading 6', 'h6'],
  ['quote', 'quote'],
  ['quotations', 'quote'],
  ['intense quote', 'pullquote'],
  ['code', 'code'],
  ['html preformatted', 'preformatted'],
  ['preformatted text', 'preformatted'],
  ['verse', 'verse'],
  ['caption', 'caption'],
  ['attaché source', 'citation'],
  ['attaché block', 'kept'],
  ['attaché between', 'between'],
])

export function reviewStyles(language: string): Docx.IStylesOptions {
  const heading = (size: number) => ({
    run: { bold: true, size, color: '1B1F27' },
    paragraph: { spacing: { before: 280, after: 100 } },
  })
  const grey = { color: '545C6B', size: 19 }
  const based = (id: string, name: string, own: Partial<Docx.IParagraphStyleOptions>): Docx.IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...own,
  })
  return {
    default: {
      document: {
        run: { font: 'Georgia', size: 23, ...(language !== '' && { language: { value: language } }) },
        paragraph: { spacing: { after: 160, line: 300, lineRule: 'auto' } },
      },
      title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 60 } } },
      heading1: heading(34),
      heading2: heading(30),
      heading3: heading(26),
      heading4: heading(24),
      heading5: heading(23),
      heading6: heading(23),
    },
    paragraphStyles: [
      based('AttacheExcerpt', 'Attaché excerpt', { run: { ...grey, size: 21 } }),
      based('Quote', 'Quote', { run: { color: '3A4150' }, paragraph: { indent: { start: 560 } } }),
      based('IntenseQuote', 'Intense Quote', { run: { size: 26 }, paragraph: { indent: { start: 560, end: 560 } } }),
      based('Code', 'Code', { run: { font: 'Consolas', size: 19 } }),
      based('PreformattedText', 'Preformatted Text', { run: { font: 'Consolas', size: 19 } }),
      based('Verse', 'Verse', { paragraph: { indent: { start: 560 } } }),
      based('Caption', 'Caption', { run: grey }),
      based('AttacheSource', 'Attaché source', { run: grey, paragraph: { indent: { start: 560 } } }),
      based('AttacheKept', 'Attaché block', { run: grey }),
      based('AttacheBetween', 'Attaché between', { run: { size: 8 }, paragraph: { spacing: { after: 0 } } }),
    ],
  }
}
