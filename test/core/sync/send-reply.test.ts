import { expect, test } from 'vitest'
import type { DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

/** A published post with one visitor's comment, as an author sees it: the token of a reply cannot be read back. */
const questionUnderPost = () => postWithComments(['How was it?'], { userName: 'author' })

/** The texts of our replies, oldest first, each with how deep it stands. */
async function repliesOn({ as }: DeskOnBlog) {
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const { items } = await as('administrator').listComments(query)
  return items
    .filter(({ authorId }) => authorId !== null)
    .map(({ contentHtml }) => contentHtml.replaceAll(/<[^>]+>|\n/g, ''))
    .toReversed()
}

test('a smiley whose answer was lost is not taken for another smiley under the same comment', async () => {
  const on = await questionUnderPost()
  await on.reply('🙂')
  await on.syncUntilQuiet()
  on.clock.advance(60_000)
  await on.reply('🎉')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = ({ isWrite }) => (isWrite ? { answer: () => new Response('', { status: 500 }) } : 'ok')
  on.clock.advance(3_600_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  await on.syncUntilQuiet()
  expect(await repliesOn(on)).toEqual(['🙂', '🎉'])
  await on.desk.close()
})

test('a reply under our own reply arrives under it', async () => {
  const on = await questionUnderPost()
  await on.reply('Very wet.')
  await on.syncUntilQuiet()
  on.clock.advance(60_000)
  const mine = (await on.desk.query('comments', 'list', { blogId: on.blogId, postId: on.postId })).find(
    ({ isMine }) => isMine,
  )
  await on.reply('And then it rained.', mine?.id)
  await on.syncUntilQuiet()
  const comments = await on.desk.query('comments', 'list', { blogId: on.blogId, postId: on.postId })
  expect(comments.map(({ parentId }) => comments.findIndex(({ id }) => id === parentId))).toEqual([-1, 0, 1])
  await on.desk.close()
})

test('a reply under a post whose comments were closed is blocked with the blog’s word for it, and can be taken back', async () => {
  const on = await questionUnderPost()
  await on.reply('Too late.')
  const closed = (): Response => Response.json({ code: 'rest_comment_closed', message: '' }, { status: 403 })
  on.line.fateOf = ({ isWrite }) => (isWrite ? { answer: closed } : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entry).toMatchObject({ state: 'blocked', reason: { kind: 'forbidden', code: 'rest_comment_closed' } })
  expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: on.postId })).toHaveLength(2)
  await on.desk.mutate('outbox', 'cancel', { entryId: entry?.id ?? '' })
  expect(await on.desk.query('comments', 'list', { blogId: on.blogId, postId: on.postId })).toMatchObject([
    { isUnanswered: true },
  ])
  await on.desk.close()
})

test('a reply whose second copy the blog calls too quick is there, and cannot be taken back', async () => {
  const on = await questionUnderPost()
  const { id: entryId } = await on.reply('In March.')
  let wasDelivered = false
  on.line.onRequest = async ({ isWrite, path }) => {
    if (!isWrite || path !== '/wp/v2/comments' || wasDelivered) return
    wasDelivered = true
    const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    const [question] = (await on.as('administrator').listComments(query)).items
    if (!question) throw new Error('no question')
    const parent = { postRemoteId: on.remoteId, parentRemoteId: question.remoteId }
    await on.as('author').createReply({ ...parent, text: 'In March.', token: 'f'.repeat(32) })
  }
  on.line.fateOf = ({ isWrite }) =>
    isWrite
      ? { answer: () => Response.json({ code: 'comment_flood', message: '', data: null }, { status: 400 }) }
      : 'ok'
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await repliesOn(on)).toEqual(['In March.'])
  expect(await on.desk.query('outbox', 'list', { blogId: on.blogId })).toContainEqual(
    expect.objectContaining({ id: entryId, state: 'done' }),
  )
  await on.desk.close()
})

/** The words reach the blog, and the answer to them gets lost. */
async function loseTheAnswer(on: Awaited<ReturnType<typeof questionUnderPost>>) {
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
}

test.each(['spam', 'trash'] as const)(
  'a reply that went into the %s before its answer came is not sent again',
  async (to) => {
    const on = await questionUnderPost()
    await on.reply('In March.')
    await loseTheAnswer(on)
    const administrator = on.as('administrator')
    const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    const reply = (await administrator.listComments(query)).items.find(({ parentRemoteId }) => parentRemoteId !== null)
    if (!reply) throw new Error('it did not arrive')
    await (to === 'spam'
      ? administrator.setCommentStatus(reply.remoteId, 'spam')
      : administrator.trashComment(reply.remoteId))
    await on.syncUntilQuiet()
    const { items } = await administrator.listComments({ ...query, state: 'any' })
    expect(items.filter(({ parentRemoteId }) => parentRemoteId !== null)).toMatchObject([{ status: to }])
    const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    expect(entry).toMatchObject({ state: 'done', receipt: { remoteStatus: to } })
    // Readers do not see it: it is shown as what it is, and the comment is not answered by it.
    expect(await on.list()).toMatchObject([
      { isUnanswered: true },
      { parentId: on.ids[0], entry: { state: 'done', receipt: { remoteStatus: to } } },
    ])
    await on.reply('In March, I think.')
    expect(await on.list()).toMatchObject([{ isUnanswered: false }, { entry: { state: 'ready' } }])
    await on.desk.close()
  },
)

test('the same words said again are sent, though the first of them lie in the trash', async () => {
  const on = await questionUnderPost()
  await on.reply('In March.')
  await on.syncUntilQuiet()
  const administrator = on.as('administrator')
  const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
  const first = (await administrator.listComments(query)).items.find(({ parentRemoteId }) => parentRemoteId !== null)
  if (!first) throw new Error('it did not arrive')
  await administrator.trashComment(first.remoteId)
  on.clock.advance(3_600_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.reply('In March.')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  on.clock.advance(3_600_000)
  await on.syncUntilQuiet()
  expect(await repliesOn(on)).toEqual(['In March.'])
  await on.desk.close()
})

test('the very same words once more are not said twice, and the receipt says that they were there', async () => {
  const on = await questionUnderPost()
  await on.reply('In March.')
  await on.syncUntilQuiet()
  const again = await on.reply('In March.')
  await on.syncUntilQuiet()
  const entries = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entries.find(({ id }) => id === again.id)?.receipt).toMatchObject({ remoteStatus: 'approved', wasThere: true })
  expect(entries.filter(({ receipt }) => receipt?.wasThere)).toHaveLength(1)
  expect(await repliesOn(on)).toEqual(['In March.'])
  await on.desk.close()
})

test('a reply whose words are the same and lead somewhere else is another', async () => {
  const on = await questionUnderPost()
  await on.reply('<a href="https://a.example/?x=1&amp;y=2">Here</a>')
  await on.syncUntilQuiet()
  await on.reply('<a href="https://b.example/">Here</a>')
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  on.clock.advance(3_600_000)
  await on.syncUntilQuiet()
  expect(await repliesOn(on)).toEqual(['Here', 'Here'])
  await on.desk.close()
})
