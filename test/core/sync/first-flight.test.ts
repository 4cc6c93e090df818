import { describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { captivePage } from '../../fakes/faulty-fetch.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { choicesEverywhere } from '../../support/open-desk.ts'

const publicPosts = async (api: ReturnType<Awaited<ReturnType<typeof deskOnPracticeBlog>>['as']>) =>
  (await api.listPosts({ pageNumber: 1, modifiedAfter: null })).items.filter(({ status }) => status === 'publish')

describe('a post on its way to the blog', () => {
  test('goes public once, as written, and its receipt is read back from the blog', async () => {
    const { desk, blogId, as, visit, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(
      desk,
      blogId,
      'What the delta taught me',
      paragraph('Three provinces and two boats.'),
      paragraph('سؤال واحد'),
    )
    await write(desk, postId, { tags: ['delta', 'rice'], excerpt: 'Two boats.' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()

    const [post, ...others] = await publicPosts(as('administrator'))
    expect(others).toEqual([])
    expect(post).toMatchObject({
      title: 'What the delta taught me',
      excerpt: 'Two boats.',
      slug: 'what-the-delta-taught-me',
      content:
        '<!-- wp:paragraph -->\n<p>Three provinces and two boats.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">سؤال واحد</p>\n<!-- /wp:paragraph -->',
    })
    const [entry] = await desk.query('outbox', 'list', { blogId })
    expect(entry).toMatchObject({
      state: 'done',
      receipt: { url: post?.link, remoteStatus: 'publish', siteZone: 'Asia/Ho_Chi_Minh', siteTime: '2026-11-21 14:02' },
    })
    expect(await visit(new URL(post?.link ?? '').pathname)).toContain('Three provinces and two boats.')
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ state: 'published', tags: ['delta', 'rice'] })
    await desk.close()
  })

  test('twenty clicks on publish are one act', async () => {
    const { desk, blogId, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Once')
    const clicks = Array.from({ length: 20 }, () => desk.mutate('posts', 'publish', { postId, as: 'publish' }))
    const ids = new Set((await Promise.all(clicks)).map(({ id }) => id))
    await syncUntilQuiet()
    expect(ids.size).toBe(1)
    expect(await publicPosts(as('administrator'))).toHaveLength(1)
    await desk.close()
  })

  test('nothing leaves within the undo window, and after an undo nothing ever does', async () => {
    const { desk, blogId, line, clock, as } = await deskOnPracticeBlog({ holdMs: 10_000 })
    const postId = await newPost(desk, blogId, 'Too soon')
    const entry = await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    clock.advance(9_999)
    await desk.mutate('line', 'syncNow', { blogId })
    await desk.mutate('outbox', 'cancel', { entryId: entry.id })
    clock.advance(60_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
    expect(await publicPosts(as('administrator'))).toEqual([])
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ state: 'draft', title: 'Too soon' })
    await desk.close()
  })

  test('words written while it was on its way stay here and are not sent', async () => {
    const { desk, blogId, line, as } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Sent words')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    let isWritten = false
    line.onRequest = ({ isWrite }) => {
      if (!isWrite || isWritten) return
      isWritten = true
      void write(desk, postId, { title: 'Words after' })
    }
    await desk.mutate('line', 'syncNow', { blogId })
    const [post] = await publicPosts(as('administrator'))
    expect(post?.title).toBe('Sent words')
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Words after', state: 'edited' })
    await desk.close()
  })

  test('an update sends only what was changed and leaves the rest of the post alone', async () => {
    const { desk, blogId, as, line, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'First title', paragraph('One.'), paragraph('Two.'))
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    await write(desk, postId, { title: 'Second title' })
    line.seen.length = 0
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    expect(line.seen.filter(({ isWrite }) => isWrite)).toHaveLength(1)
    expect(await publicPosts(as('administrator'))).toMatchObject([{ title: 'Second title', slug: 'first-title' }])
    await desk.close()
  })

  test('a contributor cannot publish, and sends for review instead', async () => {
    const { desk, blogId, as, syncUntilQuiet } = await deskOnPracticeBlog({ userName: 'contributor' })
    const postId = await newPost(desk, blogId, 'Please look')
    await expect(desk.mutate('posts', 'publish', { postId, as: 'publish' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'no-right-to-publish' },
    })
    await desk.mutate('posts', 'publish', { postId, as: 'pending' })
    await syncUntilQuiet()
    const { items } = await as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })
    expect(items).toMatchObject([{ title: 'Please look', status: 'pending' }])
    await desk.close()
  })
})

