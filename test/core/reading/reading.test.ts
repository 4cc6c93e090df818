import { describe, expect, onTestFinished, test } from 'vitest'
import type { FeedItemId } from '../../../src/shared/domain/ids.ts'
import { isShownIn, type ReadingView } from '../../../src/shared/domain/reading.ts'
import { isAppError } from '../../../src/shared/errors.ts'
import type { Fetch } from '../../../src/main/core/ports.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const FEED = 'https://neighbour.example/feed'
type Page = (request: Headers) => Response | Promise<Response>

const feedOf = (...items: string[]): string =>
  `<rss version="2.0" xmlns:content="c"><channel><title>The neighbour</title><link>https://neighbour.example/</link>${items.join('')}</channel></rss>`
const item = (name: string, day = 1, more = ''): string =>
  `<item><title>${name}</title><link>https://neighbour.example/${name}</link><guid>${name}</guid><pubDate>${new Date(Date.UTC(2026, 9, day)).toUTCString()}</pubDate><content:encoded><![CDATA[<p>The words of ${name}.</p>]]></content:encoded>${more}</item>`
const xml = (text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { headers: { 'content-type': 'application/rss+xml', ...headers } })
const to = (location: string): Response => new Response(null, { status: 301, headers: { location } })

/** A desk and a small web with memory of who asked for what. */
function deskOnWeb(pages: Record<string, Page>, folder = temporaryFolder()) {
  const clock = createManualClock()
  const asked: string[] = []
  let isOffline = false
  const fetch: Fetch = async (input, init) => {
    asked.push(input)
    const page = pages[input]
    if (isOffline || !page)
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
    const given = Promise.withResolvers<never>()
    init?.signal?.addEventListener('abort', () => given.reject(init.signal?.reason))
    return Promise.race([page(new Headers(init?.headers)), given.promise])
  }
  const desk = openDesk(folder, { fetch, clock })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await desk.close()
    isClosed = true
  }
  onTestFinished(close)
  const all = async (view: ReadingView = 'all') =>
    (await desk.query('reading', 'items', { feedId: null })).filter(isShownIn[view])
  return {
    desk,
    clock,
    pages,
    asked,
    folder,
    close,
    cut: () => void (isOffline = true),
    restore: () => void (isOffline = false),
    add: (address = FEED) => desk.mutate('reading', 'add', { address }),
    feeds: async () => (await desk.query('reading', 'desk')).feeds,
    fetchNow: () => desk.mutate('reading', 'fetchNow'),
    all,
    titles: async (view?: ReadingView) => (await all(view)).map(({ title }) => title),
    async idOf(title: string): Promise<FeedItemId> {
      const found = (await all()).find((each) => each.title === title)
      if (!found) throw new Error(`no ${title}`)
      return found.id
    },
  }
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
  throw new Error('it was not refused')
}
const because = (why: string) => ({ kind: 'unreadable-feed', why })

