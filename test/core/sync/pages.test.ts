import { describe, expect, test } from 'vitest'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, paragraph, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

async function newPage({ desk, blogId }: DeskOnBlog, title: string): Promise<PostId> {
  const { id } = await desk.mutate('posts', 'create', { blogId, kind: 'page' })
  await write(desk, id, { title, blocks: [paragraph(`${title} of the embassy.`)] })
  return id
}

async function publishedPage(on: DeskOnBlog, title = 'Opening hours') {
  const postId = await newPage(on, title)
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('the page is not on the blog')
  on.clock.advance(60_000)
  return { postId, remoteId }
}

const sync = ({ desk, blogId }: DeskOnBlog) => desk.mutate('line', 'syncNow', { blogId })
const pagesOn = async ({ as }: DeskOnBlog) =>
  (await as('administrator').ofKind('page').listPosts({ pageNumber: 1, modifiedAfter: null })).items
const onDesk = async ({ desk, blogId }: DeskOnBlog, title: string) =>
  (await desk.query('posts', 'list', { blogId })).find((post) => post.title === title)

describe('a page', () => {
  test('goes through the outbox onto the blog as a page, and nothing of it among the posts', async () => {
    const on = await deskOnPracticeBlog()
    const { postId, remoteId } = await publishedPage(on)
    expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({
      kind: 'page',
      state: 'published',
      link: expect.stringMatching(/\/opening-hours\/$/),
    })
    expect(await on.as('editor').ofKind('page').getPost(remoteId)).toMatchObject({ status: 'publish', excerpt: '' })
    expect((await on.as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })).items).toEqual([])
    const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    expect(entry).toMatchObject({ kind: 'publish-post', state: 'done' })
    await on.desk.close()
  })

  test.each([1, 2, 3])('of which the answer to write %i was lost is there once', async (nth) => {
    const on = await deskOnPracticeBlog()
    const postId = await newPage(on, 'Contact')
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    let writeCount = 0
    on.line.fateOf = ({ isWrite }) => {
      if (isWrite) writeCount += 1
      return writeCount < nth ? 'ok' : isWrite && writeCount === nth ? 'lost-after' : 'lost-before'
    }
    await sync(on)
    on.line.fateOf = () => 'ok'
    on.clock.advance(3_600_000)
    await on.syncUntilQuiet()
    expect((await pagesOn(on)).map(({ title, status }) => ({ title, status }))).toEqual([
      { title: 'Contact', status: 'publish' },
    ])
    await on.desk.close()
  })

  test('keeps where it stands when its words are changed here', async () => {
    const on = await deskOnPracticeBlog()
    const { remoteId: parentId } = await publishedPage(on, 'Embassy')
    const { postId, remoteId } = await publishedPage(on)
    await on.rest('POST', `pages/${remoteId}`, { parent: parentId, menu_order: 4 })
    await sync(on)
    await write(on.desk, postId, { title: 'Opening hours in winter' })
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    expect(await on.as('editor').ofKind('page').getPost(remoteId)).toMatchObject({
      title: 'Opening hours in winter',
      page: { parentId, order: 4 },
      link: expect.stringMatching(/\/embassy\/opening-hours\/$/),
    })
    await on.desk.close()
  })

  test('that a colleague changed elsewhere merges with what was written here', async () => {
    const on = await deskOnPracticeBlog()
    const { postId, remoteId } = await publishedPage(on)
    await write(on.desk, postId, { title: 'When we are open' })
    await on.as('editor').ofKind('page').updatePost(remoteId, { content: '<p>From nine to four.</p>' })
    await sync(on)
    const page = await on.desk.query('posts', 'get', { postId })
    expect(page).toMatchObject({ title: 'When we are open', state: 'edited' })
    expect(JSON.stringify(page.document)).toContain('From nine to four.')
    await on.desk.close()
  })

  test('that went into the blog’s trash is off the blog here, and its posts are not', async () => {
    const on = await deskOnPracticeBlog()
    const { postId, remoteId } = await publishedPage(on)
    const { desk, blogId } = on
    const { id } = await desk.mutate('posts', 'create', { blogId })
    await write(desk, id, { title: 'A post', blocks: [paragraph('Words.')] })
    await desk.mutate('posts', 'publish', { postId: id, as: 'publish' })
    await on.syncUntilQuiet()
    await on.as('editor').ofKind('page').trashPost(remoteId)
    await sync(on)
    expect((await desk.query('posts', 'get', { postId })).remoteStatus).toBe('trash')
    expect((await desk.query('posts', 'get', { postId: id })).remoteStatus).toBe('publish')
    await desk.close()
  })

  test('has the comments that readers left under it', async () => {
    const on = await deskOnPracticeBlog()
    const { postId, remoteId } = await publishedPage(on)
    await on.rest('POST', `pages/${remoteId}`, { comment_status: 'open' })
    await on.visitorComment(remoteId, 'Are you open on Saturday?')
    await sync(on)
    const said = await on.desk.query('comments', 'list', { blogId: on.blogId, postId })
    expect(said).toMatchObject([{ postId, authorName: 'Lan' }])
    await on.desk.close()
  })

  test('is one for the next laptop of the same person too', async () => {
    const on = await deskOnPracticeBlog()
    await publishedPage(on)
    const next = await on.openAs('editor')
    const [page, ...others] = await next.desk.query('posts', 'list', { blogId: next.blogId })
    expect({ page, others }).toMatchObject({ page: { kind: 'page', title: 'Opening hours' }, others: [] })
    await on.desk.close()
    await next.desk.close()
  })
})

