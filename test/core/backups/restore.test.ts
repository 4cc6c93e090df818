import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PolicyReading } from '../../../src/shared/domain/policy.ts'
import { newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked, type LockedDesk } from '../vault/locked-desk.ts'
import type { TestDesk } from '../../support/open-desk.ts'

const titlesOf = async (desk: LockedDesk, blogId: string): Promise<string[]> =>
  (await desk.query('posts', 'list', { blogId })).map(({ title }) => title)

test('a backup says what is otherwise in it, and in its place the desk is set aside whole and sends nothing unasked', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const write = (title: string) => newPost(desk as unknown as TestDesk, blogId, title)
  const kept = await write('In both')
  const sentLater = await write('Queued before, sent since')
  await desk.mutate('posts', 'publish', { postId: sentLater, as: 'publish' })
  const cancelledLater = await write('Queued before, taken back since')
  const { id: entryId } = await desk.mutate('posts', 'publish', { postId: cancelledLater, as: 'publish' })
  const backup = await desk.mutate('backups', 'makeNow')
  await desk.mutate('outbox', 'cancel', { entryId })
  await desk.mutate('line', 'syncNow', { blogId })
  desk.clock.advance(20_000)
  await desk.mutate('line', 'syncNow', { blogId })
  await write('Only here')
  const liveBefore = (await titlesOf(desk, blogId)).filter((title) => title.startsWith('Queued before, sent')).length

  const differences = await desk.query('backups', 'compare', { id: backup.id })
  expect(differences.posts.filter(({ title }) => title === 'Only here')).toMatchObject([{ is: 'new' }])
  expect(differences.posts.some(({ postId }) => postId === kept)).toBe(false)

  expect(await desk.mutate('lock', 'restoreBackup', { id: backup.id })).toMatchObject({ state: 'open' })
  expect(await titlesOf(desk, blogId)).not.toContain('Only here')
  expect(readdirSync(join(folder, 'before-restore'))).toHaveLength(1)
  for (let round = 0; round < 4; round += 1) {
    desk.clock.advance(200_000)
    await desk.mutate('line', 'syncNow', { blogId })
  }
  expect(liveBefore).toBe(1)
  const there = (await desk.query('posts', 'list', { blogId })).filter(({ title }) => title.startsWith('Queued before'))
  expect(there.filter(({ state }) => state === 'published').map(({ title }) => title)).toEqual([
    'Queued before, sent since',
  ])
  expect(await desk.query('outbox', 'list', { blogId })).toMatchObject([
    { state: 'needs-you', reason: { kind: 'not-allowed-now', why: 'from-a-backup' } },
    { state: 'needs-you', reason: { kind: 'not-allowed-now', why: 'from-a-backup' } },
  ])
  await desk.close()
})

test('a reply that was sent after the backup is asked about, found on the blog, and stands there once', async () => {
  const desk = openLocked(temporaryFolder())
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const comments = () => desk.query('comments', 'list', { blogId, postId: null })
  const [comment] = (await comments()).filter(({ isMine, status }) => !isMine && status === 'approved')
  await desk.mutate('comments', 'reply', { commentId: comment?.id ?? '', text: 'We have mended the ferry.' })
  const { id } = await desk.mutate('backups', 'makeNow')
  const syncAll = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) {
      desk.clock.advance(130_000)
      await desk.mutate('line', 'syncNow', { blogId })
    }
  }
  await syncAll()
  const standing = async (): Promise<number> =>
    (await comments()).filter(({ contentHtml, entry }) => entry === null && contentHtml.includes('mended the ferry'))
      .length
  expect(await standing()).toBe(1)

  await desk.mutate('lock', 'restoreBackup', { id })
  await syncAll()
  const [line] = await desk.query('line', 'list')
  expect(line?.arrival?.entryIds).toHaveLength(1)
  await desk.mutate('line', 'letGo', { blogId, entryIds: null })
  await syncAll()
  expect(await standing()).toBe(1)
  expect((await desk.query('outbox', 'list', { blogId })).filter(({ state }) => state !== 'done')).toEqual([])
  await desk.close()
})

test('a desk that was damaged on the disk opens again with what the backup and the rest of it hold, and says so until it is read', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await newPost(desk as unknown as TestDesk, blogId, 'Written before')
  await desk.mutate('backups', 'makeNow')
  await newPost(desk as unknown as TestDesk, blogId, 'Written since')
  await desk.close()
  const path = join(folder, 'desk.sqlite')
  const bytes = readFileSync(path)
  // The first page: nothing at all can be read.
  bytes[100] = (bytes[100] ?? 0) ^ 1
  writeFileSync(path, bytes)

  const mended = openLocked(folder)
  expect(await mended.query('lock', 'state')).toMatchObject({ state: 'open', fault: null })
  expect(await titlesOf(mended, blogId)).toContain('Written before')
  expect(await mended.query('backups', 'recovery')).toMatchObject({ salvagedRows: 0 })
  expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1)
  await mended.mutate('backups', 'noteRecoveryRead')
  expect(await mended.query('backups', 'recovery')).toBeNull()
  await mended.close()
})

