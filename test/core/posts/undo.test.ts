import { expect, onTestFinished, test } from 'vitest'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'

async function start() {
  const on = await deskOnPracticeBlog()
  onTestFinished(() => on.desk.close())
  const keep = (postId: string, steps: string) =>
    on.desk.mutate('undo', 'keep', { postId, documentPrint: 'abcdef01234567', steps })
  return { ...on, keep }
}

test('what can be undone in a post is kept as it was said last, beside the post', async () => {
  const { desk, blogId, keep } = await start()
  const postId = await newPost(desk, blogId, 'The delta')
  expect(await desk.query('undo', 'find', { postId })).toBeNull()
  await keep(postId, 'one')
  await keep(postId, 'two')
  expect(await desk.query('undo', 'find', { postId })).toEqual({ documentPrint: 'abcdef01234567', steps: 'two' })
  await expect(keep(crypto.randomUUID(), 'x')).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
  await expect(keep(postId, 'x'.repeat(1_000_001))).rejects.toMatchObject({ data: { kind: 'invalid-input' } })
})

test('of more than 20 posts the one written in longest ago is forgotten, and a post that is deleted takes its steps along', async () => {
  const { desk, blogId, clock, keep } = await start()
  const postIds: string[] = []
  for (let count = 0; count < 21; count += 1) {
    const postId = await newPost(desk, blogId, `Post ${count}`)
    postIds.push(postId)
    await keep(postId, `steps ${count}`)
    clock.advance(1000)
  }
  const kept = await Promise.all(postIds.map((postId) => desk.query('undo', 'find', { postId })))
  expect(kept.map((undo) => undo !== null)).toEqual([false, ...Array.from({ length: 20 }, () => true)])
  const postId = postIds[20] ?? ''
  await desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
  await desk.mutate('trash', 'deleteNow', { postId })
  expect(await desk.query('undo', 'find', { postId })).toBeNull()
})
