import { expect, test } from 'vitest'
import { emptyDocument } from '../../src/shared/content/document.ts'
import type { ChangeEvent } from '../../src/shared/contract/wire.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openLocked } from './vault/locked-desk.ts'

async function deskWithPosts(count: number) {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('settings', 'set', { theme: 'dark' })
  for (let index = 0; index < count; index += 1) {
    await desk.mutate('posts', 'create', { blogId })
    desk.clock.advance(1_000)
  }
  await desk.close()
  return { folder, blogId }
}

const words = { title: 'The ferry', document: emptyDocument(), excerpt: '', language: '', direction: 'ltr' as const }

test('what is answered before the rest is loaded is what the whole desk says', async () => {
  const { folder, blogId } = await deskWithPosts(3)
  const desk = openLocked(folder)
  const early = [
    await desk.query('settings', 'get'),
    await desk.query('blogs', 'list'),
    await desk.query('posts', 'newest', { blogId, limit: 2 }),
  ]
  const list = await desk.query('posts', 'list', { blogId })
  const late = [
    await desk.query('settings', 'get'),
    await desk.query('blogs', 'list'),
    await desk.query('posts', 'newest', { blogId, limit: 2 }),
  ]
  expect(early).toEqual(late)
  expect(early[2]).toEqual(list.slice(0, 2))
  expect(early[0]).toMatchObject({ theme: 'dark' })
  expect(list).toHaveLength(3)
  await desk.close()
})

test('what does not fit is refused before the rest is loaded as it is afterwards', async () => {
  const { folder, blogId } = await deskWithPosts(0)
  const desk = openLocked(folder)
  const ask = () => desk.core.call({ type: 'query', path: 'posts.newest', input: { blogId, limit: 'all' } })
  const early = await ask()
  await desk.query('posts', 'list', { blogId })
  expect(early).toEqual({ ok: false, error: { kind: 'invalid-input', field: 'limit', rule: 'invalid_type' } })
  expect(await ask()).toEqual(early)
  await desk.close()
})

test('words that were taken while the rest was being loaded are kept when the desk is closed at once', async () => {
  const { folder, blogId } = await deskWithPosts(1)
  const before = openLocked(folder)
  const [post] = await before.query('posts', 'newest', { blogId, limit: 1 })
  if (!post) throw new Error('no post')
  const taken = before.mutate('posts', 'edit', {
    postId: post.id,
    sequence: 1,
    ...words,
    categoryIds: [],
    tags: [],
    caret: null,
  })
  await before.close()
  await taken
  const after = openLocked(folder)
  expect(await after.query('posts', 'get', { postId: post.id })).toMatchObject({ title: 'The ferry' })
  await after.close()
})

test('a desk that nobody asks for anything begins its work in the first quiet moment', async () => {
  const { folder } = await deskWithPosts(1)
  const desk = openLocked(folder)
  const began = new Promise<ChangeEvent>((resolve) => desk.core.onChange(resolve))
  desk.core.start()
  await desk.query('lock', 'state')
  desk.clock.advance(100)
  expect(await began).toMatchObject({ topic: 'line' })
  await desk.close()
})
