import { expect, test } from 'vitest'
import type { Comment, CommentStatus } from '../../../src/shared/domain/comment.ts'
import type { CommentId, RemoteCommentId } from '../../../src/shared/domain/ids.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { PracticeUserName } from '../../../src/main/core/practice-blog/practice-state.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

const seenNow = ({ id, print, status, moderation }: Comment) => ({
  commentId: id,
  print,
  status,
  decided: moderation?.to ?? null,
})

/** With what decides on its comments, and what the blog says of them. */
async function underPost(userName: PracticeUserName, texts: string[], holdMs = 0) {
  const on = await postWithComments(texts, { userName, holdMs })
  const { list, ids } = on
  const first = ids[0] ?? ''
  const administrator = on.as('administrator')
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const remoteIds = (await administrator.listComments(query)).items.map((comment) => comment.remoteId).toReversed()
  const onBlog = async (index = 0): Promise<string> =>
    (await administrator.getComment(remoteIds[index] ?? (0 as RemoteCommentId), { canModerate: true })).status
  /** As a window does that shows what the desk has now, or that was shown earlier. */
  const decide = async (to: CommentStatus, commentIds: string[] = [first], shown?: Comment[]) => {
    const seen = (shown ?? (await list())).filter(({ id }) => commentIds.includes(id)).map(seenNow)
    return (await on.desk.mutate('comments', 'moderate', { seen, to })).entries
  }
  const entries = async () =>
    (await on.desk.query('outbox', 'list', { blogId: on.blogId })).filter(({ kind }) => kind === 'moderate-comment')
  return { ...on, first, remoteIds, administrator, onBlog, decide, entries }
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
  // It stays in sight until that is settled. Having seen it, the person decides again: that replaces the question.
  expect(await on.list()).toMatchObject([{ status: 'spam', moderation: { to: 'hold', state: 'needs-you' } }])
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

test('what was changed since the window showed it is not decided on, and the rest of the act is', async () => {
  const on = await underPost('editor', ['I agree.', 'So do I.'], 10_000)
  const shown = await on.list()
  await on.rest('POST', `comments/${on.remoteIds[0]}`, { content: 'I disagree.' })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const seen = shown.map(seenNow)
  const { entries, changed } = await on.desk.mutate('comments', 'moderate', { seen, to: 'spam' })
  expect(changed).toEqual([on.ids[0]])
  expect(entries.map(({ commentId }) => commentId)).toEqual([on.ids[1]])
  // Having seen it as it is now, the person decides.
  expect(await on.decide('spam')).toMatchObject([{ commentId: on.ids[0], state: 'held' }])
  await on.desk.close()
})

test('a state that the person had decided on themselves is no surprise to them', async () => {
  const on = await underPost('editor', ['One.'])
  await on.decide('hold')
  const shown = await on.list()
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toBe('hold')
  expect(await on.decide('approved', [on.first], shown)).toHaveLength(1)
  await on.desk.close()
})

test('undo tells apart what it took back, what a newer decision had replaced and what had left', async () => {
  const on = await underPost('editor', ['One.', 'Two.', 'Three.'], 10_000)
  const [first] = await on.decide('spam', [on.ids[0] ?? ''])
  on.clock.advance(10_000)
  await on.syncUntilQuiet()
  const [second] = await on.decide('spam', [on.ids[1] ?? ''])
  await on.decide('hold', [on.ids[1] ?? ''])
  const [third] = await on.decide('spam', [on.ids[2] ?? ''])
  const entryIds = [first, second, third].map((entry) => entry?.id ?? '')
  expect(await on.desk.mutate('comments', 'takeBack', { blogId: on.blogId, entryIds })).toEqual({
    takenBack: 1,
    replaced: 1,
    left: 1,
  })
  expect((await on.list()).map(({ moderation }) => moderation?.to ?? null)).toEqual(['hold', null])
  await on.desk.close()
})

test('a thousand are decided on in one act and taken back in one', async () => {
  const on = await underPost('editor', ['One.'], 10_000)
  await on.desk.close()
  copyComment(on.profileFolder, on.first as CommentId, 999)
  const again = on.openOther(on.profileFolder)
  const { blogId, postId } = on
  const seen = (await again.query('comments', 'list', { blogId, postId })).map(seenNow)
  const { entries } = await again.mutate('comments', 'moderate', { seen, to: 'spam' })
  expect(entries).toHaveLength(1000)
  const entryIds = entries.map(({ id }) => id)
  const undone = await again.mutate('comments', 'takeBack', { blogId, entryIds })
  expect(undone).toEqual({ takenBack: 1000, replaced: 0, left: 0 })
  const [inbox] = await again.query('comments', 'inbox', { blogId })
  expect(inbox).toMatchObject({ counts: { all: 1000, unanswered: 1000, held: 0 } })
  await again.close()
})

function copyComment(profileFolder: string, id: CommentId, times: number): void {
  const store = openStore({ databasePath: profileIn(profileFolder).databasePath, key: null })
  const desk = createDesk(store)
  const comment = desk.comments.getComment(id)
  desk.transaction(() => {
    for (let time = 1; time <= times; time += 1)
      desk.comments.putComment({
        ...comment,
        id: newId(systemRandom),
        remoteId: (comment.remoteId + 1000 + time) as RemoteCommentId,
      })
  })
  store.close()
}
