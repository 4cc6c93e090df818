import { expect, test } from 'vitest'
import type { Comment } from '../../../src/shared/domain/comment.ts'
import type { RemoteCommentId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog } from '../../support/desk-on-practice-blog.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

/** A published post with two visitors' comments; a colleague put the first with the spam, and the desk saw it go. */
async function withSpam() {
  const on = await postWithComments(['Buy my boats.', 'When?'])
  const { blogId, desk, sync } = on
  const administrator = on.as('administrator')
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const spamId = (await administrator.listComments(query)).items.at(-1)?.remoteId ?? (0 as RemoteCommentId)
  await administrator.setCommentStatus(spamId, 'spam')
  await sync()
  const away = (status: 'spam' | 'trash' = 'spam') => desk.query('comments', 'away', { blogId, status })
  const ask = (status: 'spam' | 'trash' = 'spam') => desk.mutate('comments', 'readAway', { blogId, status })
  const decide = ({ id, print, status }: Comment, to: 'approved' | 'trash') =>
    desk.mutate('comments', 'moderate', { seen: [{ commentId: id, print, status, decided: null }], to })
  const wordsOf = (comments: Comment[]): string[] =>
    comments.map(({ contentHtml }) => contentHtml.replaceAll(/<[^>]*>/g, '').trim())
  return { ...on, administrator, spamId, away, ask, decide, wordsOf }
}

test('what only vanished is neither spam nor trash until the blog says so', async () => {
  const on = await withSpam()
  expect(on.wordsOf(await on.list())).toEqual(['When?'])
  expect(await on.away()).toEqual({ comments: [], count: 0, readAt: null, isWhole: false, elsewhereCount: 0 })
  expect(await on.away('trash')).toMatchObject({ comments: [] })
  await on.ask()
  const { comments, ...read } = await on.away()
  expect(on.wordsOf(comments)).toEqual(['Buy my boats.'])
  expect(comments).toMatchObject([{ status: 'spam', postTitle: 'Ask me', moderation: null }])
  expect(read).toEqual({ count: 1, readAt: on.clock.now().toISOString(), isWhole: true, elsewhereCount: 0 })
  await on.desk.close()
})

test('out of the spam it is under its post again, on the blog and here', async () => {
  const on = await withSpam()
  await on.ask()
  const [spam] = (await on.away()).comments
  if (!spam) throw new Error('no spam')
  await on.decide(spam, 'approved')
  expect(await on.away()).toMatchObject({ comments: [{ moderation: { to: 'approved' } }] })
  await on.syncUntilQuiet()
  expect((await on.administrator.getComment(on.spamId, { canModerate: true })).status).toBe('approved')
  expect(await on.away()).toMatchObject({ comments: [] })
  expect(on.wordsOf(await on.list())).toEqual(['Buy my boats.', 'When?'])
  await on.desk.close()
})

test('without a line what was read stays, with when that was', async () => {
  const on = await withSpam()
  await on.ask()
  const before = await on.away()
  on.clock.advance(3_600_000)
  on.line.fateOf = () => 'lost-before'
  await expect(on.ask()).rejects.toMatchObject({ data: { kind: expect.stringMatching(/^(offline|answer-lost)$/) } })
  expect(await on.away()).toEqual(before)
  await on.desk.close()
})

test('what was deleted for good on the blog is there no more', async () => {
  const on = await withSpam()
  await on.ask()
  await on.rest('DELETE', `comments/${on.spamId}?force=true`, {})
  await on.ask()
  expect(await on.away()).toMatchObject({ comments: [], count: 0 })
  await on.desk.close()
})

test('what this desk put into the trash is there without asking', async () => {
  const on = await withSpam()
  const [comment] = await on.list()
  if (!comment) throw new Error('no comment')
  await on.decide(comment, 'trash')
  await on.syncUntilQuiet()
  expect(on.wordsOf((await on.away('trash')).comments)).toEqual(['When?'])
  await on.desk.close()
})

test('who may not moderate is told so, and the blog, which would show none, is not asked', async () => {
  const on = await deskOnPracticeBlog({ userName: 'contributor' })
  let asked = 0
  on.line.onRequest = async () => void (asked += 1)
  await expect(on.desk.mutate('comments', 'readAway', { blogId: on.blogId, status: 'spam' })).rejects.toMatchObject({
    data: { kind: 'not-allowed-now', why: 'no-right-to-moderate' },
  })
  expect(asked).toBe(0)
  await on.desk.close()
})
