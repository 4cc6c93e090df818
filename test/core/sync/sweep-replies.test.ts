import { expect, test } from 'vitest'
import type { RemoteComment } from '../../../src/main/core/blog-api/blog-api.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

/** A reply that is on the blog, and once more because something on the way delivered it twice. */
async function doubledReply() {
  const on = await postWithComments(['When?'])
  const { remoteId } = on
  await on.reply('In March.')
  await on.syncUntilQuiet()
  const editor = on.as('editor')
  const live = async (): Promise<RemoteComment[]> => {
    const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    return (await editor.listComments(query)).items.filter(({ authorId }) => authorId !== null)
  }
  const [reply] = await live()
  if (!reply?.parentRemoteId) throw new Error('not answered')
  const { parentRemoteId } = reply
  // The blog refuses the very same words, unless a filter of its own has changed the ones it stored.
  const again = (text = 'In  March.') =>
    editor.createReply({ postRemoteId: remoteId, parentRemoteId, text, token: 'f'.repeat(32) })
  const sweeps = async () => {
    on.clock.advance(2 * 60_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  }
  return { ...on, editor, reply, live, again, sweeps }
}

test('a reply that stands there twice goes to the blog’s trash once, and the one of the receipt stays', async () => {
  const { desk, blogId, postId, reply, live, again, sweeps } = await doubledReply()
  await again()
  expect(await live()).toHaveLength(2)
  await sweeps()
  expect((await live()).map(({ remoteId }) => remoteId)).toEqual([reply.remoteId])
  expect(await desk.query('comments', 'list', { blogId, postId })).toHaveLength(2)
  await desk.close()
})

test('a copy that somebody has answered stays', async () => {
  const { desk, editor, remoteId, live, again, sweeps } = await doubledReply()
  const copy = await again()
  await editor.createReply({
    postRemoteId: remoteId,
    parentRemoteId: copy.remoteId,
    text: 'Thank you.',
    token: 'e'.repeat(32),
  })
  await sweeps()
  expect(await live()).toHaveLength(3)
  await desk.close()
})

test('the same words an hour later are another answer', async () => {
  const { desk, clock, live, again, sweeps } = await doubledReply()
  clock.advance(3_600_000)
  await again()
  await sweeps()
  expect(await live()).toHaveLength(2)
  await desk.close()
})
