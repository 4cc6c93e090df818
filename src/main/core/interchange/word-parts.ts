import { AppError } from '../../../shared/errors.ts'
import { openZip, ZipFault } from './read-zip.ts'
import { scanWordPart } from './word-scan.ts'

/** A Word file that was looked through: it may be read. */
export interface WordParts {
  /** '' for a part that is not there. */
  xmlOf: (name: string) => string
  counts: { insertions: number; deletions: number; drawings: number }
}

const MEGABYTE = 1024 * 1024
const LIMITS = { parts: 4000, partBytes: 40 * MEGABYTE, wholeBytes: 300 * MEGABYTE, ratio: 150 }
/** What its reader takes whole into memory. */
const MAX_XML_BYTES = 25 * MEGABYTE

/** Throws `ZipFault` for what is damaged, locked, or made to swell; nothing of it was taken in. */
export function openWordParts(bytes: Uint8Array): WordParts {
  // An OLE container: a .doc of before 2007, or a .docx with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ZipFault('old-word')
  const zip = openZip(bytes, LIMITS)
  const xmlOf = (name: string): string => Buffer.from(zip.read(name) ?? []).toString('utf8')
  if (zip.read('word/document.xml') === null) throw new ZipFault('damaged')
  const counts = { insertions: 0, deletions: 0, drawings: 0 }
  let xmlBytes = 0
  for (const name of zip.names().filter((part) => /\.(?:xml|rels)$/i.test(part))) {
    const xml = xmlOf(name)
    xmlBytes += xml.length
    if (xmlBytes > MAX_XML_BYTES) throw new ZipFault('swells')
    const scan = scanWordPart(xml)
    if (scan.isTooDeep || scan.declares) throw new ZipFault('swells')
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name)) continue
    counts.insertions += scan.insertions
    counts.deletions += scan.deletions
    counts.drawings += scan.drawings
  }
  return { xmlOf, counts }
}

/** Throws `unreadable-file` with its name for whatever cannot be read. */
export async function refusing<Result>(fileName: string, read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError({
      kind: 'unreadable-file',
      fileName,
      why: error instanceof ZipFault ? error.reason : 'damaged',
    })
  }
}
