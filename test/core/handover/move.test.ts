import Database from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyWholeDesk, placeWholeDesk } from '../../../src/main/core/handover/moved-desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { sealCopyOf } from '../../../src/main/core/store/change-key.ts'
import { useKey } from '../../../src/main/core/store/use-key.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { pictureOf } from '../../support/pictures.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from '../vault/locked-desk.ts'
import { handoverFile, takeIn } from './handing-over.ts'

/** A desk on its practice blog with a post that went out, one that waits, a draft with a picture, and a signing key. */
async function oldLaptop() {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const asDesk = desk as unknown as TestDesk
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const sent = await newPost(asDesk, blogId, 'Sent')
  await desk.mutate('posts', 'publish', { postId: sent, as: 'publish' })
  desk.clock.advance(20_000)
  await desk.mutate('line', 'syncNow', { blogId })
  const bytes = await cameraJpeg()
  const picture = await desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes })
  const draft = await newPost(asDesk, blogId, 'A draft', paragraph('Half.'), pictureOf(picture.id))
  const waiting = await newPost(asDesk, blogId, 'It waits')
  await desk.mutate('posts', 'publish', { postId: waiting, as: 'publish' })
  return { desk, asDesk, folder, blogId, sent, draft, waiting, picture, key: await desk.query('reviews', 'keys') }
}

test('a new laptop becomes the old desk, with its history, pictures and signing key, and sends nothing unasked', async () => {
  const old = await oldLaptop()
  const bytes = await handoverFile(old.asDesk, 'move')
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const { opened, backupId } = await takeIn(desk as unknown as TestDesk, bytes)
  expect(opened).toMatchObject({ use: 'move', does: 'replaces', contents: { waiting: [{ what: 'It waits' }] } })
  await desk.mutate('lock', 'restoreBackup', { id: backupId ?? '' })

  const titles = (await desk.query('posts', 'list', { blogId: old.blogId })).map(({ title, state }) => [title, state])
  expect(titles).toContainEqual(['Sent', 'published'])
  expect(titles).toContainEqual(['A draft', 'draft'])
  expect(await desk.query('posts', 'history', { postId: old.draft })).toHaveLength(
    (await old.desk.query('posts', 'history', { postId: old.draft })).length,
  )
  expect(await desk.query('reviews', 'keys')).toEqual(old.key)
  const { bytes: there } = await desk.query('media', 'read', { mediaId: old.picture.id, size: 'whole' })
  const { bytes: here } = await old.desk.query('media', 'read', { mediaId: old.picture.id, size: 'whole' })
  expect(Buffer.from(there as unknown as Uint8Array).equals(Buffer.from(here as unknown as Uint8Array))).toBe(true)
  expect(await desk.query('handover', 'arrived')).toMatchObject({ did: 'replaces', use: 'move', sentBy: 'Ann' })
  expect(await desk.query('handover', 'handedOver')).toBe(null)

  for (let round = 0; round < 3; round += 1) {
    desk.clock.advance(400_000)
    await desk.mutate('line', 'syncNow', { blogId: old.blogId })
  }
  const open = (await desk.query('outbox', 'list', { blogId: old.blogId })).filter(({ state }) => state !== 'done')
  expect(open).toMatchObject([
    { what: 'It waits', state: 'needs-you', reason: { kind: 'not-allowed-now', why: 'from-a-backup' } },
  ])
  expect((await desk.query('posts', 'list', { blogId: old.blogId })).map(({ title }) => title)).toContain('Sent')
  await desk.mutate('handover', 'noteArrivedRead')
  expect(await desk.query('handover', 'arrived')).toBe(null)
  expect(readdirSync(folder).filter((name) => name.includes('scratch'))).toEqual([])
  await desk.close()
  await old.desk.close()
})

test('a laptop on which somebody wrote already keeps that, and what moves is put beside it', async () => {
  const old = await oldLaptop()
  const bytes = await handoverFile(old.asDesk, 'move', true)
  const desk = openLocked(temporaryFolder())
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await newPost(desk as unknown as TestDesk, blogId, 'Of this laptop')
  const { opened, backupId, taken } = await takeIn(desk as unknown as TestDesk, bytes)
  expect([opened.does, backupId]).toEqual(['joins', null])
  expect(taken).toMatchObject({ did: 'joins', newPosts: 2 })
  const titles = (await desk.query('posts', 'list', { blogId })).map(({ title }) => title)
  expect(titles).toEqual(expect.arrayContaining(['Of this laptop', 'A draft', 'It waits']))
  expect(await desk.query('outbox', 'list', { blogId })).toEqual([])
  const again = await takeIn(desk as unknown as TestDesk, bytes)
  expect(again.taken).toMatchObject({ newPosts: 0, changedPosts: 0, keptBeside: [] })
  expect((await desk.query('posts', 'list', { blogId })).length).toBe(titles.length)
  await desk.close()
  await old.desk.close()
})

test('nothing that a person wrote stands in the file, or lies beside the desk, in the clear', async () => {
  const old = await oldLaptop()
  await write(old.asDesk, old.draft, { blocks: [paragraph('Zaubernuss am Wegesrand')] })
  const bytes = await handoverFile(old.asDesk, 'move')
  expect(Buffer.from(bytes).includes('Zaubernuss')).toBe(false)
  await old.desk.close()
  for (const name of readdirSync(old.folder, { recursive: true, encoding: 'utf8' }))
    if (/sqlite|scratch/.test(name))
      expect(readFileSync(join(old.folder, name)).includes('Zaubernuss'), name).toBe(false)
})

test('a whole desk with a trigger or a table more than ours is refused', () => {
  const folder = temporaryFolder()
  const [path, changed, target] = [join(folder, 'desk.sqlite'), join(folder, 'changed'), join(folder, 'placed')]
  const deskKey = systemRandom.bytes(32)
  const store = openStore({ databasePath: path, key: deskKey })
  const moved = copyWholeDesk(store, deskKey, folder, systemRandom)
  store.close()
  const as = (bytes: Uint8Array) => () => placeWholeDesk({ bytes, key: moved.key }, { folder, target, deskKey })
  expect(as(moved.bytes)).not.toThrow()

  const ownKey = new Uint8Array(Buffer.from(moved.key, 'base64url'))
  sealCopyOf(path, deskKey, changed, ownKey)
  const database = new Database(changed)
  useKey(database, ownKey)
  database.exec('CREATE TRIGGER sneaks AFTER INSERT ON posts BEGIN DELETE FROM outbox_entries; END')
  database.close()
  expect(as(readFileSync(changed))).toThrow(expect.objectContaining({ data: { kind: 'database', reason: 'corrupt' } }))
  expect(readdirSync(folder).filter((name) => name.includes('scratch'))).toEqual([])
})
