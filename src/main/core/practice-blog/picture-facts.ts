export interface PictureFacts {
  mimeType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  extension: 'png' | 'jpg' | 'gif' | 'webp'
  widthPx: number
  heightPx: number
}

const startsWith = (bytes: Uint8Array, offset: number, text: string): boolean =>
  text.split('').every((character, index) => bytes[offset + index] === character.charCodeAt(0))

function jpegSize(bytes: Uint8Array, view: DataView): { widthPx: number; heightPx: number } {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return { widthPx: 0, heightPx: 0 }
}

function webpSize(bytes: Uint8Array, view: DataView): { widthPx: number; heightPx: number } {
  if (startsWith(bytes, 12, 'VP8X')) {
    const minusOne = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16)
    return { widthPx: minusOne(24) + 1, heightPx: minusOne(27) + 1 }
  }
  if (startsWith(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 }
  }
  return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff }
}

/** What the bytes are, whatever their name says; null for anything but a PNG, JPEG, GIF or WebP picture. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && startsWith(bytes, 0, '\u0089PNG')) {
    const size = { widthPx: view.getUint32(16), heightPx: view.getUint32(20) }
    return { mimeType: 'image/png', extension: 'png', ...size }
  }
  if (bytes.length >= 4 && startsWith(bytes, 0, '\u00ff\u00d8\u00ff')) {
    return { mimeType: 'image/jpeg', extension: 'jpg', ...jpegSize(bytes, view) }
  }
  if (bytes.length >= 10 && startsWith(bytes, 0, 'GIF8')) {
    const size = { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) }
    return { mimeType: 'image/gif', extension: 'gif', ...size }
  }
  if (bytes.length >= 30 && startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) {
    return { mimeType: 'image/webp', extension: 'webp', ...webpSize(bytes, view) }
  }
  return null
}
