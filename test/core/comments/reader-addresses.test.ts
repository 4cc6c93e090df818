import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createReaderAddresses } from '../../../src/main/core/comments/reader-addresses.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import type { CommentId } from '../../../src/shared/domain/ids.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

const DAY_MS = 24 * 3_600_000
const EMAIL = 'lan@reader.example'

const show = (on: Awaited<ReturnType<typeof postWithComments>>) =>
  on.desk.mutate('comments', 'readerAddress', { commentId: on.ids[0] ?? '' })

test('a reader’s address is nowhere on this laptop until somebody who moderates asks for it', async () => {
  const on = await postWithComments(['When?'])
  const isOnDisk = () =>
    ['desk.sqlite', 'desk.sqlite-wal'].some((name) => readFileSync(join(on.profileFolder, name)).includes(EMAIL))
  expect(isOnDisk()).toBe(false)
  expect(await show(on)).toEqual({
    email: EMAIL,
    ip: expect.any(String),
    website: '',
    keptUntil: new Date(on.clock.now().getTime() + 3 * DAY_MS).toISOString(),
  })
  expect(isOnDisk()).toBe(true)
  await on.desk.close()
})

test('it is shown again without a line for the days that were set, and then asked for anew', async () => {
  const on = await postWithComments(['When?'])
  await show(on)
  on.line.fateOf = () => 'lost-before'
  on.clock.advance(3 * DAY_MS - 1)
  expect(await show(on)).toMatchObject({ email: EMAIL })
  on.clock.advance(1)
  await expect(show(on)).rejects.toMatchObject({ data: { kind: expect.any(String) } })
  on.line.fateOf = () => 'ok'
  expect(await show(on)).toMatchObject({ email: EMAIL })
  await on.desk.close()
})

test('with no days it is shown and not kept, and what was kept goes', async () => {
  const on = await postWithComments(['When?'])
  await show(on)
  await on.desk.mutate('settings', 'set', { keepAddressesDays: 0 })
  expect(await show(on)).toMatchObject({ email: EMAIL, keptUntil: null })
  on.line.fateOf = () => 'lost-before'
  await expect(show(on)).rejects.toMatchObject({ data: { kind: expect.any(String) } })
  await on.desk.close()
})

test('who may not moderate is not told, and the blog is not asked', async () => {
  const on = await postWithComments(['When?'], { userName: 'author' })
  on.line.fateOf = () => {
    throw new Error('asked')
  }
  await expect(show(on)).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'no-right-to-moderate' } })
  await on.desk.close()
})

test('a desk that is only left open forgets within the hour, and at its start', async () => {
  const on = await postWithComments(['When?'])
  await show(on)
  await on.desk.close()
  const store = openStore({ databasePath: join(on.profileFolder, 'desk.sqlite'), key: null })
  const desk = createDesk(store)
  const find = () => desk.readerAddresses.findAddress(on.ids[0] as CommentId)
  const lines = { open: () => Promise.reject(new Error('asked')) }
  const addresses = createReaderAddresses({
    desk,
    clock: on.clock,
    lines: lines as never,
    settings: () => ({ keepAddressesDays: 3 }),
  })
  addresses.start()
  expect(find()).not.toBeNull()
  on.clock.advance(3 * DAY_MS + 3_600_000)
  expect(find()).toBeNull()
  // A clock that had been put forward dates nothing into the future.
  desk.readerAddresses.putAddress(on.ids[0] as CommentId, {
    email: EMAIL,
    ip: '',
    website: '',
    readAt: new Date(on.clock.now().getTime() + DAY_MS).toISOString() as never,
  })
  addresses.close()
  addresses.start()
  expect(find()).toBeNull()
  addresses.close()
  store.close()
})