describe('a feed that is added', () => {
  test('is on the list with what it has, newest first, whole and unread', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain', 1), item('Sun', 3))) })
    expect(await on.add()).toMatchObject({ title: 'The neighbour', unreadCount: 2, itemCount: 2, fault: null })
    expect(await on.all()).toMatchObject([
      { title: 'Sun', firstWords: 'The words of Sun.', isRead: false, feedTitle: 'The neighbour' },
      { title: 'Rain' },
    ])
    expect(await on.desk.query('reading', 'item', { itemId: await on.idOf('Rain') })).toMatchObject({
      html: '<p>The words of Rain.</p>',
      hasFullText: true,
      url: 'https://neighbour.example/Rain',
    })
  })

  test.each([
    'neighbour.example/feed',
    ' feed://https://neighbour.example/feed ',
    'feed:neighbour.example/feed',
    `${FEED}#top`,
  ])('is found as %s', async (address) => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
    expect(await on.add(address)).toMatchObject({ address: FEED })
  })

  test('may be named by a page, and stands behind redirects', async () => {
    const on = deskOnWeb({
      'https://neighbour.example/': () => to('/home'),
      'https://neighbour.example/home': () =>
        new Response('<link rel="alternate" type="application/rss+xml" href="/old">', {
          headers: { 'content-type': 'text/html' },
        }),
      'https://neighbour.example/old': () => to(FEED),
      [FEED]: () => xml(feedOf(item('Rain'))),
    })
    await on.add('neighbour.example')
    expect(await on.titles()).toEqual(['Rain'])
  })

  test('is refused twice, and where the list is full', async () => {
    const on = deskOnWeb({})
    for (let index = 0; index < 50; index += 1) {
      on.pages[`https://n${index}.example/`] = () => xml(feedOf(item('Rain')))
      await on.add(`https://n${index}.example/`)
    }
    expect(await refusal(on.add('https://n50.example/'))).toEqual(because('too-many'))
    await on.desk.mutate('reading', 'remove', { feedId: (await on.feeds())[0]?.id as never })
    const [first] = await on.feeds()
    expect(await refusal(on.add(first?.address))).toEqual(because('known-already'))
  })

  test.each<[string, string, Page | null]>([
    ['words', 'bad-address', null],
    ['javascript:alert(1)', 'bad-address', null],
    ['file:///etc/passwd', 'bad-address', null],
    ['https://me:secret@neighbour.example/', 'bad-address', null],
    ['http://192.168.1.1/', 'private-address', null],
    ['http://[::ffff:127.0.0.1]/feed', 'private-address', null],
    ['localhost:8080/feed', 'private-address', null],
    [FEED, 'private-address', () => to('https://10.0.0.1/status')],
    [FEED, 'redirected', () => to('http://neighbour.example/feed')],
    [FEED, 'redirected', () => to(FEED)],
    [FEED, 'redirected', () => to('data:text/xml,<rss/>')],
    [
      FEED,
      'no-feed',
      () => new Response('<h1>Sign in to the hotel</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    [FEED, 'gone', () => new Response('', { status: 404 })],
    [FEED, 'refused', () => new Response('', { status: 403 })],
    [FEED, 'unavailable', () => new Response('', { status: 503 })],
    ['https://nowhere.example/', 'offline', null],
    [FEED, 'too-large', () => xml(`<rss><channel>${' '.repeat(9 * 1024 * 1024)}`)],
  ])('%s, refused as %s, changes nothing', async (address, why, page) => {
    const on = deskOnWeb(page ? { [FEED]: page } : {})
    expect(await refusal(on.add(address === 'words' ? 'just some words' : address))).toEqual(because(why))
    expect(await on.feeds()).toEqual([])
    expect(on.asked.filter((each) => /10\.0|192\.168|127\.0|localhost/.test(each))).toEqual([])
  })

  test('that never answers is given up', async () => {
    const on = deskOnWeb({
      [FEED]: () => new Promise(() => undefined),
    })
    const adding = refusal(on.add())
    await expect.poll(() => on.asked).toEqual([FEED])
    on.clock.advance(21_000)
    expect(await adding).toEqual(because('timeout'))
  })
})

test('one’s own blog may be read wherever it is, and a page there may not lead to its neighbours', async () => {
  const on = deskOnWeb({})
  const { url } = await on.desk.mutate('blogs', 'connectPractice')
  expect(await on.add(url)).toMatchObject({ title: 'The Open Gate', itemCount: 10 })
  expect(on.asked).toEqual([])
  expect(await refusal(on.add('https://other.attache.invalid/'))).toEqual(because('private-address'))
})

