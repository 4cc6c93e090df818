import { expect, test } from 'vitest'
import { deskOnPracticeBlog } from '../../support/desk-on-practice-blog.ts'

async function withComments() {
  const on = await deskOnPracticeBlog({ contents: 'embassy' })
  const [one, other] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })
  if (!one || !other) throw new Error('no comments')
  const drafts = () => on.desk.query('replyDrafts', 'list')
  return { ...on, one, other, drafts }
}

test('an answer that was begun is there after a restart, in its last words', async () => {
  const on = await withComments()
  await on.desk.mutate('replyDrafts', 'keep', { commentId: on.one.id, text: 'Dear' })
  await on.desk.mutate('replyDrafts', 'keep', { commentId: on.one.id, text: 'Dear Lan,' })
  await on.desk.mutate('replyDrafts', 'keep', { commentId: on.other.id, text: 'No.' })
  await on.desk.mutate('replyDrafts', 'keep', { commentId: on.other.id, text: '' })
  await on.desk.close()
  const again = on.openOther(on.profileFolder)
  expect(await again.query('replyDrafts', 'list')).toEqual([{ commentId: on.one.id, text: 'Dear Lan,' }])
  await again.close()
})

test('a reply that is queued is no draft any more, in the same moment', async () => {
  const on = await withComments()
  await on.desk.mutate('replyDrafts', 'keep', { commentId: on.one.id, text: 'In March.' })
  await on.desk.mutate('comments', 'reply', { commentId: on.one.id, text: 'In March.' })
  expect(await on.drafts()).toEqual([])
  await on.desk.close()
})

test('an answer to a comment that is not here is refused and nothing is kept', async () => {
  const on = await withComments()
  await expect(on.desk.mutate('replyDrafts', 'keep', { commentId: 'nobody', text: 'Hello?' })).rejects.toMatchObject({
    data: { kind: expect.stringMatching(/invalid-input|no-such-item/) },
  })
  expect(await on.drafts()).toEqual([])
  await on.desk.close()
})
