import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/shared/domain/line.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import type { Settings } from '../../../src/shared/contract/settings-input.ts'
import { deskOnPracticeBlog, newPost, paragraph, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'

const MINUTE_MS = 60_000
const FLIGHT_MS = 11 * 3_600_000

async function deskThat(settings: Partial<Settings>): Promise<DeskOnBlog> {
  const on = await deskOnPracticeBlog()
  await on.desk.mutate('settings', 'set', settings)
  return on
}

const sync = (on: DeskOnBlog): Promise<Line> => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
const letGo = (on: DeskOnBlog, entryIds: string[] | null): Promise<Line> =>
  on.desk.mutate('line', 'letGo', { blogId: on.blogId, entryIds })
const writes = (on: DeskOnBlog): number => on.line.seen.filter(({ isWrite }) => isWrite).length
const outbox = (on: DeskOnBlog) => on.desk.query('outbox', 'list', { blogId: on.blogId })

async function publish(on: DeskOnBlog, title: string): Promise<PostId> {
  const postId = await newPost(on.desk, on.blogId, title)
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  return postId
}
async function titlesOnBlog(on: DeskOnBlog): Promise<string[]> {
  const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  return items.map(({ title }) => title).toSorted()
}
async function fly(on: DeskOnBlog, ms = FLIGHT_MS): Promise<void> {
  on.line.fateOf = () => 'lost-before'
  await sync(on)
  on.clock.advance(ms)
  on.line.fateOf = () => 'ok'
}

describe('with “ask”, after the line was away', () => {
  test('what waited stays here and everything comes down; Go sends it, once', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await fly(on)
    await publish(on, 'From the air')
    await on.as('administrator').createDraft({ slug: 'theirs', title: 'Written meanwhile' })
    on.line.seen.length = 0
    const [entry] = await outbox(on)
    for (let round = 0; round < 3; round += 1) {
      expect(await sync(on)).toMatchObject({ state: 'open', waitingCount: 1, arrival: { entryIds: [entry?.id] } })
      on.clock.advance(MINUTE_MS)
    }
    expect(writes(on)).toBe(0)
    expect((await on.desk.query('posts', 'list', { blogId: on.blogId })).map(({ title }) => title)).toContain(
      'Written meanwhile',
    )

    expect(await letGo(on, null)).toMatchObject({ arrival: null })
    expect(await sync(on)).toMatchObject({ waitingCount: 0, arrival: null })
    expect(await titlesOnBlog(on)).toEqual(['From the air', 'Written meanwhile'])
    await on.desk.close()
  })

  test('what the person does once the line is there goes without a question', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await fly(on)
    await publish(on, 'From the air')
    await sync(on)
    await publish(on, 'From the taxi')
    expect(await sync(on)).toMatchObject({ waitingCount: 1, arrival: { entryIds: [expect.any(String)] } })
    expect(await titlesOnBlog(on)).toEqual(['From the taxi'])
    await on.desk.close()
  })

  test('some may go and the others stay; a post takes its picture with it', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await fly(on)
    const { id: mediaId } = await on.desk.mutate('media', 'add', ferry)
    const withPicture = await newPost(on.desk, on.blogId, 'With a ferry', pictureOf(mediaId), paragraph('Look.'))
    const { id: chosen } = await on.desk.mutate('posts', 'publish', { postId: withPicture, as: 'publish' })
    await publish(on, 'Not yet')
    expect((await sync(on)).arrival?.entryIds).toHaveLength(3)
    await letGo(on, [chosen])
    expect(await sync(on)).toMatchObject({ waitingCount: 1 })
    expect(await titlesOnBlog(on)).toEqual(['With a ferry'])
    await letGo(on, null)
    await sync(on)
    expect(await titlesOnBlog(on)).toEqual(['Not yet', 'With a ferry'])
    await on.desk.close()
  })

  test('the question outlives a restart, and trying one line now is an answer for that line', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await fly(on)
    await publish(on, 'One')
    await publish(on, 'Two')
    const asked = await sync(on)
    await on.desk.close()
    on.desk = on.openOther(on.profileFolder)
    expect((await sync(on)).arrival).toEqual(asked.arrival)
    expect(await titlesOnBlog(on)).toEqual([])
    await on.desk.mutate('outbox', 'tryNow', { entryId: asked.arrival?.entryIds[1] ?? '' })
    expect(await sync(on)).toMatchObject({ arrival: { entryIds: [asked.arrival?.entryIds[0]] } })
    expect(await titlesOnBlog(on)).toEqual(['Two'])
    await on.desk.close()
  })

  test('what the person keeps here is not asked about, and goes when it is let go', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await fly(on)
    await publish(on, 'One')
    await publish(on, 'Two')
    const asked = await sync(on)
    const [one = '', two = ''] = asked.arrival?.entryIds ?? []
    await on.desk.mutate('outbox', 'hold', { entryId: one })
    expect(await sync(on)).toMatchObject({ arrival: { entryIds: [two] } })
    await letGo(on, null)
    await sync(on)
    expect(await titlesOnBlog(on)).toEqual(['Two'])
    await on.desk.mutate('outbox', 'release', { entryId: one })
    await sync(on)
    expect(await titlesOnBlog(on)).toEqual(['One', 'Two'])
    await on.desk.close()
  })

  test('a program that was shut counts as a line that was away', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await publish(on, 'Queued, and the lid shut')
    await on.desk.close()
    on.clock.advance(6 * MINUTE_MS)
    on.desk = on.openOther(on.profileFolder)
    expect((await sync(on)).arrival?.entryIds).toHaveLength(1)
    expect(await titlesOnBlog(on)).toEqual([])
    await on.desk.close()
  })

  test('so does a lid that is shut in the middle of a round', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    await publish(on, 'Under way')
    await publish(on, 'Next in the queue')
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
    on.line.onRequest = ({ isWrite }) => {
      if (isWrite) on.clock.advance(FLIGHT_MS)
    }
    on.line.seen.length = 0
    expect(await sync(on)).toMatchObject({ arrival: { entryIds: [expect.any(String), expect.any(String)] } })
    expect(writes(on)).toBe(1)
    await on.desk.close()
  })

  test('Go takes up what waited for another try, but not before the time the blog itself asked for', async () => {
    const on = await deskThat({ arrivals: 'ask' })
    const busy = (): Response => new Response('', { status: 429, headers: { 'retry-after': '900' } })
    on.line.fateOf = ({ isWrite, path }) =>
      isWrite && path.startsWith('/wp/v2/posts') ? { answer: busy } : isWrite ? 'lost-before' : 'ok'
    await publish(on, 'Asked to wait')
    await sync(on)
    on.clock.advance(6 * MINUTE_MS)
    expect((await sync(on)).arrival?.entryIds).toHaveLength(1)
    await letGo(on, null)
    expect(await outbox(on)).toMatchObject([{ state: 'waiting', reason: { kind: 'rate-limited' } }])
    await on.desk.close()
  })
})

