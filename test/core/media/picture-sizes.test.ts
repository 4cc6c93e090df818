import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { profileIn } from '../../../src/main/host/profile.ts'
import type { FileFault } from '../../../src/shared/errors.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { openDesk } from '../../support/open-desk.ts'
import { ferry } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function setUp() {
  const folder = temporaryFolder()
  const { mediaFolder, databasePath } = profileIn(folder)
  return { folder, desk: openDesk(folder), mediaFolder, sizesFolder: join(folder, 'media-sizes'), databasePath }
}

const noise = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({
    create: { width, height, channels, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
const bytesOf = async (picture: Sharp): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await picture.toBuffer())

describe('what a blog gets', () => {
  test('of a photograph that lies on its side is upright, without place and camera, and the original stays as it was', async () => {
    const { desk } = setUp()
    const bytes = await cameraJpeg({ orientation: 6 })
    const picture = await desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes })
    expect(picture).toMatchObject({
      widthPx: 40,
      heightPx: 60,
      removed: 'place-and-camera',
      isNew: true,
      sent: { mimeType: 'image/jpeg', widthPx: 40, heightPx: 60 },
    })
    expect(picture.sent?.hash).not.toBe(picture.id)
    const whole = await desk.query('media', 'read', { mediaId: picture.id })
    expect(Buffer.from(whole.bytes)).toEqual(Buffer.from(bytes))
    await desk.close()
  })

  test.each([
    ['a large photograph', () => noise(4000, 3000).jpeg(), { mimeType: 'image/jpeg', widthPx: 2560, heightPx: 1920 }],
    ['a small JPEG', () => noise(300, 200).jpeg(), { mimeType: 'image/jpeg', widthPx: 300, heightPx: 200 }],
    ['a photograph saved as PNG', () => noise(900, 700).png(), { mimeType: 'image/jpeg', widthPx: 900, heightPx: 700 }],
    [
      'a PNG one can see through',
      () => noise(900, 700, 4).png(),
      { mimeType: 'image/png', widthPx: 900, heightPx: 700 },
    ],
    [
      'a large drawing',
      () => sharp({ create: { width: 3000, height: 1500, channels: 3, background: 'navy' } }).png(),
      { mimeType: 'image/png', widthPx: 2560, heightPx: 1280 },
    ],
    ['a WebP', () => noise(3000, 300).webp(), { mimeType: 'image/webp', widthPx: 2560, heightPx: 256 }],
  ])('of %s', async (_name, make, expected) => {
    const { desk } = setUp()
    const picture = await desk.mutate('media', 'add', { fileName: 'a', bytes: await bytesOf(make()) })
    expect(picture.sent).toMatchObject(expected)
    await desk.close()
  })

  test('of a film is the film', async () => {
    const { desk } = setUp()
    const frames = await sharp(
      await Promise.all(
        ['red', 'blue'].map((background) =>
          sharp({ create: { width: 30, height: 20, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .gif({ delay: [100, 100], loop: 0 })
      .toBuffer()
    const picture = await desk.mutate('media', 'add', { fileName: 'ferry.gif', bytes: new Uint8Array(frames) })
    expect(picture.sent?.mimeType).toBe('image/gif')
    const { bytes } = await desk.query('media', 'read', { mediaId: picture.id, size: 'reading' })
    expect((await sharp(Buffer.from(bytes)).metadata()).pages).toBe(2)
    await desk.close()
  })
})

describe('a file that is refused', () => {
  const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))
  test.each<[string, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>, FileFault]>([
    ['an SVG', () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['a web page called photo.jpg', () => text('<!DOCTYPE html><html>'), 'web-page'],
    ['a PDF', () => text('%PDF-1.7'), 'pdf'],
    ['a HEIC of a phone', () => text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['a film', () => text('\0\0\0\x18ftypmp42\0\0\0\0isommp42'), 'film'],
    ['a letter', () => text('Dear Lan'), 'type'],
    ['a JPEG that breaks off', async () => (await cameraJpeg()).slice(0, 1200), 'damaged'],
    ['a JPEG that is only its first bytes', () => text('\xff\xd8\xff\xe0'), 'damaged'],
    ['a PNG whose points are missing', async () => (await bytesOf(noise(60, 40).png())).slice(0, 400), 'damaged'],
    ['a PNG that says it is as large as a country', () => bombPng(), 'too-many-pixels'],
  ])('%s says why and leaves nothing behind', async (_name, make, fault) => {
    const { desk, mediaFolder, sizesFolder } = setUp()
    await expect(desk.mutate('media', 'add', { fileName: 'photo.jpg', bytes: await make() })).rejects.toMatchObject({
      data: { kind: 'unsupported-file', fileName: 'photo.jpg', fault },
    })
    expect([readdirSync(mediaFolder), readdirSync(sizesFolder)]).toEqual([[], []])
    await desk.close()
  })
})

/** A header of 300,000 by 300,000 points in front of almost nothing. */
async function bombPng(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(await noise(2, 2).png().toBuffer())
  bytes.writeUInt32BE(300_000, 16)
  bytes.writeUInt32BE(300_000, 20)
  return new Uint8Array(bytes)
}

test('the window gets a small picture of a large one, and the original by asking for the whole', async () => {
  const { desk } = setUp()
  const { id: mediaId } = await desk.mutate('media', 'add', {
    fileName: 'a.jpg',
    bytes: await bytesOf(noise(3000, 2000).jpeg()),
  })
  const widthOf = async (size: 'whole' | 'reading' | 'thumbnail') =>
    (await sharp(Buffer.from((await desk.query('media', 'read', { mediaId, size })).bytes)).metadata()).width
  expect([await widthOf('thumbnail'), await widthOf('reading'), await widthOf('whole')]).toEqual([480, 1600, 3000])
  await desk.close()
})

test('the sizes are made again when their folder was emptied', async () => {
  const { desk, sizesFolder } = setUp()
  const { id: mediaId } = await desk.mutate('media', 'add', ferry)
  for (const name of readdirSync(sizesFolder)) rmSync(join(sizesFolder, name))
  const { mimeType } = await desk.query('media', 'read', { mediaId, size: 'thumbnail' })
  expect(mimeType).toBe('image/webp')
  await desk.close()
})

test('what an earlier version took in, even what cannot be read, is shown as the file it is', async () => {
  const { desk, mediaFolder, databasePath } = setUp()
  await desk.close()
  const id = 'a'.repeat(64)
  writeFileSync(join(mediaFolder, id), 'half a picture')
  const database = new Database(databasePath)
  database.exec(`INSERT INTO media (id, file_name, mime_type, size_bytes, width_px, height_px, added_at)
    VALUES ('${id}', 'old.jpg', 'image/jpeg', 14, 8, 8, '2026-01-01T00:00:00.000Z')`)
  database.close()
  const again = openDesk(join(mediaFolder, '..'))
  const { bytes } = await again.query('media', 'read', { mediaId: id, size: 'thumbnail' })
  expect(Buffer.from(bytes).toString()).toBe('half a picture')
  await again.close()
})

describe('a cut-out', () => {
  const half = { left: 0, top: 0, width: 0.5, height: 0.5 }

  test('is another picture that remembers what it was cut from; the original stays', async () => {
    const { desk } = setUp()
    const original = await desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes: await cameraJpeg() })
    await desk.mutate('media', 'describe', { mediaId: original.id, alt: 'A ferry', altLanguage: 'en', credit: 'Lan' })
    const edit = { quarterTurns: 0, crop: half } as const
    const cut = await desk.mutate('media', 'cut', { mediaId: original.id, edit })
    expect(cut).toMatchObject({
      widthPx: 30,
      heightPx: 20,
      cutFrom: { originalId: original.id, edit },
      alt: 'A ferry',
      credit: 'Lan',
      sent: { hash: cut.id },
    })
    const { bytes } = await desk.query('media', 'read', { mediaId: cut.id })
    const { channels } = await sharp(Buffer.from(bytes)).stats()
    expect(channels.map(({ mean }) => Math.round(mean / 64))).toEqual([4, 0, 0])
    expect((await sharp(Buffer.from(bytes)).metadata()).exif).toBeUndefined()
    await desk.close()
  })

  test('of a cut-out is cut from the original again, and none at all gives the original', async () => {
    const { desk } = setUp()
    const original = await desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes: await cameraJpeg() })
    const first = await desk.mutate('media', 'cut', { mediaId: original.id, edit: { quarterTurns: 0, crop: half } })
    const turned = { quarterTurns: 1, crop: { left: 0, top: 0, width: 1, height: 1 } } as const
    const second = await desk.mutate('media', 'cut', { mediaId: first.id, edit: turned })
    expect(second).toMatchObject({ widthPx: 40, heightPx: 60, cutFrom: { originalId: original.id, edit: turned } })
    const back = await desk.mutate('media', 'cut', { mediaId: first.id, edit: { ...turned, quarterTurns: 0 } })
    expect(back.id).toBe(original.id)
    await desk.close()
  })

  test('of a photograph on its side is cut as it is seen', async () => {
    const { desk } = setUp()
    const { id: mediaId } = await desk.mutate('media', 'add', {
      fileName: 'a.jpg',
      bytes: await cameraJpeg({ orientation: 6 }),
    })
    // Turned to the right, the red quarter lies at the top right.
    const edit = { quarterTurns: 0, crop: { left: 0.5, top: 0, width: 0.5, height: 0.5 } } as const
    const cut = await desk.mutate('media', 'cut', { mediaId, edit })
    expect([cut.widthPx, cut.heightPx]).toEqual([20, 30])
    const { bytes } = await desk.query('media', 'read', { mediaId: cut.id })
    const { channels } = await sharp(Buffer.from(bytes)).stats()
    expect(channels.map(({ mean }) => Math.round(mean / 64))).toEqual([4, 0, 0])
    await desk.close()
  })
})
