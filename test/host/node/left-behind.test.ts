import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import { servePracticeBlog } from '../../support/serve-practice-blog.ts'
import { newProfile, SOURCE, startDesk } from './running-desk.ts'

/** Words that stand for what a person writes, and for what somebody writes to them. */
const CANARIES = ['Kanarek-w-tekscie', 'Kanarek-w-tytule', 'Kanarek-w-odpowiedzi', 'Kanarek-w-nazwie']

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
  const passwords = [
    applicationPassword,
    Buffer.from(`${userName}:${applicationPassword}`).toString('base64'),
    'wrong wrong wrong',
  ]
  return { profile, child, outputs, passwords }
}

test('of a day at the desk no word and no password can be read in any file, while it is open or after, and all of it is its owner’s alone', async () => {
  const { profile, child, outputs, passwords } = await dayAtTheDesk()
  const whileOpen = everythingIn(profile)
  expect(whileOpen.map(({ path }) => path)).toContain('desk.sqlite-wal')
  child.kill('SIGTERM')
  await once(child, 'close')
  const left = [...whileOpen, ...everythingIn(profile)]

  const holding = (words: string[], files: Left[]): string[] =>
    files.filter(({ bytes }) => words.some((each) => bytes.includes(each))).map(({ path }) => path)
  expect(left.map(({ path }) => path)).toEqual(expect.arrayContaining(['desk.sqlite', 'passwords.sealed', 'keys.json']))
  expect(left.some(({ path }) => path.startsWith('log/'))).toBe(true)
  expect(holding([...passwords, ...CANARIES], left)).toEqual([])
  for (const secret of [...passwords, ...CANARIES]) expect(outputs.join('')).not.toContain(secret)

  if (process.platform !== 'win32') {
    expect(left.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path }) => path)).toEqual([])
  }
})
