import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { profileIn } from '../../../src/main/host/profile.ts'
import { openDesk } from '../../support/open-desk.ts'
import { ferry } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function setUp() {
  const folder = temporaryFolder()
  return { desk: openDesk(folder), mediaFolder: profileIn(folder).mediaFolder }
}

test('a picture is read back byte for byte with its type and size', async () => {
  const { desk } = setUp()
  const picture = await desk.mutate('media', 'add', ferry)
  expect(picture).toMatchObject({
    fileName: 'ferry.gif',
    mimeType: 'image/gif',
    widthPx: 1,
    heightPx: 1,
    sizeBytes: 37,
  })
  const { bytes, mimeType } = await desk.query('media', 'read', { mediaId: picture.id })
  expect({ bytes: Buffer.from(bytes), mimeType }).toEqual({ bytes: Buffer.from(ferry.bytes), mimeType: 'image/gif' })
  await desk.close()
})

test('the same bytes under two names are one picture and one file', async () => {
  const { desk, mediaFolder } = setUp()
  const first = await desk.mutate('media', 'add', ferry)
  const second = await desk.mutate('media', 'add', { ...ferry, fileName: 'again.png' })
  expect(second).toEqual({ ...first, isNew: false })
  expect(readdirSync(mediaFolder)).toEqual([first.id])
  await desk.close()
})

test('what is no picture leaves no file', async () => {
  const { desk, mediaFolder } = setUp()
  const bytes = new TextEncoder().encode('%PDF-1.7')
  await expect(desk.mutate('media', 'add', { fileName: 'plan.png', bytes })).rejects.toMatchObject({
    data: { kind: 'unsupported-file', fileName: 'plan.png' },
  })
  expect(readdirSync(mediaFolder)).toEqual([])
  await desk.close()
})

test('a picture whose file was taken away says so, and adding it again brings it back', async () => {
  const { desk, mediaFolder } = setUp()
  const { id: mediaId } = await desk.mutate('media', 'add', ferry)
  rmSync(join(mediaFolder, mediaId))
  await expect(desk.query('media', 'read', { mediaId })).rejects.toMatchObject({
    data: { kind: 'no-such-item', what: 'media' },
  })
  await desk.mutate('media', 'add', ferry)
  expect((await desk.query('media', 'read', { mediaId })).bytes).toHaveLength(37)
  await desk.close()
})
