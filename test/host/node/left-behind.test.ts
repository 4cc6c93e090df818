import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import { ferry } from '../../support/pictures.ts'
import { servePracticeBlog } from '../../support/serve-practice-blog.ts'
import { newProfile, SOURCE, startDesk } from './running-desk.ts'

/** Words that stand for what a person writes, and for what somebody writes to them. */
const CANARIES = [
  'Kanarek-w-tekscie',
  'Kanarek-w-tytule',
  'Kanarek-w-odpowiedzi',
  'Kanarek-w-nazwie',
  'Kanarek-w-pliku',
  'Kanarek-w-opisie',
  'Kanarek-w-uwadze',
  'Kanarek-w-szukaniu',
  'Kanarek-pod-zdjeciem',
]
const PASSPHRASE = 'Kanarek siedzi na haslo'

interface Left {
  path: string
  bytes: Buffer
  mode: number
}

function everythingIn(folder: string): Left[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return {
      path: path.slice(folder.length + 1),
      bytes: entry.isFile() ? readFileSync(path) : Buffer.alloc(0),
      mode: statSync(path).mode,
    }
  })
}

/** A day at the desk, with everything that may be noted down on the way, also what goes wrong. */
async function dayAtTheDesk() {
  const blog = await servePracticeBlog({ roles: { editor: 'administrator' } })
  onTestFinished(() => blog.stop())
  const profile = newProfile()
  // All that the desk keeps for a moment lies beside it, where this test looks too.
  const temporary = join(profile, '../temporary')
  mkdirSync(temporary)
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  // A folder that was there before, and that others may look into.
  mkdirSync(profile, { mode: 0o755 })
  const { child, call, outputs } = await startDesk(SOURCE, profile)
  const ask = async <Data>(path: string, type: 'query' | 'mutation', input?: unknown): Promise<Data> => {
    const response = (await call(path, type, input)) as CallResponse
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(response.error)}`)
    return response.data as Data
  }
  const { userName, applicationPassword } = blog.accounts.editor
  const { id: blogId } = await ask<{ id: string }>('blogs.connect', 'mutation', {
    address: blog.url,
    userName,
    applicationPassword,
  })
  await call('blogs.connect', 'mutation', { address: blog.url, userName, applicationPassword: 'wrong wrong wrong' })
  const { id: postId } = await ask<{ id: string }>('posts.create', 'mutation', { blogId })
  const paragraph = {
    type: 'paragraph',
    attrs: { dir: null, source: null },
    content: [{ type: 'text', text: CANARIES[0] }],
  }
  const edit = {
    postId,
    window: crypto.randomUUID(),
    sequence: 1,
    title: CANARIES[1],
    document: { type: 'doc', content: [paragraph] },
    excerpt: CANARIES[0],
    language: 'pl',
    direction: 'ltr',
    categoryIds: [],
    tags: [CANARIES[3]],
    caret: null,
  }
  await ask('posts.edit', 'mutation', edit)
  await call('posts.edit', 'mutation', { ...edit, document: { type: 'doc', content: [{ type: CANARIES[0] }] } })
  await ask('posts.flush', 'mutation', { postId })
  await ask('posts.publish', 'mutation', { postId, as: 'publish' })
  await ask('line.syncNow', 'mutation', { blogId })
  const [comment] = await ask<{ id: string }[]>('comments.list', 'query', { blogId, postId: null })
  await ask('comments.reply', 'mutation', { commentId: comment?.id, text: CANARIES[2] })
  await ask('line.syncNow', 'mutation', { blogId })
  await moreOfTheDay(ask, call, blogId, postId)
  const passwords = [
    PASSPHRASE,
    applicationPassword,
    Buffer.from(`${userName}:${applicationPassword}`).toString('base64'),
    'wrong wrong wrong',
  ]
  return { profile, child, outputs, passwords }
}

type Ask = <Data>(path: string, type: 'query' | 'mutation', input?: unknown) => Promise<Data>

/** A picture, a review, a search, files in and out, a backup; the desk is locked and opened again. */
async function moreOfTheDay(
  ask: Ask,
  call: (path: string, type: 'query' | 'mutation', input?: unknown) => Promise<unknown>,
  blogId: string,
  postId: string,
): Promise<void> {
  const file = Buffer.from(`# ${CANARIES[4]}\n\n${CANARIES[4]}`)
  const { id: mediaId } = await ask<{ id: string }>('media.add', 'mutation', {
    fileName: 'ferry.gif',
    bytes: ferry.bytes,
  })
  await ask('media.describe', 'mutation', { mediaId, alt: CANARIES[5], altLanguage: 'pl', credit: CANARIES[8] })
  await ask('search.find', 'query', { text: CANARIES[7], filters: {} })
  await ask('spelling.check', 'query', { language: 'en', words: [CANARIES[7]] })
  await ask('interchange.importFile', 'mutation', { blogId, fileName: 'Kanarek-w-pliku.md', bytes: file })
  await call('interchange.importFile', 'mutation', { blogId, fileName: 'Kanarek-w-pliku.docx', bytes: file })
  for (const to of ['markdown', 'html', 'word']) await ask('interchange.exportPost', 'mutation', { postId, to })
  const asked = { postId, of: 'Mai', by: '2026-12-01', lookAt: CANARIES[6], name: 'Ann' }
  const { id: reviewId } = await ask<{ id: string }>('reviews.ask', 'mutation', asked)
  await ask('reviews.addNote', 'mutation', { reviewId, anchor: null, words: CANARIES[6], name: 'Mai' })
  await ask('reviews.writeFile', 'mutation', { reviewIds: [reviewId], lock: { passphrase: PASSPHRASE }, name: 'Ann' })
  await ask('reviews.writeWord', 'mutation', { reviewId, name: 'Ann' })
  await ask('backups.makeNow', 'mutation')
  await ask('lock.setPassphrase', 'mutation', { current: null, passphrase: PASSPHRASE })
  await ask('lock.shut', 'mutation')
  await call('lock.unlock', 'mutation', { passphrase: `${PASSPHRASE}?` })
  await ask('lock.unlock', 'mutation', { passphrase: PASSPHRASE })
  expect(JSON.stringify(await ask('posts.get', 'query', { postId }))).toContain(CANARIES[0])
}

