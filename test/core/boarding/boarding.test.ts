import { describe, expect, test, vi } from 'vitest'
import type { BoardingBlog, BoardingCheck, BoardingLine } from '../../../src/shared/domain/boarding.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { captivePage } from '../../fakes/faulty-fetch.ts'
import { deskOnPracticeBlog, newPost, write, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const HOUR_MS = 3_600_000
const OWN = 'https://blog.example/wp-content/uploads'

type Options = Parameters<typeof deskOnPracticeBlog>[0]
const onEmbassy = (options: Options = {}): Promise<DeskOnBlog> =>
  deskOnPracticeBlog({ contents: 'embassy', ...options })

const check = (on: DeskOnBlog): Promise<BoardingCheck> => on.desk.query('boarding', 'check')
async function blogOf(on: DeskOnBlog): Promise<BoardingBlog> {
  const [blog] = (await check(on)).blogs
  if (!blog) throw new Error('no blog is signed in')
  return blog
}
async function lineOf<What extends BoardingLine['what']>(on: DeskOnBlog, what: What) {
  const line = (await blogOf(on)).lines.find((each) => each.what === what)
  if (!line) throw new Error(`no line for ${what}`)
  return line as BoardingLine & { what: What }
}
async function bringDown(on: DeskOnBlog): Promise<BoardingBlog> {
  await on.desk.mutate('boarding', 'bringDown')
  await vi.waitFor(async () => expect((await check(on)).isRunning).toBe(false), { interval: 1, timeout: 20_000 })
  return blogOf(on)
}
/** Bringing down on a line that costs, until it asks about the pictures. */
async function untilAsked(on: DeskOnBlog): Promise<void> {
  await on.desk.mutate('settings', 'set', { isLineMetered: true })
  await on.desk.mutate('boarding', 'bringDown')
  await vi.waitFor(async () => expect(await blogOf(on)).toMatchObject({ run: { step: 'asking', totalCount: 3 } }), {
    interval: 1,
  })
  expect((await blogOf(on)).run?.totalBytes).toBeGreaterThan(10_000)
}
/** Requests of the desk for files of the blog's library. */
const filesAsked = (on: DeskOnBlog): string[] =>
  on.line.seen.flatMap(({ path }) => (path.startsWith('/wp-content/') ? [path] : []))

/** A post of the administrator with this markup, brought to the desk as text. */
async function postWith(on: DeskOnBlog, content: string): Promise<PostId> {
  const blog = on.as('administrator')
  const { remoteId } = await blog.createDraft({ slug: 'with-pictures', title: 'With pictures' })
  await blog.updatePost(remoteId, { content })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const post = (await on.desk.query('posts', 'list', { blogId: on.blogId })).find(
    ({ title }) => title === 'With pictures',
  )
  if (!post) throw new Error('the post did not come down')
  return post.id
}
const image = (url: string): string =>
  `<!-- wp:image -->\n<figure class="wp-block-image"><img src="${url}" alt=""/></figure>\n<!-- /wp:image -->`

describe('bringing everything down', () => {
  test('makes each line green, and the pictures of a post are read from this laptop', async () => {
    const on = await onEmbassy()
    expect(await lineOf(on, 'pictures')).toMatchObject({ isReady: false, hereCount: 0, toBringCount: 3 })
    expect((await check(on)).isReady).toBe(false)
    expect(await bringDown(on)).toMatchObject({ isReady: true, run: null, end: { failedCount: 0, stoppedBy: null } })
    const pictures = await lineOf(on, 'pictures')
    expect(pictures).toMatchObject({ isReady: true, hereCount: 3, toBringCount: 0, lostCount: 0, elsewhereCount: 0 })
    expect(pictures.hereBytes).toBeGreaterThan(10_000)
    expect(on.desk.events.filter(({ topic }) => topic === 'boarding').length).toBeGreaterThan(2)

    on.line.fateOf = () => 'lost-before'
    const posts = await on.desk.query('posts', 'list', { blogId: on.blogId })
    const shown = await Promise.all(posts.map(({ id }) => on.desk.query('media', 'shownIn', { postId: id })))
    expect(shown.flat()).toHaveLength(3)
    for (const { url, mediaId } of shown.flat()) {
      expect(url.startsWith(OWN)).toBe(true)
      const { bytes, mimeType } = await on.desk.query('media', 'read', { mediaId })
      expect([mimeType, bytes.byteLength > 1000]).toEqual(['image/png', true])
    }
    await on.desk.close()
  })

  test.each([
    ['fetched after a yes', true, 3],
    ['left after a no', false, 0],
  ])('on a line that costs the pictures are asked for with their size, and %s', async (_how, isWanted, hereCount) => {
    const on = await onEmbassy()
    await untilAsked(on)
    expect(filesAsked(on)).toEqual([])
    await on.desk.mutate('boarding', 'answerPictures', { blogId: on.blogId, isWanted })
    await vi.waitFor(async () => expect((await check(on)).isRunning).toBe(false), { interval: 1 })
    expect(await blogOf(on)).toMatchObject({ run: null, end: { failedCount: 0, stoppedBy: null } })
    expect(await lineOf(on, 'pictures')).toMatchObject({ hereCount, toBringCount: 3 - hereCount })
    expect(filesAsked(on)).toHaveLength(hereCount)
    // Answered once: a second press, or one that comes too late, begins nothing.
    await on.desk.mutate('boarding', 'answerPictures', { blogId: on.blogId, isWanted: true })
    expect(await check(on)).toMatchObject({ isRunning: false, blogs: [{ run: null }] })
    await on.desk.close()
    expect(filesAsked(on)).toHaveLength(hereCount)
  })

  test('while the pictures of one blog are asked about, the texts of every other are here', async () => {
    const on = await onEmbassy()
    const { id: other } = await on.desk.mutate('blogs', 'connectPractice')
    await untilAsked(on)
    const lines = await on.desk.query('line', 'list')
    expect(lines.find(({ blogId }) => blogId === other)?.lastSyncedAt).toEqual(expect.any(String))
    await on.desk.mutate('boarding', 'answerPictures', { blogId: on.blogId, isWanted: false })
    await vi.waitFor(async () => expect((await check(on)).isRunning).toBe(false), { interval: 1 })
    expect((await check(on)).blogs).toMatchObject([
      { run: null, end: { stoppedBy: null } },
      { run: null, end: { stoppedBy: null } },
    ])
    await on.desk.close()
  })

  test('stopped, or ended, while the pictures are asked about, fetches none', async () => {
    const on = await onEmbassy()
    await untilAsked(on)
    await on.desk.mutate('boarding', 'stop')
    expect(await blogOf(on)).toMatchObject({ run: null, end: { stoppedBy: 'person' } })
    await untilAsked(on)
    await on.desk.close()
    expect(filesAsked(on)).toEqual([])
  })

  test('stopped in the middle keeps what is here, and goes on with the rest', async () => {
    const on = await onEmbassy()
    on.line.fateOf = ({ path }) =>
      path.startsWith('/wp-content/') && filesAsked(on).length === 3 ? 'unanswered' : 'ok'
    await on.desk.mutate('boarding', 'bringDown')
    await vi.waitFor(async () => expect((await lineOf(on, 'pictures')).hereCount).toBe(2), { interval: 1 })
    expect(await blogOf(on)).toMatchObject({ run: { step: 'pictures', totalCount: 3 } })
    await on.desk.mutate('boarding', 'stop')
    expect(await blogOf(on)).toMatchObject({ run: null, end: { stoppedBy: 'person' } })
    on.line.seen.length = 0
    expect(await bringDown(on)).toMatchObject({ isReady: true })
    expect(filesAsked(on)).toHaveLength(1)
    await on.desk.close()
  })

  test('ends with the reason when the line breaks, and everything it had is kept', async () => {
    const on = await onEmbassy()
    on.line.fateOf = ({ path }) => (path.startsWith('/wp-content/') && filesAsked(on).length > 1 ? 'lost-before' : 'ok')
    expect(await bringDown(on)).toMatchObject({ isReady: false, end: { stoppedBy: { kind: 'offline' } } })
    expect((await lineOf(on, 'pictures')).toBringCount).toBeLessThan(3)
    on.line.fateOf = () => 'lost-before'
    expect(await bringDown(on)).toMatchObject({ end: { stoppedBy: { kind: 'offline' } } })
    on.line.fateOf = () => 'ok'
    expect(await bringDown(on)).toMatchObject({ isReady: true, end: { stoppedBy: null } })
    await on.desk.close()
  })

  test('takes a hotel’s page for no picture, and the hotel for no blog', async () => {
    const on = await onEmbassy()
    let isInHotel = false
    on.line.fateOf = ({ path }) => {
      isInHotel ||= path.startsWith('/wp-content/')
      return isInHotel ? { answer: captivePage } : 'ok'
    }
    expect(await bringDown(on)).toMatchObject({ end: { stoppedBy: { kind: 'not-the-blog' } } })
    expect(await lineOf(on, 'pictures')).toMatchObject({ toBringCount: 3, lostCount: 0 })
    await on.desk.close()
  })

  test('counts what the blog itself cannot give, and does not ask for it for ever', async () => {
    const on = await deskOnPracticeBlog()
    const names = [`${OWN}/gone.png`, '/wp-content/uploads/relative.png', `${OWN}/bomb.png`]
    await postWith(on, names.map(image).join('\n\n'))
    const svg = (): Response =>
      new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { 'content-type': 'image/svg+xml' } })
    /** The head of a PNG of 60,000 by 60,000 pixels. */
    const head = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex')
    on.line.fateOf = ({ path }) =>
      path.endsWith('relative.png')
        ? { answer: svg }
        : path.endsWith('bomb.png')
          ? { answer: () => new Response(Uint8Array.from(head)) }
          : 'ok'
    expect(await bringDown(on)).toMatchObject({ isReady: true, end: { failedCount: 3 } })
    expect(await lineOf(on, 'pictures')).toMatchObject({ isReady: true, hereCount: 0, lostCount: 3 })
    on.line.seen.length = 0
    await bringDown(on)
    expect(filesAsked(on)).toEqual([])
    await on.desk.close()
  })

  test('a picture that was only slow to come is asked for again', async () => {
    const on = await onEmbassy()
    on.line.fateOf = ({ path }) => (path.endsWith('mangrove-morning.png') ? 'lost-after' : 'ok')
    expect(await bringDown(on)).toMatchObject({ isReady: false, end: { failedCount: 1, stoppedBy: null } })
    on.line.fateOf = () => 'ok'
    expect(await bringDown(on)).toMatchObject({ isReady: true, end: { failedCount: 0 } })
    await on.desk.close()
  })

  test('asks no other site for anything', async () => {
    const on = await deskOnPracticeBlog()
    await postWith(on, image('https://elsewhere.example/ferry.png'))
    on.line.seen.length = 0
    expect(await bringDown(on)).toMatchObject({ isReady: true })
    expect(await lineOf(on, 'pictures')).toMatchObject({ isReady: true, elsewhereCount: 1, toBringCount: 0 })
    expect(on.line.seen.filter(({ path }) => path.includes('ferry'))).toEqual([])
    await on.desk.close()
  })

  test('brings the file nearest to reading size that the blog has of a picture', async () => {
    const on = await onEmbassy()
    const [width, smaller] = [4000, `${OWN}/smaller.png`]
    const png = await on.as('editor').readPicture(await firstPicture(on), { maxBytes: 1e7 })
    on.line.fateOf = ({ path }) => {
      if (path === '/wp/v2/media') {
        const sizes = {
          medium: { width: 300, source_url: `${OWN}/300.png` },
          large: { width: 1024, filesize: 1234, source_url: smaller },
          full: { width, source_url: `${OWN}/full.png` },
          odd: 'what a plugin wrote',
        }
        const details = { width, filesize: 9_000_000, sizes }
        const ids = Array.from({ length: 100 }, (_, index) => index)
        return {
          answer: () =>
            Response.json(ids.map((id) => ({ id: id + 1, source_url: `${OWN}/full.png`, media_details: details }))),
        }
      }
      return path.startsWith('/wp-content/') ? { answer: () => new Response(Uint8Array.from(png)) } : 'ok'
    }
    await bringDown(on)
    expect(filesAsked(on)).toEqual([1, 2, 3].map(() => '/wp-content/uploads/smaller.png'))
    await on.desk.close()
  })

  test('leaves room on the disk for the person’s own words', async () => {
    let freeBytes = 200_000_000
    const on = await onEmbassy({ freeBytes: () => freeBytes })
    expect(await bringDown(on)).toMatchObject({ end: { stoppedBy: { kind: 'database', reason: 'full' } } })
    expect(await check(on)).toMatchObject({ isReady: false, disk: { isReady: false, freeBytes } })
    expect(filesAsked(on)).toEqual([])
    freeBytes = 20_000_000_000
    await bringDown(on)
    expect(await check(on)).toMatchObject({ isReady: true, disk: { isReady: true } })
    await on.desk.close()
  })

  test('goes on with a pull that the person had paused', async () => {
    const on = await onEmbassy()
    await on.desk.mutate('line', 'setPaused', { blogId: on.blogId, isPaused: true })
    await on.as('administrator').createDraft({ slug: 'new', title: 'Written meanwhile' })
    await bringDown(on)
    const titles = (await on.desk.query('posts', 'list', { blogId: on.blogId })).map(({ title }) => title)
    expect(titles).toContain('Written meanwhile')
    await on.desk.close()
  })

  test('closing the program ends it at once', async () => {
    const on = await onEmbassy()
    on.line.fateOf = ({ path }) => (path.startsWith('/wp-content/') ? 'unanswered' : 'ok')
    await on.desk.mutate('boarding', 'bringDown')
    await vi.waitFor(() => expect(filesAsked(on).length).toBeGreaterThan(0), { interval: 1 })
    await on.desk.close()
  })
})