describe('when both sides changed a post', () => {
  async function changedOnBoth() {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'Shared', paragraph('As agreed.'))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    const [remote] = await publicPosts(on.as('administrator'))
    if (!remote) throw new Error('not published')
    on.clock.advance(60_000)
    await on.as('administrator').updatePost(remote.remoteId, { title: 'A colleague’s title' })
    await write(on.desk, postId, { title: 'My title' })
    return { ...on, postId, remoteId: remote.remoteId }
  }

  test('nothing is overwritten on either side, and the person is asked', async () => {
    const { desk, blogId, postId, as, remoteId } = await changedOnBoth()
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await desk.mutate('line', 'syncNow', { blogId })
    expect((await as('administrator').getPost(remoteId)).title).toBe('A colleague’s title')
    const [entry] = await desk.query('outbox', 'list', { blogId })
    expect(entry).toMatchObject({ state: 'needs-you', reason: { kind: 'conflict', code: 'changed-on-both' } })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'My title', state: 'needs-you' })
    await desk.close()
  })

  test('a pull keeps both texts: mine on the desk, theirs in history', async () => {
    const { desk, blogId, postId } = await changedOnBoth()
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'My title', state: 'changed-on-both' })
    const titles = (await desk.query('posts', 'history', { postId })).map(({ title, why }) => `${why}: ${title}`)
    expect(titles).toContain('received: A colleague’s title')
    await desk.close()
  })

  test('choosing mine sends nothing by itself; publishing then does', async () => {
    const { desk, blogId, postId, as, remoteId, syncUntilQuiet } = await changedOnBoth()
    await desk.mutate('line', 'syncNow', { blogId })
    await desk.mutate('posts', 'resolve', { postId, choices: await choicesEverywhere(desk, postId, 'mine') })
    await syncUntilQuiet()
    expect((await as('administrator').getPost(remoteId)).title).toBe('A colleague’s title')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    expect((await as('administrator').getPost(remoteId)).title).toBe('My title')
    await desk.close()
  })

  test('choosing the blog’s text leaves mine in history', async () => {
    const { desk, blogId, postId } = await changedOnBoth()
    await desk.mutate('line', 'syncNow', { blogId })
    await desk.mutate('posts', 'resolve', { postId, choices: await choicesEverywhere(desk, postId, 'theirs') })
    expect((await desk.query('posts', 'get', { postId })).title).toBe('A colleague’s title')
    const titles = (await desk.query('posts', 'history', { postId })).map(({ title, why }) => `${why}: ${title}`)
    expect(titles).toContain('before-receive: My title')
    await desk.close()
  })

  test('a conflict without a choice is not settled', async () => {
    const { desk, blogId, postId } = await changedOnBoth()
    await desk.mutate('line', 'syncNow', { blogId })
    await expect(desk.mutate('posts', 'resolve', { postId, choices: {} })).rejects.toMatchObject({
      data: { kind: 'invalid-input', field: 'choices' },
    })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'My title', state: 'changed-on-both' })
    await desk.close()
  })
})

