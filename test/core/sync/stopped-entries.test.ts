import { describe, expect, test, vi } from 'vitest'
import type { EntryId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'

/** A post with a picture that waits, and how it stands. */
async function boardPost(): Promise<DeskOnBlog & { entryIds: EntryId[]; standing: () => Promise<string[]> }> {
  const on = await deskOnPracticeBlog()
  const { id } = await on.desk.mutate('media', 'add', ferry)
  const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('At dawn.'), pictureOf(id))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  const list = () => on.desk.query('outbox', 'list', { blogId: on.blogId })
  const entryIds = (await list()).map((entry) => entry.id)
  on.line.seen.length = 0
  return {
    ...on,
    entryIds,
    standing: async () =>
      (await list()).map(
        ({ what, state, heldUntil, isStopping }) =>
          `${what}: ${isStopping ? 'stopping, ' : ''}${state === 'held' && heldUntil === null ? 'kept' : state}`,
      ),
  }
}

const writesOf = ({ line }: DeskOnBlog): number => line.seen.filter(({ isWrite }) => isWrite).length
const publicTitles = async (on: DeskOnBlog): Promise<string[]> =>
  (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
    .filter(({ status }) => status === 'publish')
    .map(({ title }) => title)

/** Rounds over hours; whatever was stopped has had all the time there is to go again. */
async function hoursPass(on: DeskOnBlog): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    on.clock.advance(20 * 60_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  }
}

/** What becomes of the request that is stopped: done all the same, cut off before it came there, or never on its way. */
type Stopped = 'carried out' | 'cut off' | 'not sent'

