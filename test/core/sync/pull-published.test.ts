import { describe, expect, test } from 'vitest'
import type { BlogId, PostId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { findAll } from '../search/find-all.ts'

const onlyToRead = { data: { kind: 'not-allowed-now', why: 'only-to-read' } }

/** A contributor's post that an editor published, with a reader's question under it. */
async function published() {
  const on = await deskOnPracticeBlog({ userName: 'contributor' })
  const postId = await newPost(on.desk, on.blogId, 'Rain in March')
  await on.desk.mutate('posts', 'publish', { postId, as: 'pending' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('the post did not get to the blog')
  await on.rest('POST', `posts/${remoteId}`, { status: 'publish' })
  await on.visitorComment(remoteId, 'When does it stop?')
  await approveAll(on, remoteId)
  return { on, postId, remoteId }
}

async function approveAll(on: DeskOnBlog, remoteId: RemotePostId): Promise<void> {
  const which = { pageNumber: 1, after: null, postIds: [remoteId], authorId: null, canModerate: true }
  const { items } = await on.as('administrator').listComments(which)
  for (const { remoteId: id, status } of items)
    if (status === 'hold') await on.as('administrator').setCommentStatus(id, 'approved')
}

const inMarkup = (...texts: string[]): string =>
  texts.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n')

const sync = (desk: TestDesk, blogId: BlogId) => desk.mutate('line', 'syncNow', { blogId })

async function textOf(desk: TestDesk, postId: PostId): Promise<string> {
  return JSON.stringify((await desk.query('posts', 'get', { postId })).document.content)
}

describe('what a contributor wrote and an editor published', () => {
  test('comes down on a new laptop once, to be read, with what readers say under it', async () => {
    const { on, remoteId } = await published()
    await on.rest('POST', `posts/${remoteId}`, {
      content: inMarkup('It rains &amp; <strong>rains</strong>.', 'Boots.'),
    })
    const laptop = on.openOther(temporaryFolder())
    const blogId = await on.signIn(laptop)
    await sync(laptop, blogId)
    await sync(laptop, blogId)
    await findAll(laptop, 'rain')
    const posts = await laptop.query('posts', 'list', { blogId })
    expect(posts).toMatchObject([
      { title: 'Rain in March', state: 'published', isOnlyToRead: true, wordCount: 4, commentCount: 1 },
    ])
    const postId = posts[0]?.id as PostId
    expect((await laptop.query('posts', 'get', { postId })).document.content).toMatchObject([
      { type: 'paragraph', content: [{ text: 'It rains & ' }, { text: 'rains', marks: [{ type: 'bold' }] }, {}] },
      { type: 'paragraph', content: [{ text: 'Boots.' }] },
    ])
    const thread = await laptop.query('comments', 'list', { blogId, postId })
    expect(thread.map(({ contentHtml }) => contentHtml)).toEqual([expect.stringContaining('When does it stop?')])
    await expect(write(laptop, postId, { title: 'Mine' })).rejects.toMatchObject(onlyToRead)
    await expect(laptop.mutate('posts', 'publish', { postId, as: 'pending' })).rejects.toMatchObject(onlyToRead)
    expect(await laptop.query('outbox', 'list', { blogId })).toEqual([])
    await laptop.close()
    await on.desk.close()
  })

  test('is asked for again only when it was changed, and then shows the new text', async () => {
    const { on, remoteId } = await published()
    const laptop = on.openOther(temporaryFolder())
    const blogId = await on.signIn(laptop)
    await sync(laptop, blogId)
    const [post] = await laptop.query('posts', 'list', { blogId })
    const isReading = ({ path }: { path: string }): boolean => path.includes('include')
    on.line.seen.length = 0
    await sync(laptop, blogId)
    expect(on.line.seen.filter(isReading)).toEqual([])
    on.clock.advance(60_000)
    await on.rest('POST', `posts/${remoteId}`, { content: inMarkup('It is dry.') })
    await sync(laptop, blogId)
    expect(await textOf(laptop, post?.id as PostId)).toContain('It is dry.')
    await laptop.close()
    await on.desk.close()
  })

  test('on the laptop it was written on is the same post, and what the editor made of it is read there', async () => {
    const { on, postId, remoteId } = await published()
    await on.rest('POST', `posts/${remoteId}`, { content: inMarkup('As the editor has it.') })
    await sync(on.desk, on.blogId)
    expect(await on.desk.query('posts', 'list', { blogId: on.blogId })).toMatchObject([
      { id: postId, state: 'published', isOnlyToRead: true },
    ])
    expect(await textOf(on.desk, postId)).toContain('As the editor has it.')
    await on.rest('POST', `posts/${remoteId}`, { status: 'draft' })
    on.clock.advance(2 * 3_600_000)
    await sync(on.desk, on.blogId)
    await write(on.desk, postId, { title: 'Mine again' })
    expect(await on.desk.query('posts', 'list', { blogId: on.blogId })).toMatchObject([
      { id: postId, title: 'Mine again', isOnlyToRead: false },
    ])
    await on.desk.close()
  })

  test('never takes the place of words that were not sent', async () => {
    const { on, postId, remoteId } = await published()
    await write(on.desk, postId, { blocks: [paragraph('What I would add.')] })
    await on.rest('POST', `posts/${remoteId}`, { content: inMarkup('As the editor has it.') })
    await sync(on.desk, on.blogId)
    expect(await textOf(on.desk, postId)).toContain('What I would add.')
    expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({ isOnlyToRead: false })
    await on.desk.close()
  })

  test('is not taken for vanished, however many there are', async () => {
    const on = await deskOnPracticeBlog({ userName: 'contributor' })
    for (let each = 1; each <= 12; each += 1) {
      const { remoteId } = await on.as('contributor').createDraft({ slug: `post-${each}`, title: `Post ${each}` })
      await on.rest('POST', `posts/${remoteId}`, { status: 'publish', content: inMarkup('Text.') })
    }
    await sync(on.desk, on.blogId)
    on.clock.advance(2 * 3_600_000)
    expect(await sync(on.desk, on.blogId)).toMatchObject({ vanished: null })
    const list = () => on.desk.query('posts', 'list', { blogId: on.blogId })
    expect((await list()).filter(({ isOnlyToRead, state }) => isOnlyToRead && state === 'published')).toHaveLength(12)
    await on.desk.close()
  })
})