describe('fetched again', () => {
  test('it tells what it knows, and hears that nothing changed', async () => {
    const on = deskOnWeb({
      [FEED]: (request) =>
        request.get('if-none-match') === '"v1"' && request.get('if-modified-since') === 'Sat'
          ? new Response(null, { status: 304 })
          : xml(feedOf(item('Rain')), { etag: '"v1"', 'last-modified': 'Sat' }),
    })
    await on.add()
    on.clock.advance(60_000)
    await on.fetchNow()
    expect(await on.titles()).toEqual(['Rain'])
    expect(await on.feeds()).toMatchObject([{ fault: null, fetchedAt: on.clock.now().toISOString() }])
  })

  test('what changed is renewed, and what was read and noted stays so', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
    await on.add()
    const itemId = await on.idOf('Rain')
    await on.desk.mutate('reading', 'setRead', { itemIds: [itemId], isRead: true })
    await on.desk.mutate('reading', 'keepNote', { itemId, note: 'Ask her.' })
    on.pages[FEED] = () => xml(feedOf(item('Rain').replace('<title>Rain', '<title>More rain'), item('Sun', 2)))
    await on.fetchNow()
    expect(await on.desk.query('reading', 'item', { itemId })).toMatchObject({
      title: 'More rain',
      isRead: true,
      note: 'Ask her.',
    })
    expect(await on.titles('unread')).toEqual(['Sun'])
  })

  test('a fault is said, keeps what was read before, and is over with the next answer', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
    await on.add()
    on.pages[FEED] = () => new Response('<h1>Sign in to the hotel</h1>')
    await on.fetchNow()
    expect(await on.feeds()).toMatchObject([{ fault: 'no-feed', itemCount: 1 }])
    on.cut()
    await on.fetchNow()
    expect(await on.feeds()).toMatchObject([{ fault: 'offline', itemCount: 1 }])
    on.restore()
    on.pages[FEED] = () => xml(feedOf(item('Rain'), item('Sun')))
    await on.fetchNow()
    expect(await on.feeds()).toMatchObject([{ fault: null, itemCount: 2 }])
  })

  test('one that cannot be read does not keep the others waiting', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))), 'https://other.example/': () => xml(feedOf()) })
    await on.add()
    await on.add('https://other.example/')
    on.pages['https://other.example/'] = () => xml(feedOf(item('Storm')))
    on.pages[FEED] = () => new Response('', { status: 500 })
    await on.fetchNow()
    expect(await on.titles()).toEqual(expect.arrayContaining(['Rain', 'Storm']))
    const progress = on.desk.events.filter(({ topic }) => topic === 'reading')
    expect(progress.length).toBeGreaterThanOrEqual(4)
    expect((await on.desk.query('reading', 'desk')).progress).toBeNull()
  })

  test('the newest 200 are kept, and those beside which the person wrote', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('First', 1), item('Second', 2))) })
    await on.add()
    await on.desk.mutate('reading', 'keepNote', { itemId: await on.idOf('First'), note: 'Keep.' })
    on.pages[FEED] = () => xml(feedOf(...Array.from({ length: 230 }, (_, index) => item(`N${index}`, 3 + index / 100))))
    await on.fetchNow()
    const titles = await on.titles()
    expect(titles).toHaveLength(201)
    expect(titles).toContain('First')
    expect(titles).not.toContain('Second')
    await on.fetchNow()
    expect(await on.titles()).toHaveLength(201)
  })

  test('one that says tomorrow is of today, and undated ones stand as the feed has them', async () => {
    const undated = (name: string): string => `<item><title>${name}</title><guid>${name}</guid></item>`
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(undated('A'), undated('B'), item('Future', 500))) })
    await on.add()
    expect((await on.all()).every(({ publishedAt }) => publishedAt <= on.clock.now().toISOString())).toBe(true)
    expect((await on.titles()).filter((title) => title !== 'Future')).toEqual(['A', 'B'])
    on.clock.advance(3_600_000)
    on.pages[FEED] = () => xml(feedOf(undated('New'), undated('A'), undated('B')))
    await on.fetchNow()
    expect((await on.titles())[0]).toBe('New')
  })
})