describe('when both sides changed different places', () => {
  async function changedApart() {
    const on = await deskOnPracticeBlog()
    const postId = await newPost(on.desk, on.blogId, 'Shared', paragraph('The first.'), paragraph('The second.'))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    const [remote] = await publicPosts(on.as('administrator'))
    if (!remote) throw new Error('not published')
    on.clock.advance(60_000)
    const content = remote.content.replace('The second.', 'The second, by a colleague.')
    await on.as('administrator').updatePost(remote.remoteId, { content })
    const { document } = await on.desk.query('posts', 'get', { postId })
    const blocks = document.content.map((block, index) =>
      index === 0 ? { ...block, content: [{ type: 'text', text: 'The first, by me.' }] } : block,
    )
    await write(on.desk, postId, { blocks: blocks as BlockNode[] })
    return { ...on, postId, remoteId: remote.remoteId }
  }
  const texts = (post: { document: { content: BlockNode[] } }): string[] =>
    post.document.content.map((block) => ('content' in block ? JSON.stringify(block.content) : ''))

  test('a pull merges them by itself, and both versions are in history', async () => {
    const { desk, blogId, postId } = await changedApart()
    await desk.mutate('line', 'syncNow', { blogId })
    const post = await desk.query('posts', 'get', { postId })
    expect(post.state).toBe('edited')
    expect(texts(post).join()).toMatch(/The first, by me\..*The second, by a colleague\./)
    const whys = (await desk.query('posts', 'history', { postId })).map(({ why }) => why)
    expect(whys).toEqual(expect.arrayContaining(['before-receive', 'received', 'merged']))
    await desk.close()
  })

  test('a picture that is only on this laptop survives the merge', async () => {
    const { desk, blogId, postId } = await changedApart()
    const picture = await desk.mutate('media', 'add', { fileName: 'ferry.png', bytes: onePixelPng() })
    const { document } = await desk.query('posts', 'get', { postId })
    const attrs = { mediaId: picture.id, remoteId: null, url: null, alt: 'A ferry', caption: '', source: null }
    await write(desk, postId, { blocks: [...document.content, { type: 'picture', attrs }] })
    await desk.mutate('line', 'syncNow', { blogId })
    const post = await desk.query('posts', 'get', { postId })
    expect(post.document.content.find(({ type }) => type === 'picture')).toMatchObject({
      attrs: { mediaId: picture.id, url: null },
    })
    await desk.close()
  })
})

describe('a line that is not the blog', () => {
  test('a hotel page sends nothing, is named, and the post goes once the line is there', async () => {
    const { desk, blogId, line, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'From the lobby')
    line.seen.length = 0
    line.fateOf = () => ({ answer: captivePage })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const closed = await desk.mutate('line', 'syncNow', { blogId })
    expect(closed).toMatchObject({
      state: 'closed',
      waitingCount: 1,
      reason: { kind: 'not-the-blog', why: 'captive-portal' },
    })
    expect(line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
    line.fateOf = () => 'ok'
    await syncUntilQuiet()
    expect(await publicPosts(as('administrator'))).toMatchObject([{ title: 'From the lobby' }])
    await desk.close()
  })

  test('without a line everything stays writable and waits', async () => {
    const { desk, blogId, line } = await deskOnPracticeBlog()
    line.fateOf = () => 'lost-before'
    const postId = await newPost(desk, blogId, 'On the plane')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    expect(await desk.mutate('line', 'syncNow', { blogId })).toMatchObject({
      state: 'closed',
      reason: { kind: 'offline' },
      waitingCount: 1,
    })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ state: 'waits', title: 'On the plane' })
    await desk.close()
  })

  test('a password that no longer holds is said, keeps everything, and the post goes after signing in again', async () => {
    const { desk, blogId, line, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Still mine')
    const refused = (): Response => Response.json({ code: 'incorrect_password', message: '' }, { status: 401 })
    line.fateOf = ({ path }) => (path.startsWith('/wp/v2') ? { answer: refused } : 'ok')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    expect(await desk.mutate('line', 'syncNow', { blogId })).toMatchObject({
      state: 'closed',
      reason: { kind: 'unauthorized' },
    })
    line.fateOf = () => 'ok'
    await syncUntilQuiet()
    expect(await publicPosts(as('administrator'))).toHaveLength(1)
    await desk.close()
  })
})

