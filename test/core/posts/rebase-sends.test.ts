import { describe, expect, test } from 'vitest'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const MARKUP = (...texts: string[]) =>
  texts.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n')

/** A post of three paragraphs, on the blog in the state asked for, and a colleague who may change it there. */
async function sharedPost(as: 'publish' | 'pending', options: Parameters<typeof deskOnPracticeBlog>[0] = {}) {
  const on = await deskOnPracticeBlog(options)
  const postId = await newPost(on.desk, on.blogId, 'Ferries', ...['One.', 'Two.', 'Three.'].map(paragraph))
  await on.desk.mutate('posts', 'publish', { postId, as })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not sent')
  on.clock.advance(30 * 60_000)
  const colleague = on.as('administrator')
  return {
    ...on,
    postId,
    remoteId,
    colleague,
    changesLast: () => colleague.updatePost(remoteId, { content: MARKUP('One.', 'Two.', 'Three, says a colleague.') }),
    changesFirst: () => colleague.updatePost(remoteId, { content: MARKUP('One, says a colleague.', 'Two.', 'Three.') }),
    asks: () => on.desk.mutate('posts', 'publish', { postId, as }),
    textOnBlog: async () => (await colleague.getPost(remoteId)).content,
  }
}

const mine = (postId: PostId, { desk }: Pick<DeskOnBlog, 'desk'>, ...texts: string[]) =>
  write(desk, postId, { blocks: texts.map(paragraph) })

describe('an update that waits while a colleague changes another place of the post', () => {
  test('goes with both changes, and history has what each had written', async () => {
    const on = await sharedPost('publish', { holdMs: 10_000 })
    await mine(on.postId, on, 'One, says the author.', 'Two.', 'Three.')
    await on.asks()
    await on.changesLast()
    await on.syncUntilQuiet()
    expect(await on.textOnBlog()).toBe(MARKUP('One, says the author.', 'Two.', 'Three, says a colleague.'))
    const entries = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    expect(entries.map(({ kind, state, mergedAt }) => [kind, state, mergedAt !== null])).toEqual([
      ['update-post', 'done', true],
      ['publish-post', 'done', false],
    ])
    const post = await on.desk.query('posts', 'get', { postId: on.postId })
    expect(post.state).toBe('published')
    expect(documentToText(post.document)).toContain('a colleague')
    const history = await on.desk.query('posts', 'history', { postId: on.postId })
    expect(history.map(({ why }) => why)).toEqual(expect.arrayContaining(['sent', 'received', 'merged']))
    await on.desk.close()
  })

  test('takes it in at the very moment of sending, and what was typed meanwhile keeps its place', async () => {
    const on = await sharedPost('publish')
    await mine(on.postId, on, 'One, says the author.', 'Two.', 'Three.')
    await on.asks()
    await mine(on.postId, on, 'One, says the author.', 'Two.', 'Three.', 'Four, later.')
    await on.changesLast()
    on.clock.advance(60_000)
    await on.syncUntilQuiet()
    expect(await on.textOnBlog()).toBe(MARKUP('One, says the author.', 'Two.', 'Three, says a colleague.'))
    const post = await on.desk.query('posts', 'get', { postId: on.postId })
    expect([post.state, documentToText(post.document)]).toEqual([
      'edited',
      'One, says the author.\nTwo.\nThree, says a colleague.\nFour, later.',
    ])
    await on.desk.close()
  })

  test('asks, and sends nothing, when both changed the same words', async () => {
    const on = await sharedPost('publish')
    await mine(on.postId, on, 'One, says the author.', 'Two.', 'Three.')
    await on.asks()
    await on.changesFirst()
    on.clock.advance(60_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect((await on.desk.query('posts', 'get', { postId: on.postId })).state).toBe('needs-you')
    expect(await on.textOnBlog()).toBe(MARKUP('One, says a colleague.', 'Two.', 'Three.'))
    await on.desk.close()
  })
})

test('a draft that a colleague wrote into is not published before the person has seen it', async () => {
  const on = await sharedPost('pending')
  await mine(on.postId, on, 'One, says the author.', 'Two.', 'Three.')
  await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
  await on.changesLast()
  on.clock.advance(60_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect((await on.colleague.getPost(on.remoteId)).status).toBe('pending')
  expect((await on.desk.query('posts', 'get', { postId: on.postId })).state).toBe('needs-you')
  await on.desk.close()
})
