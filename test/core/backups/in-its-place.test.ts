import type * as fileSystem from 'node:fs'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { useKey } from '../../../src/main/core/store/use-key.ts'
import type { DeskKeys } from '../../../src/main/core/vault/desk-keys.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked, type LockedDesk } from '../vault/locked-desk.ts'

const power = vi.hoisted(() => ({ left: Infinity }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof fileSystem>()
  return {
    ...fs,
    renameSync(from: string, to: string) {
      if (power.left === 0) throw new Error('the power is gone')
      power.left -= 1
      fs.renameSync(from, to)
    },
  }
})
afterEach(() => {
  power.left = Infinity
})

const titlesOf = async (desk: LockedDesk, blogId: string): Promise<string[]> =>
  (await desk.query('posts', 'list', { blogId })).map(({ title }) => title)

const write = (desk: LockedDesk, blogId: Parameters<typeof newPost>[1], title: string) =>
  newPost(desk as unknown as TestDesk, blogId, title)

/** A closed desk with one post in a backup and one since. */
async function deskWithBackup(folder: string) {
  let keys: DeskKeys | null = null
  const desk = openLocked(folder, { onKeys: (given) => (keys = structuredClone(given)) })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await write(desk, blogId, 'Before the backup')
  const { id } = await desk.mutate('backups', 'makeNow')
  await write(desk, blogId, 'Since the backup')
  await desk.close()
  if (!keys) throw new Error('the desk has no key')
  return { blogId, id, keys: keys as DeskKeys }
}

test('a restore that is cut off anywhere leaves the desk as it was, or as it is in the backup: never an empty one', async () => {
  const folder = join(temporaryFolder(), 'desk')
  const { blogId, id } = await deskWithBackup(folder)
  const outcomes = new Set<string>()
  for (let steps = 0; steps < 6; steps += 1) {
    const trial = join(temporaryFolder(), 'trial')
    cpSync(folder, trial, { recursive: true })
    const desk = openLocked(trial)
    await desk.query('lock', 'state')
    power.left = steps
    await desk.mutate('lock', 'restoreBackup', { id }).catch(() => undefined)
    await desk.close()
    power.left = Infinity
    const after = openLocked(trial)
    const titles = await titlesOf(after, blogId)
    expect(titles).toContain('Before the backup')
    outcomes.add(titles.includes('Since the backup') ? 'as it was' : 'as in the backup')
    await after.close()
  }
  expect(outcomes).toEqual(new Set(['as it was', 'as in the backup']))
})

test.each([
  ['taken away', rmSync],
  ['emptied', (path: string) => writeFileSync(path, '')],
])('a desk whose file was %s is brought back from its newest backup', async (_what, lose) => {
  const folder = temporaryFolder()
  const { blogId } = await deskWithBackup(folder)
  lose(join(folder, 'desk.sqlite'))
  const desk = openLocked(folder)
  expect(await titlesOf(desk, blogId)).toContain('Before the backup')
  expect(await desk.query('backups', 'recovery')).toMatchObject({ backupMadeAt: expect.any(String) as string })
  await desk.close()
})

test('a backup of a newer Attaché is refused, and the desk stays open as it is', async () => {
  const folder = temporaryFolder()
  const { blogId, id, keys } = await deskWithBackup(folder)
  const backup = new Database(join(folder, 'backups', id))
  useKey(backup, keys.database)
  backup.pragma('user_version = 9999')
  backup.close()
  const desk = openLocked(folder)
  for (const attempt of [
    () => desk.mutate('lock', 'restoreBackup', { id }),
    () => desk.query('backups', 'compare', { id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ data: { kind: 'database', reason: 'newer-version' } })
  expect(await titlesOf(desk, blogId)).toContain('Since the backup')
  await desk.close()
  // Nor is a damaged desk mended with it.
  rmSync(join(folder, 'desk.sqlite'))
  const without = openLocked(folder)
  expect(await without.query('lock', 'state')).toMatchObject({ fault: { kind: 'database', reason: 'corrupt' } })
  await without.close()
  expect(existsSync(join(folder, 'desk.sqlite'))).toBe(false)
})

test('a damaged backup is said to be that, and the desk beside it is not closed for it', async () => {
  const folder = temporaryFolder()
  const { blogId, id } = await deskWithBackup(folder)
  const path = join(folder, 'backups', id)
  for (const at of [100, 5000]) {
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const desk = openLocked(folder)
    const topics: string[] = []
    desk.core.onChange(({ topic }) => topics.push(topic))
    const damaged = { data: { kind: 'damaged-file', what: 'backup' } }
    await expect(desk.query('backups', 'compare', { id })).rejects.toMatchObject(damaged)
    await desk.query('lock', 'state')
    expect(topics).not.toContain('core-restarted')
    await expect(desk.mutate('lock', 'restoreBackup', { id })).rejects.toMatchObject(damaged)
    expect(await titlesOf(desk, blogId)).toContain('Since the backup')
    await desk.close()
  }
})

test('what else lies among the backups is left alone, listed as none, and keeps none from being made', async () => {
  const folder = temporaryFolder()
  const { id } = await deskWithBackup(folder)
  const backups = join(folder, 'backups')
  symlinkSync('nowhere', join(backups, 'desk-20260101T000000Z.sqlite'))
  symlinkSync(join(folder, 'desk.sqlite'), join(backups, 'desk-20260102T000000Z.sqlite'))
  mkdirSync(join(backups, 'desk-20260103T000000Z.sqlite'))
  writeFileSync(join(backups, 'desk-20269999T000000Z.sqlite'), 'nothing')
  writeFileSync(join(backups, 'desk-20260104T000000Z.sqlite.unfinished'), 'half of one')
  const desk = openLocked(folder)
  expect((await desk.query('backups', 'list')).backups.map((each) => each.id)).toEqual([id])
  desk.clock.advance(60_000)
  const made = await desk.mutate('backups', 'makeNow')
  expect((await desk.query('backups', 'list')).backups.map((each) => each.id)).toContain(made.id)
  await desk.close()
  expect(readdirSync(backups).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  expect(readdirSync(backups)).toEqual(expect.arrayContaining(['desk-20260103T000000Z.sqlite']))
})

test('what SQLite sorts or keeps aside for a desk goes to no file of its own', () => {
  const database = new Database(join(temporaryFolder(), 'any.sqlite'))
  useKey(database, new Uint8Array(32).fill(1))
  expect(database.pragma('temp_store', { simple: true })).toBe(2)
  database.close()
})
