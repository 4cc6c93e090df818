import { describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

const HOLD_MS = 10_000

const updateNote = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null, variant: 'update-note' },
  content: [{ type: 'text', text }],
})

/** A reader found a mistake, and somebody begins to mend it. */
async function correcting() {
  const on = await postWithComments(['The treaty is of 1973, not 1937.'], { holdMs: HOLD_MS })
  const { desk, blogId, postId } = on
  const commentId = on.ids[0] ?? ''
  await desk.mutate('corrections', 'begin', { commentId })
  const standing = async () => (await desk.query('corrections', 'ofPost', { postId }))[0]
  const outbox = async () => desk.query('outbox', 'list', { blogId })
  const entryOf = async (kind: string) =>
    (await outbox()).find((entry) => entry.kind === kind && entry.state !== 'done')
  return {
    ...on,
    commentId,
    standing,
    entryOf,
    mend: () => write(desk, postId, { blocks: [paragraph('The treaty is of 1973.'), updateNote('Update: the year.')] }),
    update: () => desk.mutate('posts', 'publish', { postId, as: 'publish' }),
    answer: () => on.reply('Thank you. The post is corrected.', commentId),
    /** Newest last, what the blog shows under the post. */
    async publicly() {
      const page = await on.as('administrator').listComments({
        pageNumber: 1,
        after: null,
        postIds: [on.remoteId],
        authorId: null,
        canModerate: true,
      })
      return page.items.map(({ contentHtml }) => contentHtml.trim())
    },
  }
}

describe('a correction', () => {
  test('tells how far it has come from what is so', async () => {
    const on = await correcting()
    expect(await on.standing()).toMatchObject({
      commentId: on.commentId,
      authorName: 'Lan',
      words: 'The treaty is of 1973, not 1937.',
      isChanged: false,
      isNoted: false,
      post: 'not-asked',
      answer: 'not-begun',
    })
    await on.mend()
    await on.desk.mutate('replyDrafts', 'keep', { commentId: on.commentId, text: 'Thank you' })
    expect(await on.standing()).toMatchObject({ isChanged: true, isNoted: true, post: 'not-asked', answer: 'begun' })
    await on.update()
    expect(await on.standing()).toMatchObject({ post: 'waits' })
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.standing()).toMatchObject({ post: 'on-the-blog' })
    await on.answer()
    expect(await on.standing()).toMatchObject({ answer: 'waits' })
    await on.desk.close()
  })

  test('outlasts a restart, and ends when its answer is on the blog', async () => {
    const on = await correcting()
    await on.mend()
    await on.desk.close()
    const again = on.openOther(on.profileFolder)
    expect(await again.query('corrections', 'ofPost', { postId: on.postId })).toMatchObject([{ isChanged: true }])
    await again.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await again.mutate('comments', 'reply', { commentId: on.commentId, text: 'Corrected.' })
    on.clock.advance(HOLD_MS)
    await again.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await again.query('corrections', 'ofPost', { postId: on.postId })).toEqual([])
    await again.close()
  })

  test('begun twice stays as it was begun first, and put away leaves every word', async () => {
    const on = await correcting()
    await on.mend()
    await on.desk.mutate('corrections', 'begin', { commentId: on.commentId })
    expect(await on.standing()).toMatchObject({ isChanged: true })
    await on.desk.mutate('corrections', 'putAway', { commentId: on.commentId })
    expect(await on.standing()).toBeUndefined()
    const { document } = await on.desk.query('posts', 'get', { postId: on.postId })
    expect(document.content).toHaveLength(2)
    await on.desk.close()
  })

  test('put away and taken up again is measured from the text of its beginning', async () => {
    const on = await correcting()
    await on.mend()
    await on.desk.mutate('corrections', 'putAway', { commentId: on.commentId })
    await on.desk.mutate('corrections', 'takeUp', { commentId: on.commentId })
    expect(await on.standing()).toMatchObject({ isChanged: true, isNoted: true })
    await on.desk.mutate('corrections', 'putAway', { commentId: on.commentId })
    await on.desk.mutate('corrections', 'begin', { commentId: on.commentId })
    expect(await on.standing()).toMatchObject({ isChanged: false, isNoted: false })
    await on.desk.close()
  })

  test('is not what a colleague changed meanwhile, nor a tag', async () => {
    const on = await correcting()
    const content =
      '<!-- wp:paragraph -->\n<p>By a colleague.</p>\n<!-- /wp:paragraph -->\n\n' +
      '<!-- wp:paragraph {"className":"update-note"} -->\n<p class="update-note">And so is this.</p>\n<!-- /wp:paragraph -->'
    await on.rest('POST', `posts/${on.remoteId}`, { content })
    await on.sync()
    const { document } = await on.desk.query('posts', 'get', { postId: on.postId })
    expect(document.content).toMatchObject([{ type: 'paragraph' }, { attrs: { variant: 'update-note' } }])
    expect(await on.standing()).toMatchObject({ isChanged: false, isNoted: false })
    await write(on.desk, on.postId, { tags: ['treaties'] })
    expect(await on.standing()).toMatchObject({ isChanged: false })
    await write(on.desk, on.postId, { title: 'Of 1973' })
    expect(await on.standing()).toMatchObject({ isChanged: true, isNoted: false })
    await on.desk.close()
  })

  test('stays one’s own when a colleague’s change is merged into it', async () => {
    const on = await correcting()
    await write(on.desk, on.postId, { title: 'Of 1973' })
    await on.rest('POST', `posts/${on.remoteId}`, { excerpt: 'By a colleague.' })
    await on.sync()
    expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({
      title: 'Of 1973',
      excerpt: 'By a colleague.',
    })
    expect(await on.standing()).toMatchObject({ isChanged: true })
    await on.desk.close()
  })

  test('of a post whose public words the account may not change is refused', async () => {
    const on = await deskOnPracticeBlog({ userName: 'contributor' })
    const { desk, blogId } = on
    const postId = await newPost(desk, blogId, 'Ask me')
    await desk.mutate('posts', 'publish', { postId, as: 'pending' })
    await on.syncUntilQuiet()
    const { remoteId } = await desk.query('posts', 'get', { postId })
    await on.rest('POST', `posts/${remoteId}`, { status: 'publish' })
    await on.visitorComment(Number(remoteId), 'Wrong year.')
    await desk.mutate('line', 'syncNow', { blogId })
    const [comment] = await desk.query('comments', 'list', { blogId, postId })
    await expect(desk.mutate('corrections', 'begin', { commentId: comment?.id ?? '' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'no-right-to-publish' },
    })
    await on.desk.close()
  })
})

