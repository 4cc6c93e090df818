import { AppError } from '../../../shared/errors.ts'
import { openZip, ZipFault } from './read-zip.ts'

const MEGABYTE = 1024 * 1024
const LIMITS = { parts: 1000, partBytes: 40 * MEGABYTE, wholeBytes: 200 * MEGABYTE, ratio: 150 }

export interface PackedText {
  fileName: string
  bytes: Uint8Array
  /** What lies beside the text, by its path from there. */
  beside: Map<string, Uint8Array>
}

/** A text that came in a zip with its pictures, as Markdown leaves this program. Throws `unreadable-file`. */
export function openPackedText(fileName: string, bytes: Uint8Array): PackedText {
  try {
    const zip = openZip(bytes, LIMITS)
    const names = zip.names().filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
    const [text, ...others] = names.filter((name) => /\.(?:md|markdown|html?|docx)$/i.test(name))
    // With several texts nobody could say which is meant.
    if (text === undefined || others.length > 0)
      throw new AppError({ kind: 'unreadable-file', fileName, why: 'unknown-type' })
    const folder = text.slice(0, text.lastIndexOf('/') + 1)
    const beside = new Map<string, Uint8Array>()
    for (const name of names) {
      if (name === text || !name.startsWith(folder)) continue
      const part = zip.read(name)
      if (part) beside.set(name.slice(folder.length), part)
    }
    return { fileName: text.slice(folder.length), bytes: zip.read(text) ?? new Uint8Array(), beside }
  } catch (error) {
    if (error instanceof ZipFault) throw new AppError({ kind: 'unreadable-file', fileName, why: error.reason })
    throw error
  }
}
