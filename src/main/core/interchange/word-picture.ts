import type * as Docx from 'docx'
import { readPictureFacts } from '../media/read-picture-facts.ts'

export interface WordPictureFile {
  bytes: Uint8Array
}

/** What fits between the margins of a page, in pixels at 96 to the inch. */
const MAX_WIDTH_PX = 600
const MAX_HEIGHT_PX = 800
const TYPES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' } as const

/** null for a kind that Word does not show (WebP) and for what is no picture. */
export function wordPicture(docx: typeof Docx, { bytes }: WordPictureFile, alt: string): Docx.ImageRun | null {
  const facts = readPictureFacts(bytes)
  if (!facts || facts.mimeType === 'image/webp' || facts.widthPx === 0 || facts.heightPx === 0) return null
  const scale = Math.min(1, MAX_WIDTH_PX / facts.widthPx, MAX_HEIGHT_PX / facts.heightPx)
  return new docx.ImageRun({
    type: TYPES[facts.mimeType],
    data: bytes,
    transformation: { width: Math.round(facts.widthPx * scale), height: Math.round(facts.heightPx * scale) },
    altText: { name: 'Picture', title: '', description: alt },
  })
}
