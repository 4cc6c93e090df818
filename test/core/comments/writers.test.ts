import { expect, test } from 'vitest'
import type { RemoteCommentId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import { noteWriters, writersOf } from '../../../src/main/core/comments/writers.ts'
import type { PracticeUserName } from '../../../src/main/core/practice-blog/practice-state.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

type On = Awaited<ReturnType<typeof postWithComments>>

/** Somebody of the blog answers the first question over their own line. */
async function colleagueAnswers(on: On, userName: PracticeUserName, text: string): Promise<void> {
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const { items } = await on.as('administrator').listComments(query)
  const first = items.at(-1)?.remoteId as RemoteCommentId
  await on.as(userName).createReply({
    postRemoteId: Number(on.remoteId) as RemotePostId,
    parentRemoteId: first,
    text,
    token: 'a'.repeat(32),
  })
  on.clock.advance(60_000)
  await on.sync()
}

const standing = async (on: On) =>
  (await on.list()).map(({ isMine, isByColleague, isUnanswered }) => ({ isMine, isByColleague, isUnanswered }))
const unanswered = async ({ desk, blogId }: On) =>
  (await desk.query('comments', 'inbox', { blogId })).map(({ counts, waitsSince }) => [counts.unanswered, waitsSince])

test('an answer by anybody who writes for the blog keeps the promise, and what they say waits for none', async () => {
  const on = await postWithComments(['When?'])
  expect(await standing(on)).toEqual([{ isMine: false, isByColleague: false, isUnanswered: true }])
  await colleagueAnswers(on, 'contributor', 'In March. Thank you for asking.')
  expect(await standing(on)).toEqual([
    { isMine: false, isByColleague: false, isUnanswered: false },
    { isMine: false, isByColleague: true, isUnanswered: false },
  ])
  expect(await unanswered(on)).toEqual([[0, null]])
  expect(await on.desk.query('comments', 'waiting', { blogId: on.blogId, limit: 5 })).toEqual([])
  // It is news all the same.
  expect(await on.list()).toMatchObject([{}, { isRead: false }])
  await on.desk.close()
})

test('an answer under one comment leaves the others waiting', async () => {
  const on = await postWithComments(['When?', 'Where?'])
  await colleagueAnswers(on, 'editor', 'In March.')
  expect((await on.list()).map(({ isUnanswered }) => isUnanswered)).toEqual([false, true, false])
  expect(await unanswered(on)).toMatchObject([[1, expect.any(String)]])
  await on.desk.close()
})

test('where the blog keeps its people to itself, who wrote a post there answers for it', async () => {
  const on = await postWithComments(['When?'])
  const author = on.as('author')
  const { remoteId } = await author.createDraft({ slug: 'desk-of-the-author', title: 'Mine' })
  await author.setPostStatus(remoteId, { status: 'publish' })
  const [{ remoteId: authorId }, { remoteId: editorId }] = [await author.whoAmI(), await on.as('editor').whoAmI()]
  await on.sync()
  await on.desk.close()
  const store = openStore({ databasePath: profileIn(on.profileFolder).databasePath, key: null })
  const desk = createDesk(store)
  desk.settings.put('blogWriters', {})
  noteWriters(desk, on.blogId, null, on.clock.now())
  expect(writersOf(desk, on.blogId)).toEqual(new Set([editorId, authorId]))
  store.close()
})
