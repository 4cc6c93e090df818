import type { Sharp } from 'sharp'
import type { PictureEdit, PictureMimeType, RemovedData } from '../../../shared/domain/media.ts'
import { withoutMetadata } from './without-metadata.ts'

/** Longest side of what a blog gets: WordPress itself makes nothing larger than this (since 5.3). */
export const SENDING_PX = 2560
/** On a window of twice the points, at the measure of the page. */
const READING_PX = 1600
const THUMBNAIL_PX = 480
const JPEG_QUALITY = 85
/** A larger one was saved finer than a reader can see. */
const HEAVY_JPEG_BYTES = 1_500_000
/** A photograph saved as PNG is five times as large as it need be; a drawing is not. */
const HEAVY_PNG_BYTES = 500_000
const COLOURS_OF_A_DRAWING = 4096
/** A few bytes may unpack to more than a laptop holds. */
export const MOST_PIXELS = 100_000_000

let library: ReturnType<typeof loadLibrary> | null = null

/** Loaded with the first picture: it is the largest part of the core, and a start does not wait for it. */
const pictures = (): ReturnType<typeof loadLibrary> => (library ??= loadLibrary())

async function loadLibrary() {
  const { default: sharp } = await import('sharp')
  // Only what a picture may be here is ever read, whatever a file pretends; and one picture at a time on one thread leaves the rest of the laptop alone.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif', 'VipsForeignLoadWebp'],
  })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

export interface Rendered {
  bytes: Uint8Array
  mimeType: PictureMimeType
  widthPx: number
  heightPx: number
}

export interface PictureShape {
  /** Upright, as it is to be seen. */
  widthPx: number
  heightPx: number
  isTurned: boolean
  isMoving: boolean
  isForPrint: boolean
  isOpaque: boolean
}

const open = async (bytes: Uint8Array): Promise<Sharp> =>
  (await pictures())(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })

/** From the header alone. Rejects for a file that has none. */
export async function readShape(bytes: Uint8Array, mimeType: PictureMimeType): Promise<PictureShape> {
  const sharp = await pictures()
  const found = await sharp(bytes, { limitInputPixels: false }).metadata()
  return {
    widthPx: found.autoOrient.width,
    heightPx: found.autoOrient.height,
    isTurned: (found.orientation ?? 1) > 1,
    isMoving: (found.pages ?? 1) > 1 || (mimeType === 'image/png' && Buffer.from(bytes).includes('acTL')),
    isForPrint: found.space === 'cmyk',
    isOpaque: !found.hasAlpha,
  }
}

/**
 * What a blog gets: the same bytes without what is not to be seen, or, where the picture must be turned or made smaller, a new
 * file of it. Films (GIF, WebP, PNG) stay as they are.
 */
export async function renderForSending(
  bytes: Uint8Array,
  mimeType: PictureMimeType,
  shape: PictureShape,
): Promise<Rendered & { removed: RemovedData | null }> {
  const clean = withoutMetadata(bytes, mimeType)
  const removed = clean === null ? 'hidden' : clean.removed
  if (clean !== null && !(await isToBeRedrawn(bytes, mimeType, shape)))
    return { bytes: clean.bytes, mimeType, widthPx: shape.widthPx, heightPx: shape.heightPx, removed }
  const target = await targetType(bytes, mimeType, shape)
  const drawn = await draw((await open(bytes)).autoOrient(), target, SENDING_PX)
  // What was saved well already is not made larger by saving it again.
  const isNoGain =
    clean !== null && target === mimeType && drawn.bytes.byteLength >= clean.bytes.byteLength && !isToBeMadeAnew(shape)
  return { ...(isNoGain ? { ...drawn, bytes: clean.bytes } : drawn), removed }
}

const isToBeMadeAnew = ({ isMoving, isTurned, isForPrint, widthPx, heightPx }: PictureShape): boolean =>
  !isMoving && (isTurned || isForPrint || Math.max(widthPx, heightPx) > SENDING_PX)

