import { openWordParts, refusing, type WordParts } from './word-parts.ts'
import { readWordComments } from './word-scan.ts'

export interface WordText {
  html: string
  /** By the address it has in the HTML. */
  pictures: Map<string, Uint8Array>
  comments: { author: string; text: string }[]
  insertions: number
  deletions: number
  drawings: number
  /** Of paragraphs and words whose style has no meaning here. */
  unknownStyles: number
}

/** Styles that Word brings along, beyond those the reader knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Code'] => pre:separator('\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\n')",
  "p[style-name='Caption'] => p:fresh",
  "r[style-name='Code'] => code",
  'strike => s',
]

/**
 * The words of a .docx as HTML, with its lists, tables, footnotes and pictures. Of tracked changes what was put in is
 * taken and what was taken out is left. Throws `unreadable-file` for what is damaged, locked, or made to swell.
 */
export const readWord = (fileName: string, bytes: Uint8Array): Promise<WordText> =>
  refusing(fileName, () => readParts(bytes, openWordParts(bytes)))

async function readParts(bytes: Uint8Array, { xmlOf, counts }: WordParts): Promise<WordText> {
  const pictures = new Map<string, Uint8Array>()
  const { default: mammoth } = await import('mammoth')
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async (image) => {
        const src = `word-picture-${pictures.size + 1}`
        pictures.set(src, new Uint8Array(await image.readAsArrayBuffer()))
        return { src }
      }),
    },
  )
  return {
    html: value,
    pictures,
    comments: readWordComments(xmlOf('word/comments.xml')),
    ...counts,
    unknownStyles: messages.filter(({ message }) => message.startsWith('Unrecognised')).length,
  }
}