describe('the answer to a correction', () => {
  test('goes behind the corrected post, also when it is let go first', async () => {
    const on = await correcting()
    await on.mend()
    const { id } = await on.update()
    const answer = await on.answer()
    expect(answer.waitsFor).toEqual([id])
    await on.desk.mutate('outbox', 'hold', { entryId: id })
    await on.desk.mutate('outbox', 'tryNow', { entryId: answer.id })
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.publicly()).toHaveLength(1)
    expect(await on.entryOf('update-post')).toMatchObject({ state: 'held', heldUntil: null })
    await on.desk.mutate('outbox', 'release', { entryId: id })
    await on.sync()
    expect(await on.publicly()).toHaveLength(2)
    await on.desk.close()
  })

  test('stays here when the corrected post is taken back, and goes when the person lets it go', async () => {
    const on = await correcting()
    await on.mend()
    const { id: entryId } = await on.update()
    await on.answer()
    await on.desk.mutate('outbox', 'cancel', { entryId })
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.publicly()).toHaveLength(1)
    const kept = await on.entryOf('send-reply')
    expect(kept).toMatchObject({ state: 'held', heldUntil: null })
    await on.desk.mutate('outbox', 'release', { entryId: kept?.id ?? '' })
    await on.sync()
    expect(await on.publicly()).toHaveLength(2)
    await on.desk.close()
  })

  test('waits for the newer words of the post in the place of the older, and keeps its place when it is rewritten', async () => {
    const on = await correcting()
    await on.mend()
    await on.update()
    const { id: answerId } = await on.answer()
    await write(on.desk, on.postId, { blocks: [paragraph('The treaty is of 27 January 1973.')] })
    const newer = await on.update()
    expect(await on.entryOf('send-reply')).toMatchObject({ state: 'held', waitsFor: [newer.id] })
    await on.desk.mutate('comments', 'editReply', { entryId: answerId, text: 'Thank you, Lan.' })
    expect(await on.entryOf('send-reply')).toMatchObject({ waitsFor: [newer.id] })
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.publicly()).toHaveLength(2)
    await on.desk.close()
  })

  test('before any correction is asked for is an answer like any other', async () => {
    const on = await correcting()
    expect((await on.answer()).waitsFor).toEqual([])
    await on.desk.close()
  })
})
