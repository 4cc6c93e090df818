import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followChanges } from '../../../src/renderer/src/api/follow-changes.ts'
// Comes with the first change; the clock of these tests does not wait for it.
import '../../../src/renderer/src/api/listed-rows.ts'
import { openCoreAccess } from '../../../src/renderer/src/api/queries.ts'
import type { CallResponse, ChangeEvent } from '../../../src/shared/contract/wire.ts'
import type { BlogId, PostId } from '../../../src/shared/domain/ids.ts'
import { asId, fakeCore } from '../fake-core.ts'

const blogId = asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000001')
const postId = asId<PostId>('0d9f2f5e-0000-4000-8000-000000000002')
const empty = () => ({ ok: true as const, data: [] })

/** A window that shows every kind of list; `asked` counts the calls since the window stood. */
async function openWindow() {
  const transport = fakeCore({
    'blogs.list': empty,
    'blogs.terms': empty,
    'posts.list': empty,
    'posts.history': empty,
    'comments.list': empty,
    'comments.inbox': empty,
    'outbox.list': empty,
    'line.list': empty,
    'settings.get': empty,
    'boarding.check': empty,
    'media.shownIn': empty,
    'reviews.queue': empty,
  })
  const access = openCoreAccess(transport)
  const { queryClient, core } = access
  const stop = followChanges(access)
  const observe = (options: ConstructorParameters<typeof QueryObserver>[1]) =>
    new QueryObserver(queryClient, options).subscribe(() => undefined)
  for (const options of [
    core.blogs.list.queryOptions(),
    core.blogs.terms.queryOptions({ blogId }),
    core.posts.list.queryOptions({ blogId }),
    core.posts.history.queryOptions({ postId }),
    core.comments.list.queryOptions({ blogId, postId: null }),
    core.comments.inbox.queryOptions({ blogId }),
    core.outbox.list.queryOptions({ blogId }),
    core.line.list.queryOptions(),
    core.settings.get.queryOptions(),
    core.boarding.check.queryOptions(),
    core.media.shownIn.queryOptions({ postId }),
    core.reviews.queue.queryOptions(),
  ]) {
    observe(options as unknown as ConstructorParameters<typeof QueryObserver>[1])
  }
  await vi.advanceTimersByTimeAsync(0)
  transport.calls.length = 0
  /** Beside the list of all comments that the window shows already. */
  async function openThread(): Promise<void> {
    observe(
      core.comments.list.queryOptions({ blogId, postId }) as unknown as ConstructorParameters<typeof QueryObserver>[1],
    )
    await vi.advanceTimersByTimeAsync(0)
    transport.calls.length = 0
  }
  const asked = () => transport.calls.map((call) => call.path).toSorted()
  return { transport, asked, stop, openThread }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what the core says has changed', () => {
  const cases: { event: ChangeEvent; stale: string[] }[] = [
    { event: { topic: 'blogs' }, stale: ['blogs.list', 'blogs.terms', 'line.list'] },
    { event: { topic: 'posts', blogId, postId }, stale: ['posts.history', 'posts.list', 'reviews.queue'] },
    { event: { topic: 'comments', blogId }, stale: ['comments.inbox', 'comments.list'] },
    { event: { topic: 'comments', blogId, postId }, stale: ['comments.inbox', 'comments.list'] },
    { event: { topic: 'outbox', blogId }, stale: ['outbox.list'] },
    { event: { topic: 'line', blogId }, stale: ['boarding.check', 'line.list'] },
    { event: { topic: 'boarding' }, stale: ['boarding.check', 'media.shownIn'] },
    { event: { topic: 'reviews', reviewId: asId('a review'), postId }, stale: ['reviews.queue'] },
    { event: { topic: 'settings' }, stale: ['settings.get'] },
    {
      event: { topic: 'saved', postId, window: 'w', sequence: 1, savedAt: asId('2026-11-21T14:02:00.000Z') },
      stale: [],
    },
    { event: { topic: 'save-failed', postId, window: 'first', error: { kind: 'offline' } }, stale: [] },
  ]
  for (const { event, stale } of cases) {
    it(`${event.topic}: ${stale.length === 0 ? 'nothing' : stale.join(', ')} is asked for again`, async () => {
      const { transport, asked, stop } = await openWindow()
      transport.emit(event)
      await vi.advanceTimersByTimeAsync(50)
      expect(asked()).toEqual(stale)
      stop()
    })
  }

  it('a hundred changed posts in a second ask for the list twice', async () => {
    const { transport, asked, stop } = await openWindow()
    for (let count = 0; count < 100; count += 1) {
      transport.emit({ topic: 'posts', blogId, postId: null })
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked().filter((path) => path === 'posts.list')).toHaveLength(2)
    stop()
  })

  it('what changes while a first answer is on its way is asked for once more', async () => {
    const answers: ((response: CallResponse) => void)[] = []
    const transport = fakeCore({ 'outbox.list': () => new Promise((resolve) => answers.push(resolve)) })
    const access = openCoreAccess(transport)
    const { queryClient, core } = access
    const stop = followChanges(access)
    const options = core.outbox.list.queryOptions({ blogId }) as unknown as ConstructorParameters<
      typeof QueryObserver
    >[1]
    const observer = new QueryObserver(queryClient, options)
    observer.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(0)
    for (let count = 0; count < 3; count += 1) transport.emit({ topic: 'outbox', blogId })
    answers[0]?.({ ok: true, data: ['of before'] })
    await vi.advanceTimersByTimeAsync(0)
    expect(transport.calls).toHaveLength(2)
    answers[1]?.({ ok: true, data: ['of now'] })
    await vi.advanceTimersByTimeAsync(1000)
    expect(observer.getCurrentResult().data).toEqual(['of now'])
    expect(transport.calls).toHaveLength(2)
    stop()
  })

  it('what happens under another post does not read an open thread again', async () => {
    const { transport, asked, stop, openThread } = await openWindow()
    await openThread()
    transport.emit({ topic: 'comments', blogId, postId: asId<PostId>('another') })
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked().filter((path) => path === 'comments.list')).toHaveLength(1)
    transport.calls.length = 0
    transport.emit({ topic: 'comments', blogId, postId })
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked().filter((path) => path === 'comments.list')).toHaveLength(2)
    stop()
  })

  it('an act on a comment, told twice, reads the comments again once', async () => {
    const { transport, asked, stop } = await openWindow()
    transport.emit({ topic: 'comments', blogId })
    transport.emit({ topic: 'comments', blogId, postId })
    transport.emit({ topic: 'outbox', blogId })
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked()).toEqual(['comments.inbox', 'comments.list', 'outbox.list'])
    stop()
  })

  it('a line of events that was broken makes everything stale', async () => {
    const { transport, asked, stop } = await openWindow()
    transport.reconnect()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toHaveLength(12)
    stop()
  })
})
