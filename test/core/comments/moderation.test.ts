import { expect, test } from 'vitest'
import type { CommentStatus } from '../../../src/shared/domain/comment.ts'
import type { RemoteCommentId } from '../../../src/shared/domain/ids.ts'
import type { PracticeUserName } from '../../../src/main/core/practice-blog/practice-state.ts'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'

/** A published post with visitors' comments under it. */
async function underPost(userName: PracticeUserName, texts: string[], holdMs = 0) {
  const on = await deskOnPracticeBlog({ userName, holdMs })
  const postId = await newPost(on.desk, on.blogId, 'Ask me')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  on.clock.advance(10_000)
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  for (const text of texts) {
    on.clock.advance(60_000)
    await on.visitorComment(Number(remoteId), text)
  }
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const list = () => on.desk.query('comments', 'list', { blogId: on.blogId, postId })
  const ids = (await list()).map(({ id }) => id)
  const first = ids[0] ?? ''
  const administrator = on.as('administrator')
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const remoteIds = (await administrator.listComments(query)).items.map((comment) => comment.remoteId).toReversed()
  const onBlog = async (index = 0): Promise<string> =>
    (await administrator.getComment(remoteIds[index] ?? (0 as RemoteCommentId), { canModerate: true })).status
  const decide = (to: CommentStatus, commentIds: string[] = [first]) =>
    on.desk.mutate('comments', 'moderate', { commentIds, to })
  const entries = async () =>
    (await on.desk.query('outbox', 'list', { blogId: on.blogId })).filter(({ kind }) => kind === 'moderate-comment')
  return { ...on, postId, list, ids, first, remoteIds, administrator, onBlog, decide, entries }
}

test.each<[PracticeUserName, CommentStatus]>([
  ['editor', 'hold'],
  ['editor', 'spam'],
  ['editor', 'trash'],
  ['author', 'hold'],
  ['author', 'spam'],
  ['author', 'trash'],
])('what an %s decides under their own post is so on the blog: %s', async (userName, to) => {
  const on = await underPost(userName, ['Buy my boats.'])
  await on.decide(to)
  expect(await on.onBlog()).toBe('approved')
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe(to)
  expect(await on.entries()).toMatchObject([{ state: 'done', receipt: { remoteStatus: to } }])
  await on.desk.close()
})

test('several are decided at once, and each goes once', async () => {
  const on = await underPost('editor', ['One.', 'Two.', 'Three.'])
  const writes: string[] = []
  on.line.onRequest = ({ isWrite, path }) => {
    if (isWrite) writes.push(path)
    return Promise.resolve()
  }
  await on.decide('hold', on.ids)
  await on.decide('hold', on.ids)
  await on.syncUntilQuiet()
  expect(await Promise.all([0, 1, 2].map(on.onBlog))).toEqual(['hold', 'hold', 'hold'])
  expect(writes).toEqual(on.remoteIds.map((id) => `/wp/v2/comments/${id}`))
  await on.desk.close()
})

test('a decision shows at once, and taken back within the hold nothing is sent', async () => {
  const on = await underPost('editor', ['One.'], 10_000)
  const [entry] = await on.decide('spam')
  expect(await on.list()).toMatchObject([{ status: 'approved', isUnanswered: false, moderation: { to: 'spam' } }])
  await on.desk.mutate('outbox', 'cancel', { entryId: entry?.id ?? '' })
  on.clock.advance(60_000)
  await on.syncUntilQuiet()
  expect(await on.list()).toMatchObject([{ status: 'approved', isUnanswered: true, moderation: null }])
  expect(await on.onBlog()).toBe('approved')
  await on.desk.close()
})

test('a second thought before it left is the only one that goes, and back to what it was is none', async () => {
  const on = await underPost('editor', ['One.'], 10_000)
  await on.decide('spam')
  await on.decide('hold')
  expect((await on.entries()).map(({ state }) => state)).toEqual(['held'])
  expect(await on.decide('approved')).toEqual([])
  expect(await on.list()).toMatchObject([{ moderation: null }])
  await on.decide('trash')
  on.clock.advance(10_000)
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe('trash')
  await on.desk.close()
})

test('the last word counts, also when it is the one that is on its way already', async () => {
  const on = await underPost('editor', ['One.'])
  await on.decide('spam')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  expect((await on.entries()).map(({ state }) => state)).toEqual(['unknown'])
  await on.decide('hold')
  await on.decide('spam')
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe('spam')
  await on.desk.close()
})

test('a comment that a colleague decided about meanwhile is not touched, and the person is asked', async () => {
  const on = await underPost('editor', ['One.'])
  await on.administrator.setCommentStatus(on.remoteIds[0] as RemoteCommentId, 'spam')
  await on.decide('hold')
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe('spam')
  const [entry] = await on.entries()
  expect(entry).toMatchObject({ state: 'needs-you', reason: { kind: 'conflict', code: 'comment-changed' } })
  // Having seen it, the person decides again: that replaces the question.
  await on.decide('approved')
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe('approved')
  expect((await on.entries()).map(({ state }) => state)).toEqual(['done'])
  await on.desk.close()
})

test('words that were changed under the decision are looked at again', async () => {
  const on = await underPost('editor', ['I agree.'])
  await on.rest('POST', `comments/${on.remoteIds[0]}`, { content: 'I disagree.' })
  await on.decide('hold')
  await on.syncUntilQuiet()
  expect(await on.entries()).toMatchObject([{ state: 'needs-you', reason: { code: 'comment-changed' } }])
  expect(await on.onBlog()).toBe('approved')
  await on.desk.close()
})

test('what a colleague decided the same way is done without a word to the blog', async () => {
  const on = await underPost('editor', ['One.'])
  await on.administrator.trashComment(on.remoteIds[0] as RemoteCommentId)
  await on.decide('trash')
  let writes = 0
  on.line.onRequest = ({ isWrite }) => {
    writes += isWrite ? 1 : 0
    return Promise.resolve()
  }
  await on.syncUntilQuiet()
  expect(await on.entries()).toMatchObject([{ state: 'done' }])
  expect(writes).toBe(0)
  await on.desk.close()
})

test('a lost answer is looked up and the decision goes once', async () => {
  const on = await underPost('author', ['One.'])
  await on.decide('spam')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  await on.syncUntilQuiet()
  expect(await on.entries()).toMatchObject([{ state: 'done', receipt: { remoteStatus: 'spam' } }])
  expect(await on.onBlog()).toBe('spam')
  await on.desk.close()
})

test('a flag and "unread" are this desk’s own and outlast what the blog says', async () => {
  const on = await underPost('editor', ['One.'])
  await on.desk.mutate('comments', 'setFlagged', { blogId: on.blogId, commentIds: on.ids, isFlagged: true })
  await on.desk.mutate('comments', 'markRead', { blogId: on.blogId, commentIds: on.ids })
  await on.desk.mutate('comments', 'markRead', { blogId: on.blogId, commentIds: on.ids, isRead: false })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await on.list()).toMatchObject([{ isFlagged: true, isRead: false }])
  await on.desk.close()
})