test('of a day at the desk no word and no password can be read in any file, while it is open or after, and all of it is its owner’s alone', async () => {
  const { profile, child, outputs, passwords } = await dayAtTheDesk()
  const around = join(profile, '..')
  const whileOpen = everythingIn(around)
  expect(whileOpen.map(({ path }) => path)).toContain(join('profile', 'desk.sqlite-wal'))
  child.kill('SIGTERM')
  await once(child, 'close')
  const left = [...whileOpen, ...everythingIn(around)]

  const holding = (words: string[], files: Left[]): string[] =>
    files.filter(({ bytes }) => words.some((each) => bytes.includes(each))).map(({ path }) => path)
  expect(left.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['desk.sqlite', 'passwords.sealed', 'keys.json'].map((name) => join('profile', name))),
  )
  for (const folder of ['log', 'backups', 'media'])
    expect(
      left.some(({ path }) => path.startsWith(join('profile', folder, '/'))),
      folder,
    ).toBe(true)
  expect(holding(['"level"'], left)).not.toEqual([])
  expect(holding([...passwords, ...CANARIES], left)).toEqual([])
  for (const secret of [...passwords, ...CANARIES]) expect(outputs.join('')).not.toContain(secret)

  if (process.platform !== 'win32') {
    expect(
      left
        .filter(({ path, mode }) => path.startsWith(join('profile', '/')) && (mode & 0o077) !== 0)
        .map(({ path }) => path),
    ).toEqual([])
  }
})