test('after a kill every page is looked at: one that only a later reading would have met is mended at the start', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await newPost(desk as unknown as TestDesk, blogId, 'Written before')
  await desk.mutate('backups', 'makeNow')
  await desk.close()
  const open = openLocked(folder)
  await newPost(open as unknown as TestDesk, blogId, 'Still in the log')
  const killed = join(temporaryFolder(), 'profile')
  cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('.lock') })
  await open.close()
  const path = join(killed, 'desk.sqlite')
  expect(readFileSync(`${path}-wal`).byteLength).toBeGreaterThan(0)
  const bytes = readFileSync(path)
  bytes[bytes.byteLength - 100] = (bytes.at(-100) ?? 0) ^ 1
  writeFileSync(path, bytes)

  const mended = openLocked(killed)
  expect(await mended.query('lock', 'state')).toMatchObject({ state: 'open', fault: null })
  expect(await mended.query('backups', 'recovery')).not.toBeNull()
  expect(await titlesOf(mended, blogId)).toEqual(expect.arrayContaining(['Written before', 'Still in the log']))
  await mended.close()
})

test('a backup is made in the half hour in which something was written, and none in one in which nothing was', async () => {
  const desk = openLocked(temporaryFolder())
  desk.core.start()
  const newestAfter = async (minutes: number): Promise<string | null> => {
    for (let left = minutes; left > 0; left -= 1) desk.clock.advance(60_000)
    return (await desk.query('backups', 'list')).backups[0]?.madeAt ?? null
  }
  expect(await newestAfter(0)).toBeNull()
  const first = await newestAfter(5)
  expect(first).not.toBeNull()
  expect(await newestAfter(180)).toBe(first)
  await desk.mutate('settings', 'set', { theme: 'dark' })
  const second = await newestAfter(5)
  expect(second).not.toBe(first)
  expect(await newestAfter(180)).toBe(second)
  await desk.close()
})

test('a line that is looked at each minute, and noted, is no reason for a backup and keeps none from being made', async () => {
  const desk = openLocked(temporaryFolder())
  desk.core.start()
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const minutes = async (count: number): Promise<string[]> => {
    for (let minute = 0; minute < count; minute += 1) {
      await desk.mutate('line', 'syncNow', { blogId })
      desk.clock.advance(60_000)
    }
    return (await desk.query('backups', 'list')).backups.map(({ madeAt }) => madeAt)
  }
  // The blog came down, and what it says was made to be found.
  const first = await minutes(80)
  expect(first).not.toEqual([])
  expect(await minutes(180)).toEqual(first)
  await desk.mutate('settings', 'set', { theme: 'dark' })
  const [newest] = await minutes(6)
  expect(newest).not.toBe(first[0])
  await desk.close()
})

test('who types without a pause of five minutes still gets a backup in the first minute without a letter', async () => {
  const desk = openLocked(temporaryFolder())
  desk.core.start()
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const open = desk as unknown as TestDesk
  const postId = await newPost(open, blogId, 'The ferry')
  const typeFor = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      for (let save = 0; save < 8; save += 1)
        await write(open, postId, { blocks: [paragraph(`Minute ${minute}, save ${save}.`)] })
      desk.clock.advance(60_000)
    }
  }
  await typeFor(50)
  expect((await desk.query('backups', 'list')).backups).toEqual([])
  desk.clock.advance(60_000)
  expect((await desk.query('backups', 'list')).backups).toHaveLength(1)
  await desk.close()
})

test('going back to a backup does not undo what the organisation decided since', async () => {
  let reading: PolicyReading = { found: 'nothing' }
  const desk = openLocked(temporaryFolder(), { readPolicy: () => reading })
  const { id } = await desk.mutate('backups', 'makeNow')
  desk.core.start()
  reading = { found: 'policy', place: '/etc/attache/policy.json', value: { reviewRequired: 'always' } }
  desk.clock.advance(600_000)
  reading = { found: 'unreadable', place: '/etc/attache/policy.json' }
  const inForce = async () => (await desk.query('settings', 'policy')).inForce
  expect(await inForce()).toEqual({ reviewRequired: 'always' })
  await desk.mutate('lock', 'restoreBackup', { id })
  expect(await inForce()).toEqual({ reviewRequired: 'always' })
  await desk.close()
})

test('a clock that was years ahead does not make a backup each minute when it is right again', async () => {
  const desk = openLocked(temporaryFolder())
  desk.core.start()
  desk.clock.turn(3000 * 86_400_000)
  await desk.mutate('backups', 'makeNow')
  desk.clock.turn(-3000 * 86_400_000)
  for (let minute = 0; minute < 20; minute += 1) {
    await desk.mutate('settings', 'set', { theme: minute % 2 === 0 ? 'dark' : 'light' })
    desk.clock.advance(60_000)
  }
  expect((await desk.query('backups', 'list')).backups).toHaveLength(2)
  await desk.close()
})
