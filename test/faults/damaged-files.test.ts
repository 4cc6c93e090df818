import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/main/core/store/open-store.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'
import { errorSentence } from '../../src/shared/sentences.ts'
import { newPost } from '../support/desk-on-practice-blog.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PAGE_BYTES = 4096

/** A desk with a few posts. `killed`: as a kill leaves it, with its last words still in the log beside the file. */
async function deskFiles(how: 'closed' | 'killed'): Promise<string> {
  const folder = temporaryFolder()
  const { databasePath } = profileIn(folder)
  const desk = openDesk(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  for (let index = 0; index < 20; index += 1) await newPost(desk, blogId, `Post ${index}`)
  await desk.close()
  if (how === 'closed') return databasePath
  const again = openDesk(folder)
  await newPost(again, blogId, 'Last words')
  const left = profileIn(temporaryFolder()).databasePath
  copyWithLog(databasePath, left)
  await again.close()
  return left
}

function copyWithLog(from: string, to: string): void {
  for (const ending of ['', '-wal']) copyFileSync(from + ending, to + ending)
}

/** The database and its log; an empty log is none. */
const filesOf = (path: string): Map<string, Buffer> =>
  new Map(
    [path, `${path}-wal`]
      .filter((each) => existsSync(each))
      .map((each): [string, Buffer] => [basename(each), readFileSync(each)])
      .filter(([, bytes]) => bytes.length > 0),
  )

/** What opening the desk and reading everything in it says first; null when it is whole. */
async function firstTrouble(databasePath: string): Promise<AppErrorData | null> {
  try {
    const desk = openDesk(dirname(databasePath))
    try {
      for (const { id: blogId } of await desk.query('blogs', 'list')) {
        for (const { id: postId } of await desk.query('posts', 'list', { blogId })) {
          await desk.query('posts', 'get', { postId })
          await desk.query('posts', 'history', { postId })
        }
      }
    } finally {
      await desk.close().catch(() => undefined)
    }
    return null
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
}

/** Spoils the second half of the file. */
function scribble(path: string): void {
  const bytes = readFileSync(path)
  const pages = Math.floor(bytes.length / PAGE_BYTES)
  bytes.fill(0xee, Math.floor(pages / 2) * PAGE_BYTES)
  writeFileSync(path, bytes)
}

test('bytes flipped in the middle after a kill are found before anything is written, and nothing is touched', async () => {
  const path = await deskFiles('killed')
  scribble(path)
  const before = filesOf(path)
  expect(before.size).toBe(2)
  expect(() => openStore({ databasePath: path, key: null })).toThrow(
    expect.objectContaining({ data: { kind: 'database', reason: 'corrupt' } }) as Error,
  )
  expect(filesOf(path)).toEqual(before)
})

test('bytes flipped in the middle of a closed desk are a sentence, not a crash', async () => {
  const path = await deskFiles('closed')
  scribble(path)
  expect(await firstTrouble(path)).toEqual({ kind: 'database', reason: 'corrupt' })
  expect(existsSync(path)).toBe(true)
})

test.each(['closed', 'killed'] as const)('a truncated file (%s) is a sentence and stays as it was', async (how) => {
  const path = await deskFiles('closed')
  truncateSync(path, Math.floor(readFileSync(path).length / 2))
  if (how === 'killed') writeFileSync(`${path}-wal`, Buffer.alloc(32, 1))
  const before = filesOf(path)
  expect(await firstTrouble(path)).toEqual({ kind: 'database', reason: 'corrupt' })
  expect(filesOf(path)).toEqual(before)
})

test('a file of a few bytes is refused and stays as it was', async () => {
  const path = await deskFiles('closed')
  truncateSync(path, 50)
  const before = filesOf(path)
  expect(await firstTrouble(path)).toMatchObject({ kind: 'database' })
  expect(filesOf(path)).toEqual(before)
})

test('without the log that a kill left, the desk opens with what the file holds', async () => {
  const path = await deskFiles('killed')
  rmSync(`${path}-wal`)
  expect(await firstTrouble(path)).toBeNull()
})

test('a desk from a newer Attaché that was killed keeps its log too', async () => {
  const path = await deskFiles('closed')
  const store = openStore({ databasePath: path, key: null })
  store.database.pragma('user_version = 999')
  const copy = profileIn(temporaryFolder()).databasePath
  copyWithLog(path, copy)
  store.close()
  const before = filesOf(copy)
  expect(before.size).toBe(2)
  expect(await firstTrouble(copy)).toEqual({ kind: 'database', reason: 'newer-version' })
  expect(filesOf(copy)).toEqual(before)
})

test('a profile that may not be written is a sentence', ({ skip }) => {
  const folder = temporaryFolder()
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    // Root may write anywhere, so the folder has to lie on a disk that nobody may write.
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder], { encoding: 'utf8' })
    if (status !== 0) {
      console.warn(`skipped: a read-only disk cannot be mounted here: ${stderr}`)
      skip(stderr)
    }
  } else {
    chmodSync(folder, 0o500)
  }
  try {
    expect(() => openDesk(folder)).toThrow(
      expect.objectContaining({ data: { kind: 'database', reason: 'read-only' } }) as Error,
    )
  } finally {
    if (isRoot) spawnSync('umount', [folder])
    else chmodSync(folder, 0o700)
  }
})

test.each(['corrupt', 'newer-version', 'read-only', 'full'] as const)('%s tells what to do', (reason) => {
  const { what, kept, next } = errorSentence({ kind: 'database', reason })
  for (const sentence of [what, kept, next]) expect(sentence).toMatch(/^[A-Z].+\.$/)
})
