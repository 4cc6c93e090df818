import { AppError, type UnreadableReason } from '../../../shared/errors.ts'
import { openZip, ZipFault, type ZipFile } from './read-zip.ts'
import { readWordComments, scanWordPart } from './word-scan.ts'

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

const MEGABYTE = 1024 * 1024
const LIMITS = { parts: 4000, partBytes: 40 * MEGABYTE, wholeBytes: 300 * MEGABYTE, ratio: 150 }
/** What its reader takes whole into memory. */
const MAX_XML_BYTES = 25 * MEGABYTE

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
export async function readWord(fileName: string, bytes: Uint8Array): Promise<WordText> {
  const refuse = (why: UnreadableReason): never => {
    throw new AppError({ kind: 'unreadable-file', fileName, why })
  }
  // An OLE container: a .doc of before 2007, or a .docx with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse('old-word')
  try {
    return await readParts(openZip(bytes, LIMITS), bytes, refuse)
  } catch (error) {
    if (error instanceof AppError) throw error
    return refuse(error instanceof ZipFault ? error.reason : 'damaged')
  }
}

async function readParts(zip: ZipFile, bytes: Uint8Array, refuse: (why: UnreadableReason) => never): Promise<WordText> {
  const xmlOf = (name: string): string => Buffer.from(zip.read(name) ?? []).toString('utf8')
  if (zip.read('word/document.xml') === null) refuse('damaged')
  const counts = { insertions: 0, deletions: 0, drawings: 0 }
  let xmlBytes = 0
  for (const name of zip.names().filter((part) => /\.(?:xml|rels)$/i.test(part))) {
    const xml = xmlOf(name)
    xmlBytes += xml.length
    if (xmlBytes > MAX_XML_BYTES) refuse('swells')
    const scan = scanWordPart(xml)
    if (scan.isTooDeep || scan.declares) refuse('swells')
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name)) continue
    counts.insertions += scan.insertions
    counts.deletions += scan.deletions
    counts.drawings += scan.drawings
  }
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
