import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { withoutMetadata } from '../../../src/main/core/media/without-metadata.ts'
import type { PictureMimeType } from '../../../src/shared/domain/media.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { ferry } from '../../support/pictures.ts'

const pixelsOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer()
const plain = { create: { width: 20, height: 10, channels: 3, background: '#1d4f91' } } as const
const exif = { IFD0: { Copyright: 'Lan' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 0/1' } }
const profile = (bytes: Uint8Array) =>
  sharp(bytes)
    .metadata()
    .then(({ icc }) => icc?.byteLength ?? 0)

describe('a photograph of a phone', () => {
  test('holds the place, the camera and what the maker knows before, and nothing of it afterwards', async () => {
    const photograph = await cameraJpeg()
    const before = readTags(photograph.buffer, { expanded: true })
    expect(before.gps?.Latitude).toBeCloseTo(21.033, 3)
    expect(before.xmp?.['City']?.description).toBe('Hanoi')
    expect(before.iptc?.['City']?.description).toBe('Hanoi')
    expect(before.exif?.['Make']?.description).toBe('Embassy Camera')

    const clean = withoutMetadata(photograph, 'image/jpeg')
    expect(clean?.removed).toBe('place-and-camera')
    const after = readTags(new Uint8Array(clean?.bytes ?? []).buffer, { expanded: true })
    const { exif: exifAfter, gps, xmp, iptc } = after
    expect({ exifAfter, gps, xmp, iptc }).toEqual({
      exifAfter: undefined,
      gps: undefined,
      xmp: undefined,
      iptc: undefined,
    })
    for (const word of ['Hanoi', 'secretary', 'Embassy Camera', '4711', 'JFXX', 'ftyp'])
      expect(Buffer.from(clean?.bytes ?? []).includes(word), word).toBe(false)
  })

  test('stays the same picture, point by point', async () => {
    const photograph = await cameraJpeg()
    const clean = withoutMetadata(photograph, 'image/jpeg')
    expect(await pixelsOf(clean?.bytes ?? photograph)).toEqual(await pixelsOf(photograph))
  })
})

describe.each<[PictureMimeType, () => Promise<Buffer>]>([
  ['image/jpeg', () => sharp(plain).jpeg({ progressive: true }).withIccProfile('p3').withExifMerge(exif).toBuffer()],
  ['image/png', () => sharp(plain).png().withIccProfile('p3').withExifMerge(exif).withXmp('<x>Hanoi</x>').toBuffer()],
  ['image/webp', () => sharp(plain).webp().withIccProfile('p3').withExifMerge(exif).withXmp('<x>Hanoi</x>').toBuffer()],
])('%s', (mimeType, make) => {
  test('loses its data and keeps its points and its colour profile', async () => {
    const bytes = await make()
    const clean = withoutMetadata(bytes, mimeType)
    expect(clean?.removed).toBe('place-and-camera')
    const after = await sharp(clean?.bytes).metadata()
    expect([after.exif, after.xmp]).toEqual([undefined, undefined])
    expect(await profile(clean?.bytes ?? bytes)).toBe(await profile(bytes))
    expect(await pixelsOf(clean?.bytes ?? bytes)).toEqual(await pixelsOf(bytes))
  })

  test('is the same bytes when there is nothing to lose', async () => {
    const [bytes] = [withoutMetadata(await make(), mimeType)?.bytes ?? new Uint8Array()]
    const again = withoutMetadata(bytes, mimeType)
    expect(again).toEqual({ bytes, removed: null })
    expect(again?.bytes).toBe(bytes)
  })

  test('that breaks off anywhere is null or whole, and never throws', async () => {
    const bytes = await make()
    for (let end = 0; end < bytes.byteLength; end += 1) {
      const clean = withoutMetadata(bytes.subarray(0, end), mimeType)
      expect(clean === null || clean.bytes.byteLength <= end).toBe(true)
    }
  })
})

describe('a GIF', () => {
  const gif = (...blocks: string[]): Uint8Array => {
    const bytes = Buffer.from(ferry.bytes)
    return Buffer.concat([bytes.subarray(0, 13), ...blocks.map((hex) => Buffer.from(hex, 'hex')), bytes.subarray(13)])
  }
  const comment = '21fe05' + Buffer.from('Hanoi').toString('hex') + '00'
  const loop = '21ff0b' + Buffer.from('NETSCAPE2.0').toString('hex') + '0301000000'
  const xmp = '21ff0b' + Buffer.from('XMP DataXMP').toString('hex') + '023c7800'

  test('keeps how often it runs and loses its comments', () => {
    expect(withoutMetadata(gif(comment, loop), 'image/gif')).toEqual({
      bytes: new Uint8Array(gif(loop)),
      removed: 'hidden',
    })
    expect(withoutMetadata(gif(xmp, loop), 'image/gif')?.removed).toBe('place-and-camera')
  })

  test('loses what stands behind its end', () => {
    const clean = withoutMetadata(Buffer.concat([ferry.bytes, Buffer.from('a note')]), 'image/gif')
    expect(clean).toEqual({ bytes: ferry.bytes, removed: 'hidden' })
  })
})