describe('nobody is asked', () => {
  test.each([
    ['after a short break', { arrivals: 'ask' } as const, 4 * MINUTE_MS],
    ['with “go at once”', { arrivals: 'go-at-once' } as const, FLIGHT_MS],
    ['on a line that costs nothing, unless told otherwise', {}, FLIGHT_MS],
  ])('%s', async (_when, settings, awayMs) => {
    const on = await deskThat(settings)
    await publish(on, 'Gone')
    await fly(on, awayMs)
    expect(await sync(on)).toMatchObject({ waitingCount: 0, arrival: null })
    expect(await titlesOnBlog(on)).toEqual(['Gone'])
    await on.desk.close()
  })
})

describe('unless told otherwise the person is asked on a line that costs', () => {
  test.each([
    ['by the word of the person', (on: DeskOnBlog) => on.desk.mutate('settings', 'set', { isLineMetered: true })],
    ['by the word of the network', (on: DeskOnBlog) => on.desk.mutate('settings', 'noteMetered', { isMetered: true })],
  ])('%s', async (_whose, say) => {
    const on = await deskThat({})
    await say(on)
    await publish(on, 'Costly')
    await fly(on)
    expect((await sync(on)).arrival?.entryIds).toHaveLength(1)
    expect(await titlesOnBlog(on)).toEqual([])
    await on.desk.close()
  })
})

test('whatever happens in between, nothing that waited over a gap is on the blog before its Go', async () => {
  const step = fc.oneof(
    fc.constant('publish' as const),
    fc.constant('sync' as const),
    fc.constant('fly' as const),
    fc.constant('short break' as const),
    fc.constant('restart' as const),
    fc.constant('go for one' as const),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const on = await deskThat({ arrivals: 'ask' })
      /** Entries over which a gap passed, until the person says Go. */
      const asked = new Set<string>()
      let made = 0
      for (const each of steps) {
        switch (each) {
          case 'publish':
            made += 1
            await publish(on, `Post ${made}`)
            break
          case 'sync':
            await sync(on)
            break
          case 'fly':
            await fly(on)
            for (const { id, state } of await outbox(on)) if (state !== 'done') asked.add(id)
            break
          case 'short break':
            on.clock.advance(3 * MINUTE_MS)
            await sync(on)
            break
          case 'restart':
            await on.desk.close()
            on.desk = on.openOther(on.profileFolder)
            break
          case 'go for one': {
            const [first] = (await sync(on)).arrival?.entryIds ?? []
            if (first === undefined) break
            asked.delete(first)
            await letGo(on, [first])
            break
          }
        }
        const sent = (await outbox(on)).filter(({ state }) => state === 'done').map(({ id }) => id)
        expect(sent.filter((id) => asked.has(id))).toEqual([])
      }
      await sync(on)
      await letGo(on, null)
      expect(await sync(on)).toMatchObject({ waitingCount: 0 })
      expect(await titlesOnBlog(on)).toHaveLength(made)
      await on.desk.close()
    }),
    { numRuns: 25 },
  )
})