async function isToBeRedrawn(bytes: Uint8Array, mimeType: PictureMimeType, shape: PictureShape): Promise<boolean> {
  if (shape.isMoving || mimeType === 'image/gif') return false
  if (isToBeMadeAnew(shape)) return true
  if (mimeType === 'image/jpeg') return bytes.byteLength > HEAVY_JPEG_BYTES
  return (await targetType(bytes, mimeType, shape)) !== mimeType
}

async function targetType(
  bytes: Uint8Array,
  mimeType: PictureMimeType,
  { isOpaque }: PictureShape,
): Promise<PictureMimeType> {
  if (mimeType !== 'image/png' || !isOpaque || bytes.byteLength <= HEAVY_PNG_BYTES) return mimeType
  return (await isDrawing(bytes)) ? 'image/png' : 'image/jpeg'
}

/** Few colours for its size: a screen, a chart, a map. */
async function isDrawing(bytes: Uint8Array): Promise<boolean> {
  const image = await open(bytes)
  const sample = await image
    .resize(640, 640, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  const colours = new Set<number>()
  for (let at = 0; at + 2 < sample.length; at += 3) {
    colours.add(sample.readUIntBE(at, 3))
    if (colours.size > COLOURS_OF_A_DRAWING) return false
  }
  return true
}

/** For the page on this laptop. null when the file itself does as well; films run only there. */
export async function renderForReading(bytes: Uint8Array, mimeType: PictureMimeType): Promise<Uint8Array | null> {
  const { isMoving, widthPx, heightPx } = await readShape(bytes, mimeType)
  if (isMoving || Math.max(widthPx, heightPx) <= READING_PX) return null
  return asWebp(bytes, READING_PX)
}

/** Proves on the way that the whole file can be read: rejects for one that is broken or breaks off. */
export const renderThumbnail = (bytes: Uint8Array): Promise<Uint8Array> => asWebp(bytes, THUMBNAIL_PX)

const asWebp = async (bytes: Uint8Array, longestPx: number): Promise<Uint8Array> =>
  inside((await open(bytes)).autoOrient(), longestPx)
    .webp({ quality: 80, effort: 2 })
    .toBuffer()

/** A part of the upright picture, turned. Rejects when nothing is left of it. */
export async function renderEdit(
  bytes: Uint8Array,
  mimeType: PictureMimeType,
  { quarterTurns, crop }: PictureEdit,
): Promise<Rendered> {
  const { widthPx, heightPx, isOpaque } = await readShape(bytes, mimeType)
  const [width, height] = quarterTurns % 2 === 0 ? [widthPx, heightPx] : [heightPx, widthPx]
  const left = Math.min(width - 1, Math.round(crop.left * width))
  const top = Math.min(height - 1, Math.round(crop.top * height))
  const turned = await (await open(bytes)).autoOrient().toColourspace('srgb').toBuffer()
  const sharp = await pictures()
  const cut = sharp(turned)
    .rotate(quarterTurns * 90)
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
      height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
    })
  const target =
    mimeType === 'image/gif' ? 'image/png' : await targetType(bytes, mimeType, { isOpaque } as PictureShape)
  return draw(cut, target, SENDING_PX)
}

const inside = (image: Sharp, longestPx: number): Sharp =>
  image.resize(longestPx, longestPx, { fit: 'inside', withoutEnlargement: true })

async function draw(image: Sharp, mimeType: PictureMimeType, longestPx: number): Promise<Rendered> {
  const sized = inside(image, longestPx).toColourspace('srgb')
  const { data, info } = await inFormat(sized, mimeType).toBuffer({ resolveWithObject: true })
  return { bytes: data, mimeType, widthPx: info.width, heightPx: info.height }
}

function inFormat(image: Sharp, mimeType: PictureMimeType): Sharp {
  switch (mimeType) {
    case 'image/jpeg':
      return image.jpeg({ quality: JPEG_QUALITY, progressive: true })
    case 'image/png':
      return image.png({ compressionLevel: 9 })
    case 'image/webp':
      return image.webp({ quality: JPEG_QUALITY })
    case 'image/gif':
      return image.gif()
  }
}