describe('pages of others', () => {
  test('are nothing to an account that may not edit pages: none comes down, and nothing goes wrong', async () => {
    const on = await deskOnPracticeBlog({ userName: 'author' })
    await on.rest('POST', 'pages', { title: 'Imprint', content: 'Words.', status: 'publish' })
    await on.rest('POST', 'posts', { title: 'News', content: 'Words.', status: 'publish', author: 4 })
    expect(await sync(on)).toMatchObject({ state: 'open', reason: null })
    expect(await onDesk(on, 'Imprint')).toBeUndefined()
    expect(await onDesk(on, 'News')).toMatchObject({ kind: 'post' })
    expect(on.line.seen.filter(({ path }) => path.includes('/pages'))).toEqual([])
    const [blog] = await on.desk.query('blogs', 'list')
    expect(blog?.rights).toMatchObject({ canPublish: true, canEditPages: false, canPublishPages: false })
    await on.desk.close()
  })

  test('that the site closes to programs leave its posts as they are', async () => {
    const on = await deskOnPracticeBlog()
    const page = await publishedPage(on)
    await on.rest('POST', 'posts', { title: 'News', content: 'Words.', status: 'publish' })
    const answer = () =>
      Response.json({ code: 'rest_forbidden', message: 'No.', data: { status: 403 } }, { status: 403 })
    on.line.fateOf = ({ path }) => (path.startsWith('/wp/v2/pages') ? { answer } : 'ok')
    expect(await sync(on)).toMatchObject({ state: 'open', reason: null })
    expect(await onDesk(on, 'News')).toMatchObject({ state: 'published' })
    expect((await on.desk.query('posts', 'get', { postId: page.postId })).state).toBe('published')
    await on.desk.close()
  })

  test('come down once the account may edit them', async () => {
    const on = await deskOnPracticeBlog()
    await on.rest('POST', 'pages', { title: 'Imprint', content: 'Words.', status: 'publish' })
    const { remoteId } = await on.as('editor').whoAmI()
    const capabilities = { edit_posts: true, publish_posts: true }
    const me = { id: remoteId, username: 'editor', name: 'Maren Tolvik', roles: ['desk'], capabilities }
    on.line.fateOf = ({ path }) => (path === '/wp/v2/users/me' ? { answer: () => Response.json(me) } : 'ok')
    await sync(on)
    expect(await onDesk(on, 'Imprint')).toBeUndefined()
    on.line.fateOf = () => 'ok'
    await sync(on)
    expect(await onDesk(on, 'Imprint')).toMatchObject({ kind: 'page', state: 'published' })
    await on.desk.close()
  })
})