describe('a schedule', () => {
  const at = (iso: string): { as: 'publish'; publishAt: string } => ({ as: 'publish', publishAt: iso })

  test('is kept by the blog, which makes the post public at its time', async () => {
    const { desk, blogId, as, clock, syncUntilQuiet } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Tomorrow')
    await desk.mutate('posts', 'publish', { postId, ...at('2026-11-22T08:00:00.000Z') })
    await syncUntilQuiet()
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({
      state: 'scheduled',
      publishedAt: '2026-11-22T08:00:00.000Z',
    })
    expect(await publicPosts(as('administrator'))).toEqual([])
    clock.advance(26 * 3_600_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await publicPosts(as('administrator'))).toMatchObject([
      { title: 'Tomorrow', publishedAt: '2026-11-22T08:00:00.000Z' },
    ])
    await desk.close()
  })

  test('that passed without a line is not published late in silence: nothing goes and the person is asked', async () => {
    const { desk, blogId, as, clock, line } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Too late')
    await desk.mutate('posts', 'publish', { postId, ...at('2026-11-21T08:00:00.000Z') })
    clock.advance(2 * 3_600_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect((await desk.query('outbox', 'list', { blogId }))[0]).toMatchObject({
      state: 'needs-you',
      reason: { kind: 'not-allowed-now', why: 'schedule-passed' },
    })
    expect(await publicPosts(as('administrator'))).toEqual([])
    expect(line.seen.filter(({ method, path }) => method === 'POST' && /posts\/\d+/.test(path))).toEqual([])
    await desk.close()
  })

  test('in the past is refused at once', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Yesterday')
    await expect(desk.mutate('posts', 'publish', { postId, ...at('2026-11-20T08:00:00.000Z') })).rejects.toMatchObject({
      data: { kind: 'invalid-input', field: 'publishAt', rule: 'in-the-past' },
    })
    await desk.close()
  })
})

describe('comments', () => {
  test('a visitor’s comment comes down, the reply waits without a line and arrives under it once', async () => {
    const { desk, blogId, line, as, syncUntilQuiet, visitorComment } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Ask me')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    const [remote] = await publicPosts(as('administrator'))
    await visitorComment(Number(remote?.remoteId), 'When do the scholarships open?')
    await desk.mutate('line', 'syncNow', { blogId })
    const [comment] = await desk.query('comments', 'list', { blogId, postId })
    expect(comment).toMatchObject({ authorName: 'Lan', isUnanswered: true, isRead: false })

    line.fateOf = () => 'lost-before'
    await desk.mutate('comments', 'reply', {
      commentId: comment?.id ?? '',
      text: 'In March. I will post the date here.',
    })
    await desk.mutate('line', 'syncNow', { blogId })
    const waiting = await desk.query('comments', 'list', { blogId, postId })
    expect(waiting.map(({ entry, isUnanswered }) => [entry?.state ?? null, isUnanswered])).toEqual([
      [null, false],
      ['ready', false],
    ])

    line.fateOf = () => 'ok'
    await syncUntilQuiet()
    const answered = await desk.query('comments', 'list', { blogId, postId })
    expect(answered.map(({ isMine, parentId, entry }) => ({ isMine, parentId, entry }))).toEqual([
      { isMine: false, parentId: null, entry: null },
      { isMine: true, parentId: comment?.id, entry: null },
    ])
    await desk.close()
  })
})

describe('pictures', () => {
  test('go before the post that shows them, and are shown from this laptop afterwards', async () => {
    const { desk, blogId, as, syncUntilQuiet } = await deskOnPracticeBlog()
    const picture = await desk.mutate('media', 'add', { fileName: 'ferry.png', bytes: onePixelPng() })
    const block: BlockNode = {
      type: 'picture',
      attrs: {
        mediaId: picture.id,
        remoteId: null,
        url: null,
        alt: 'A ferry at dawn',
        caption: 'The 6.10 ferry',
        source: null,
      },
    }
    const postId = await newPost(desk, blogId, 'Dawn', paragraph('Look.'), block)
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    const [post] = await publicPosts(as('administrator'))
    expect(post?.content).toMatch(
      /<img src="https:\/\/blog\.example\/wp-content\/uploads\/[^"]+\.png" alt="A ferry at dawn" class="wp-image-\d+"\/>/,
    )
    const after = await desk.query('posts', 'get', { postId })
    expect(after.document.content.find(({ type }) => type === 'picture')).toMatchObject({
      attrs: { mediaId: picture.id },
    })
    expect(after.state).toBe('published')
    await desk.close()
  })

  test('what is no picture is refused by its bytes, whatever it is called', async () => {
    const { desk } = await deskOnPracticeBlog()
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    await expect(desk.mutate('media', 'add', { fileName: 'photo.jpg', bytes })).rejects.toMatchObject({
      data: { kind: 'unsupported-file', fileName: 'photo.jpg' },
    })
    await desk.close()
  })
})

/** The smallest PNG there is: one grey pixel. */
const onePixelPng = () =>
  new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