async function firstPicture(on: DeskOnBlog): Promise<string> {
  const { items } = await on.as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })
  const url = items.map(({ content }) => /<img src="([^"]+)"/.exec(content)?.[1]).find((each) => each !== undefined)
  if (url === undefined) throw new Error('no picture')
  return url
}

describe('the check', () => {
  test('a text changed on the blog shows its pictures, and those it had no longer count', async () => {
    const on = await deskOnPracticeBlog()
    await postWith(on, image(`${OWN}/one.png`))
    expect(await lineOf(on, 'pictures')).toMatchObject({ toBringCount: 1 })
    const [remote] = (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
    if (!remote) throw new Error('no post')
    on.clock.advance(HOUR_MS)
    await on.as('administrator').updatePost(remote.remoteId, { content: image('https://elsewhere.example/two.png') })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await lineOf(on, 'pictures')).toMatchObject({ toBringCount: 0, elsewhereCount: 1 })
    await on.desk.close()
  })

  test('what a colleague shows in a text that is still to be decided on comes down as well', async () => {
    const on = await onEmbassy()
    const url = await firstPicture(on)
    const postId = await postWith(on, '<!-- wp:paragraph -->\n<p>Theirs.</p>\n<!-- /wp:paragraph -->')
    await write(on.desk, postId, { title: 'My title' })
    const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
    const remoteId = items.find(({ title }) => title === 'With pictures')?.remoteId ?? (0 as never)
    on.clock.advance(HOUR_MS)
    await on.as('administrator').updatePost(remoteId, { title: 'Their title', content: image(url) })
    await bringDown(on)
    expect(await lineOf(on, 'conflicts')).toMatchObject({ count: 1 })
    expect(await on.desk.query('media', 'shownIn', { postId })).toMatchObject([{ url }])
    await on.desk.close()
  })

  test('is green for half a day, then asks for a new look', async () => {
    const on = await onEmbassy()
    await bringDown(on)
    on.clock.advance(12 * HOUR_MS)
    expect((await blogOf(on)).isReady).toBe(true)
    on.clock.advance(1)
    const { lines } = await blogOf(on)
    expect(lines.filter(({ isReady }) => !isReady).map(({ what }) => what)).toEqual(['account', 'posts', 'comments'])
    await on.desk.close()
  })

  test('stays green while there is no line, and not when the blog refuses the password', async () => {
    const on = await onEmbassy()
    await bringDown(on)
    on.line.fateOf = () => 'lost-before'
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await lineOf(on, 'account')).toMatchObject({ isReady: true, reason: { kind: 'offline' } })
    on.line.fateOf = ({ path }) =>
      path === '/wp/v2/users/me' ? { answer: () => Response.json({ code: 'no', data: {} }, { status: 401 }) } : 'ok'
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await lineOf(on, 'account')).toMatchObject({ isReady: false, reason: { kind: 'unauthorized' } })
    await on.desk.close()
  })

  test('says when this laptop holds no password for the blog', async () => {
    const on = await onEmbassy()
    await on.secrets.remove(on.blogId)
    expect(await lineOf(on, 'account')).toMatchObject({ isReady: false, password: 'missing' })
    await on.desk.close()
  })

  test('counts what has not left and what changed on both sides', async () => {
    const on = await deskOnPracticeBlog()
    const postId = await postWith(on, '<!-- wp:paragraph -->\n<p>Theirs.</p>\n<!-- /wp:paragraph -->')
    await bringDown(on)
    on.line.fateOf = () => 'lost-before'
    const mine = await newPost(on.desk, on.blogId, 'Mine')
    await on.desk.mutate('posts', 'publish', { postId: mine, as: 'publish' })
    expect(await lineOf(on, 'outbox')).toMatchObject({ isReady: false, waitingCount: 1, needsYouCount: 0 })
    await write(on.desk, postId, { title: 'My title' })
    const [remote] = (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
    on.clock.advance(HOUR_MS)
    await on.as('administrator').updatePost(remote?.remoteId ?? (0 as never), { title: 'Their title' })
    on.line.fateOf = () => 'ok'
    await bringDown(on)
    expect(await lineOf(on, 'outbox')).toMatchObject({ isReady: true, waitingCount: 0 })
    expect(await lineOf(on, 'conflicts')).toMatchObject({ isReady: false, count: 1 })
    await on.desk.close()
  })

  test('is never green without a blog that is signed in', async () => {
    const on = await onEmbassy()
    await on.desk.mutate('blogs', 'signOut', { blogId: on.blogId })
    expect(await check(on)).toMatchObject({ isReady: false, blogs: [] })
    await on.desk.close()
  })
})
