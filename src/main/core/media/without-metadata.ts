import type { PictureMimeType, RemovedData } from '../../../shared/domain/media.ts'

/** The file without what is not to be seen, the picture itself byte for byte; the same bytes when there was nothing. */
export interface CleanFile {
  bytes: Uint8Array
  removed: RemovedData | null
}

/** What is kept of a file, in order, and what was found that is not. */
interface Kept {
  parts: Uint8Array[]
  removed: RemovedData | null
}

/**
 * Keeps only the pieces that a picture needs, by a list of what these are: whatever a program invents tomorrow is left out.
 * null for a file whose pieces cannot be followed.
 */
export function withoutMetadata(bytes: Uint8Array, mimeType: PictureMimeType): CleanFile | null {
  try {
    const kept = KEEP[mimeType](new FileWalk(bytes))
    if (kept.removed === null) return { bytes, removed: null }
    return { bytes: new Uint8Array(Buffer.concat(kept.parts)), removed: kept.removed }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Reads past the end throw RangeError. */
class FileWalk {
  readonly bytes: Uint8Array
  readonly view: DataView
  at = 0
  readonly parts: Uint8Array[] = []
  removed: RemovedData | null = null

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  ascii(at: number, length: number): string {
    if (at + length > this.bytes.byteLength) throw new RangeError('the file ends here')
    return Buffer.from(this.bytes.subarray(at, at + length)).toString('latin1')
  }

  keep(length: number): void {
    this.parts.push(this.piece(length))
  }

  drop(length: number, what: RemovedData): void {
    this.piece(length)
    if (this.removed !== 'place-and-camera') this.removed = what
  }

  /** What follows the end of the picture, such as the film that phones put there. */
  end(): Kept {
    if (this.at < this.bytes.byteLength) this.drop(this.bytes.byteLength - this.at, 'hidden')
    return this
  }

  private piece(length: number): Uint8Array {
    if (this.at + length > this.bytes.byteLength) throw new RangeError('the file ends here')
    const piece = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    return piece
  }
}

const KEEP: Record<PictureMimeType, (walk: FileWalk) => Kept> = {
  'image/jpeg': keepJpeg,
  'image/png': keepPng,
  'image/gif': keepGif,
  'image/webp': keepWebp,
}

const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP13 = 0xed
const APP14 = 0xee
const COMMENT = 0xfe
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** ITU T.81, annex B. Of the application segments the plain JFIF header, the colour profile and Adobe's colour transform stay. */
function keepJpeg(walk: FileWalk): Kept {
  if (walk.view.getUint16(0) !== 0xffd8) throw new RangeError('no JPEG')
  walk.keep(2)
  for (;;) {
    if (walk.view.getUint8(walk.at) !== 0xff) throw new RangeError('no marker')
    const marker = walk.view.getUint8(walk.at + 1)
    if (marker === END_OF_IMAGE) {
      walk.keep(2)
      return walk.end()
    }
    if (marker === 0xff) {
      walk.keep(1)
      continue
    }
    const length = 2 + walk.view.getUint16(walk.at + 2)
    const what = jpegSegment(walk, marker, length)
    if (what === 'picture') walk.keep(length)
    else walk.drop(length, what)
    if (marker === START_OF_SCAN) walk.keep(scanLength(walk))
  }
}

function jpegSegment(walk: FileWalk, marker: number, length: number): 'picture' | RemovedData {
  const startsWith = (name: string): boolean => walk.ascii(walk.at + 4, Math.min(name.length, length - 4)) === name
  switch (marker) {
    // With a small picture of itself it is longer, and that one may show what was cut off.
    case APP0:
      return startsWith('JFIF\0') && length === 18 ? 'picture' : 'hidden'
    case APP1:
    case APP13:
      return 'place-and-camera'
    case APP2:
      return startsWith('ICC_PROFILE\0') ? 'picture' : 'hidden'
    case APP14:
      return startsWith('Adobe') ? 'picture' : 'hidden'
    default:
      return marker === COMMENT || (marker > APP0 && marker <= 0xef) ? 'hidden' : 'picture'
  }
}

/** Up to the next marker that is neither a stuffed byte nor a restart. */
function scanLength({ bytes, at }: FileWalk): number {
  for (let next = at; next + 1 < bytes.byteLength; next += 1) {
    if (bytes[next] !== 0xff) continue
    const marker = bytes[next + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return next - at
  }
  throw new RangeError('a scan without an end')
}

/** PNG specification, third edition: what decides how the picture looks, moving pictures among it. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
)

function keepPng(walk: FileWalk): Kept {
  walk.keep(8)
  for (;;) {
    const length = 12 + walk.view.getUint32(walk.at)
    const type = walk.ascii(walk.at + 4, 4)
    if (PNG_CHUNKS.has(type)) walk.keep(length)
    else walk.drop(length, isCameraChunk(walk, type) ? 'place-and-camera' : 'hidden')
    if (type === 'IEND') return walk.end()
  }
}

function isCameraChunk(walk: FileWalk, type: string): boolean {
  if (type === 'eXIf') return true
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return false
  const keyword = walk.ascii(walk.at + 8, Math.min(24, walk.view.getUint32(walk.at)))
  return keyword.startsWith('XML:com.adobe.xmp') || keyword.startsWith('Raw profile type')
}

const GIF_EXTENSION = 0x21
const GIF_IMAGE = 0x2c
const GIF_END = 0x3b

/** GIF89a specification. Of the application extensions those that say how often a film runs, and the colour profile, stay. */
function keepGif(walk: FileWalk): Kept {
  walk.keep(13 + colourTableBytes(walk.view.getUint8(10)))
  for (;;) {
    const start = walk.view.getUint8(walk.at)
    if (start === GIF_END) {
      walk.keep(1)
      return walk.end()
    }
    if (start === GIF_IMAGE) {
      walk.keep(11 + colourTableBytes(walk.view.getUint8(walk.at + 9)))
      walk.keep(subBlocksLength(walk, walk.at))
      continue
    }
    if (start !== GIF_EXTENSION) throw new RangeError('no GIF block')
    const length = 2 + subBlocksLength(walk, walk.at + 2)
    const what = gifExtension(walk)
    if (what === 'picture') walk.keep(length)
    else walk.drop(length, what)
  }
}

const colourTableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

function subBlocksLength({ view }: FileWalk, at: number): number {
  let next = at
  for (let size = view.getUint8(next); size !== 0; size = view.getUint8(next)) next += 1 + size
  return next + 1 - at
}

function gifExtension(walk: FileWalk): 'picture' | RemovedData {
  const label = walk.view.getUint8(walk.at + 1)
  if (label === 0xfe) return 'hidden'
  if (label !== 0xff) return 'picture'
  const name = walk.ascii(walk.at + 3, 11)
  if (name.startsWith('XMP Data')) return 'place-and-camera'
  return ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'].includes(name) ? 'picture' : 'hidden'
}

/** RFC 9649. */
const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const WEBP_EXIF_AND_XMP = 0x0c

function keepWebp(walk: FileWalk): Kept {
  const endsAt = Math.min(8 + walk.view.getUint32(4, true), walk.bytes.byteLength)
  walk.keep(12)
  while (walk.at < endsAt) {
    const type = walk.ascii(walk.at, 4)
    const contentLength = walk.view.getUint32(walk.at + 4, true)
    const length = Math.min(8 + contentLength + (contentLength % 2), walk.bytes.byteLength - walk.at)
    if (WEBP_CHUNKS.has(type)) walk.keep(length)
    else walk.drop(length, type === 'EXIF' || type === 'XMP ' ? 'place-and-camera' : 'hidden')
  }
  const kept = walk.end()
  return kept.removed === null ? kept : { ...kept, parts: webpHeaderFor(kept.parts) }
}

/** The header says how long the file is, and the first chunk what it holds. */
function webpHeaderFor(parts: readonly Uint8Array[]): Uint8Array[] {
  const [header, first, ...rest] = parts.map((part) => Buffer.from(part))
  if (!header || !first) throw new RangeError('an empty WebP')
  header.writeUInt32LE(parts.reduce((sum, part) => sum + part.byteLength, 0) - 8, 4)
  if (first.toString('latin1', 0, 4) === 'VP8X') first.writeUInt8(first.readUInt8(8) & ~WEBP_EXIF_AND_XMP, 8)
  return [header, first, ...rest]
}
