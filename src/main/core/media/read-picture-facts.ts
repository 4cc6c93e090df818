import type { PictureMimeType } from '../../../shared/domain/media.ts'

export interface PictureFacts {
  mimeType: PictureMimeType
  widthPx: number
  heightPx: number
}

/** How a file of this type is called, without the dot. */
export const pictureEnding: Record<PictureMimeType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** Type and size by the bytes themselves, never by a name; null for anything but JPEG, PNG, GIF and WebP. */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view)
  } catch (error) {
    // A header that ends in the middle is no picture we can use.
    if (error instanceof RangeError) return null
    throw error
  }
}

const ascii = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))

/** PNG specification, 11.2.2: the header chunk comes first. */
function readPng(view: DataView): PictureFacts | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || ascii(view, 12, 4) !== 'IHDR') return null
  return { mimeType: 'image/png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) }
}

function readGif(view: DataView): PictureFacts | null {
  const signature = ascii(view, 0, 6)
  if (signature !== 'GIF87a' && signature !== 'GIF89a') return null
  return { mimeType: 'image/gif', widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) }
}

/** RIFF container of WebP: lossy, lossless or extended first chunk. */
function readWebp(view: DataView): PictureFacts | null {
  if (ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP') return null
  const facts = (widthPx: number, heightPx: number): PictureFacts => ({ mimeType: 'image/webp', widthPx, heightPx })
  const threeBytes = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  switch (ascii(view, 12, 4)) {
    case 'VP8X':
      return facts(threeBytes(24) + 1, threeBytes(27) + 1)
    case 'VP8L': {
      const packed = view.getUint32(21, true)
      return facts((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1)
    }
    case 'VP8 ':
      return facts(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    default:
      return null
  }
}

/** Walks the segments to the frame header (ITU T.81, B.2.2), which holds the size. */
function readJpeg(view: DataView): PictureFacts | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrameHeader)
      return { mimeType: 'image/jpeg', widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