/** Whatever is under way when write `index` leaves is stopped. */
async function stoppedAt(index: number, how: Stopped) {
  const on = await boardPost()
  const isTheOne = (isWrite: boolean): boolean => isWrite && writesOf(on) === index + 1
  const stop = async ({ isWrite }: { isWrite: boolean }): Promise<void> => {
    if (!isTheOne(isWrite)) return
    const open = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    const underWay = open.find(({ state }) => state === 'sending' || state === 'staged')
    if (underWay) await on.desk.mutate('outbox', 'stop', { entryId: underWay.id })
  }
  if (how === 'carried out') on.line.onCarriedOut = stop
  else on.line.onRequest = stop
  const fate = { 'carried out': 'unanswered', 'cut off': 'late', 'not sent': 'lost-before' } as const
  on.line.fateOf = ({ isWrite }) => (isTheOne(isWrite) ? fate[how] : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  on.line.fateOf = () => 'ok'
  on.line.onRequest = () => undefined
  on.line.onCarriedOut = () => undefined
  return on
}

const WRITES = ['the picture', 'the draft', 'the words', 'the flip']

describe('what the person stops on its way', () => {
  for (const [index, name] of WRITES.entries()) {
    for (const how of ['carried out', 'cut off', 'not sent'] as const) {
      // What was wanted is so already; a picture does not keep its post here, for nobody stopped that.
      if (how === 'carried out' && (name === 'the picture' || name === 'the flip')) continue
      test(`at ${name}, ${how}, writes nothing more, and after it is let go arrives once`, async () => {
        const on = await stoppedAt(index, how)
        const before = writesOf(on)
        await hoursPass(on)
        expect(writesOf(on)).toBe(before)
        expect(await publicTitles(on)).toEqual([])
        expect(await on.standing()).toEqual(
          name === 'the picture' ? ['ferry.gif: kept', 'The ferry: ready'] : ['The ferry: kept', 'ferry.gif: done'],
        )
        for (const entryId of on.entryIds) await on.desk.mutate('outbox', 'release', { entryId })
        await hoursPass(on)
        expect(await publicTitles(on)).toEqual(['The ferry'])
        expect(on.libraryCount()).toBe(1)
        await on.desk.close()
      })
    }
  }

  test('at the flip, and public already, is done and says so', async () => {
    const on = await stoppedAt(3, 'carried out')
    const before = writesOf(on)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: done', 'ferry.gif: done'])
    expect([writesOf(on), await publicTitles(on)]).toEqual([before, ['The ferry']])
    await on.desk.close()
  })

  test('at the picture, which had arrived, lets the post go with it', async () => {
    const on = await stoppedAt(0, 'carried out')
    await hoursPass(on)
    expect([on.libraryCount(), await publicTitles(on)]).toEqual([1, ['The ferry']])
    await on.desk.close()
  })

  test('and arrives late is found before it is called kept here', async () => {
    const on = await stoppedAt(3, 'cut off')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: stopping, unknown', 'ferry.gif: done'])
    await on.line.deliverLate()
    on.clock.advance(120_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: done', 'ferry.gif: done'])
    await on.desk.close()
  })

  test('while it is looked at after a lost answer is not called kept here before a late request is ruled out', async () => {
    const on = await boardPost()
    const isFlip = (isWrite: boolean): boolean => isWrite && writesOf(on) === 4
    on.line.fateOf = ({ isWrite }) => (isFlip(isWrite) ? 'late' : 'ok')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    on.line.fateOf = () => 'ok'
    expect(await on.standing()).toEqual(['The ferry: unknown', 'ferry.gif: done'])
    on.line.onRequest = async ({ isWrite }) => {
      const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
      if (!isWrite && entry?.state === 'sending') await on.desk.mutate('outbox', 'stop', { entryId: entry.id })
    }
    on.clock.advance(20 * 60_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    on.line.onRequest = () => undefined
    expect(await on.standing()).toEqual(['The ferry: stopping, unknown', 'ferry.gif: done'])
    await on.line.deliverLate()
    await hoursPass(on)
    expect(await on.standing()).toEqual(['The ferry: done', 'ferry.gif: done'])
    await on.desk.close()
  })

  for (const isLate of [false, true]) {
    test(`as a reply that was cut off, ${isLate ? 'and arrives late, is done once' : 'is kept here and sent once after it is let go'}`, async () => {
      const on = await deskOnPracticeBlog()
      const postId = await newPost(on.desk, on.blogId, 'Ask me')
      await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await on.syncUntilQuiet()
      const api = on.as('administrator')
      const [remote] = (await api.listPosts({ pageNumber: 1, modifiedAfter: null })).items
      await on.visitorComment(Number(remote?.remoteId), 'When?')
      await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
      const [comment] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId })
      const { id: entryId } = await on.desk.mutate('comments', 'reply', {
        commentId: comment?.id ?? '',
        text: 'In March.',
      })
      on.line.fateOf = ({ isWrite }) => (isWrite ? 'late' : 'ok')
      on.line.onRequest = async ({ isWrite }) => {
        if (isWrite) await on.desk.mutate('outbox', 'stop', { entryId })
      }
      await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
      on.line.fateOf = () => 'ok'
      on.line.onRequest = () => undefined
      const standing = async (): Promise<string | undefined> =>
        (await on.desk.query('outbox', 'list', { blogId: on.blogId })).find(({ id }) => id === entryId)?.state
      await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
      expect(await standing()).toBe('unknown')
      if (isLate) await on.line.deliverLate()
      await hoursPass(on)
      expect(await standing()).toBe(isLate ? 'done' : 'held')
      if (!isLate) await on.desk.mutate('outbox', 'release', { entryId })
      await hoursPass(on)
      const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
      expect((await api.listComments(query)).items.filter(({ authorId }) => authorId !== null)).toHaveLength(1)
      await on.desk.close()
    })
  }

  test('is cut at once, though the blog is silent', async () => {
    const on = await boardPost()
    on.line.fateOf = ({ isWrite }) => (isWrite ? 'unanswered' : 'ok')
    const round = on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    await vi.waitFor(() => expect(writesOf(on)).toBe(1), { interval: 1 })
    await on.desk.mutate('outbox', 'stop', { entryId: on.entryIds[0] ?? '' })
    await round
    expect(await on.standing()).toEqual(['ferry.gif: stopping, unknown', 'The ferry: ready'])
    await on.desk.close()
  })

  test('is nowhere called taken back before it is known that it did not arrive', async () => {
    const on = await stoppedAt(1, 'cut off')
    const cancel = () => on.desk.mutate('outbox', 'cancel', { entryId: on.entryIds[1] ?? '' })
    await expect(cancel()).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'being-sent' } })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: stopping, unknown', 'ferry.gif: done'])
    on.clock.advance(120_000)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: kept', 'ferry.gif: done'])
    await cancel()
    expect(await on.standing()).toEqual(['ferry.gif: done'])
    await on.desk.close()
  })

  test('stays stopped over a restart', async () => {
    const on = await stoppedAt(1, 'cut off')
    await on.desk.close()
    const desk = on.openOther(on.profileFolder)
    for (let round = 0; round < 3; round += 1) {
      await desk.mutate('line', 'syncNow', { blogId: on.blogId })
      on.clock.advance(20 * 60_000)
    }
    expect(await desk.query('outbox', 'list', { blogId: on.blogId })).toMatchObject([
      { what: 'The ferry', state: 'held', heldUntil: null, isStopping: false },
      { what: 'ferry.gif', state: 'done' },
    ])
    await desk.close()
  })

  test('and let go again before it is known goes on as if it had not been stopped', async () => {
    const on = await stoppedAt(1, 'cut off')
    await on.desk.mutate('outbox', 'release', { entryId: on.entryIds[1] ?? '' })
    await on.syncUntilQuiet()
    expect(await publicTitles(on)).toEqual(['The ferry'])
    await on.desk.close()
  })

  test('and let go again while a late request is waited for is looked up at once', async () => {
    const on = await stoppedAt(0, 'cut off')
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['ferry.gif: stopping, unknown', 'The ferry: ready'])
    await on.desk.mutate('outbox', 'release', { entryId: on.entryIds[0] ?? '' })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.standing()).toEqual(['The ferry: done', 'ferry.gif: done'])
    await on.desk.close()
  })

  test('when nothing of it is under way is kept here', async () => {
    const on = await boardPost()
    await on.desk.mutate('outbox', 'stop', { entryId: on.entryIds[1] ?? '' })
    expect(await on.standing()).toEqual(['ferry.gif: ready', 'The ferry: kept'])
    await on.desk.close()
  })

  test('cannot be done with what is over', async () => {
    const on = await boardPost()
    await on.syncUntilQuiet()
    await expect(on.desk.mutate('outbox', 'stop', { entryId: on.entryIds[1] ?? '' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'not-under-way' },
    })
    await on.desk.close()
  })
})

test('while something is sent, the line says how much of it the network has taken', async () => {
  const on = await boardPost()
  const told: unknown[] = []
  on.desk.core.onChange((event) => {
    if (event.topic === 'line') void on.desk.query('line', 'list').then(([line]) => told.push(line?.sending ?? null))
  })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await vi.waitFor(() => expect(told.at(-1)).toBeNull(), { interval: 1 })
  const picture = { entryId: on.entryIds[0], totalBytes: ferry.bytes.byteLength }
  expect(told).toContainEqual({ ...picture, sentBytes: 0 })
  expect(told).toContainEqual({ ...picture, sentBytes: picture.totalBytes })
  await on.desk.close()
})