describe('with a sync of a blog', () => {
  test('feeds that are due come down, and with one that was asked for all of them', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
    const { id: blogId } = await on.desk.mutate('blogs', 'connectPractice')
    await on.add()
    const before = on.asked.length
    await on.desk.mutate('line', 'syncNow', { blogId })
    await expect.poll(() => on.asked.length).toBe(before + 1)
    await expect.poll(async () => (await on.desk.query('reading', 'desk')).progress).toBeNull()
  })
})

describe('what a person wrote beside an item', () => {
  test('stays when the feed is removed, and is the feed’s again when that comes back', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'), item('Sun'), item('Wind'))) })
    const { id: feedId } = await on.add()
    const [rain, sun] = [await on.idOf('Rain'), await on.idOf('Sun')]
    await on.desk.mutate('reading', 'keepNote', { itemId: rain, note: 'Ask her.' })
    await on.desk.mutate('reading', 'keepReply', { itemId: sun, reply: 'We agree.' })
    await on.desk.mutate('reading', 'remove', { feedId })
    expect((await on.titles()).toSorted()).toEqual(['Rain', 'Sun'])
    expect(await on.all()).toMatchObject([{ feedId: null, feedTitle: 'The neighbour' }, { feedId: null }])
    expect(await on.desk.query('reading', 'item', { itemId: rain })).toMatchObject({ note: 'Ask her.' })

    const again = await on.add()
    expect(again).toMatchObject({ itemCount: 3 })
    expect(await on.desk.query('reading', 'item', { itemId: rain })).toMatchObject({
      note: 'Ask her.',
      feedId: again.id,
    })
  })

  test('is there after a restart, and an answer waits until the person says that it is on the page', async () => {
    const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
    await on.add()
    const itemId = await on.idOf('Rain')
    await on.desk.mutate('reading', 'keepReply', { itemId, reply: 'We agree.' })
    await on.close()
    const again = deskOnWeb({}, on.folder)
    expect(await again.titles('to-answer')).toEqual(['Rain'])
    await again.desk.mutate('reading', 'setAnswered', { itemId, isAnswered: true })
    expect(await again.titles('to-answer')).toEqual([])
    await again.desk.mutate('reading', 'keepReply', { itemId, reply: 'We agree, mostly.' })
    expect(await again.titles('to-answer')).toEqual(['Rain'])
    expect(again.desk.logLines.join('')).not.toContain('agree')
  })

  test('beside an item that is gone is refused, not lost in silence', async () => {
    const on = deskOnWeb({})
    const call = on.desk.mutate('reading', 'keepNote', { itemId: crypto.randomUUID(), note: 'x' })
    expect(await refusal(call)).toEqual({ kind: 'no-such-item', what: 'item' })
  })
})

test('writing about an item begins a draft with its title, a quote, the way to it and the note; nothing is sent', async () => {
  const on = deskOnWeb({ [FEED]: () => xml(feedOf(item('Rain'))) })
  const { id: blogId } = await on.desk.mutate('blogs', 'connectPractice')
  await on.add()
  const itemId = await on.idOf('Rain')
  await on.desk.mutate('reading', 'keepNote', { itemId, note: 'Ours is worse.\nSay why.' })
  const { id: postId, title, state } = await on.desk.mutate('reading', 'writeAbout', { itemId, blogId })
  expect({ title, state }).toEqual({ title: 'Rain', state: 'draft' })
  const { markup } = await on.desk.query('posts', 'source', { postId })
  expect(markup).toContain('<p>The words of Rain.</p>')
  expect(markup).toContain('<cite>The neighbour</cite>')
  expect(markup).toContain('<a href="https://neighbour.example/Rain">Rain</a>')
  expect(markup).toMatch(/Ours is worse\.[\s\S]*Say why\./)
  expect(await on.desk.query('outbox', 'list', { blogId })).toEqual([])
})
