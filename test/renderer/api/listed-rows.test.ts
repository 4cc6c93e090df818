import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followChanges } from '../../../src/renderer/src/api/follow-changes.ts'
// Comes with the first change; the clock of these tests does not wait for it.
import '../../../src/renderer/src/api/listed-rows.ts'
import { openCoreAccess } from '../../../src/renderer/src/api/queries.ts'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import type { BlogId, PostId, UtcIso } from '../../../src/shared/domain/ids.ts'
import type { PostSummary } from '../../../src/shared/domain/post.ts'
import { asId, fakeCore } from '../fake-core.ts'

const blogId = asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000001')
const otherBlogId = asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000002')

const row = (id: string, editedAt: string, title = id, state: PostSummary['state'] = 'draft'): PostSummary =>
  ({
    id: asId<PostId>(id),
    blogId,
    title,
    state,
    editedAt: asId<UtcIso>(`2026-11-${editedAt}T10:00:00.000Z`),
  }) as PostSummary

/** A window that shows the list of a blog, and a core whose posts a test changes; answers are given when a test says so. */
async function openWindow(rows: PostSummary[]) {
  let posts = rows
  let held: (() => void)[] | null = null
  let isRefusing = false
  const answer = (data: PostSummary[]): CallResponse | Promise<CallResponse> => {
    const response = { ok: true as const, data }
    return held === null ? response : new Promise((resolve) => held?.push(() => resolve(response)))
  }
  const lists = new Map([[blogId, () => posts]])
  const transport = fakeCore({
    'posts.list': (input) => answer(lists.get((input as { blogId: BlogId }).blogId)?.() ?? []),
    'posts.summaries': (input) => {
      if (isRefusing) return { ok: false, error: { kind: 'internal', logId: 'refused' } }
      const { postIds } = input as { postIds: PostId[] }
      return answer(posts.filter(({ id }) => postIds.includes(id)))
    },
  })
  const access = openCoreAccess(transport)
  const { queryClient, core } = access
  const stop = followChanges(access)
  const show = (blog: BlogId) => {
    const observer = new QueryObserver(queryClient, core.posts.list.queryOptions({ blogId: blog }) as never)
    return observer.subscribe(() => undefined)
  }
  const hide = show(blogId)
  await vi.advanceTimersByTimeAsync(0)
  transport.calls.length = 0
  const shown = () => queryClient.getQueryData(core.posts.list.queryKey({ blogId })) ?? []
  return {
    access,
    shown,
    titles: () => shown().map(({ title }) => title),
    asked: () => transport.calls.map(({ path }) => path),
    show,
    hide,
    stop,
    /** Committed, and told. */
    change(...changed: PostSummary[]) {
      posts = [...changed, ...posts.filter(({ id }) => changed.every((each) => each.id !== id))].toSorted(
        (one, other) => (one.editedAt < other.editedAt ? 1 : -1),
      )
      for (const { id } of changed) transport.emit({ topic: 'posts', blogId, postId: id })
    },
    remove(postId: string, tell: string | null) {
      posts = posts.filter(({ id }) => id !== postId)
      transport.emit({ topic: 'posts', blogId, postId: tell === null ? null : asId<PostId>(tell) })
    },
    tell: (blog: BlogId, postId: string | null) =>
      transport.emit({ topic: 'posts', blogId: blog, postId: postId === null ? null : asId<PostId>(postId) }),
    refuseRows: () => void (isRefusing = true),
    hold: () => void (held = []),
    /** One of those that were asked for and not answered. */
    async release(which = 0) {
      held?.splice(which, 1)[0]?.()
      await vi.advanceTimersByTimeAsync(0)
    },
    releaseAll() {
      const waiting = held ?? []
      held = null
      for (const give of waiting) give()
      return vi.advanceTimersByTimeAsync(0)
    },
  }
}

const three = () => [row('c', '23'), row('b', '22'), row('a', '21')]
const settled = () => vi.advanceTimersByTimeAsync(10_000)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a post that changed is asked for alone and stands where the list has it; the others are the same as before', async () => {
  const window = await openWindow(three())
  const [c, b] = window.shown()
  window.change(row('a', '24', 'a, newer'))
  await settled()
  expect(window.asked()).toEqual(['posts.summaries'])
  expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
  expect(window.shown()[1]).toBe(c)
  expect(window.shown()[2]).toBe(b)
  window.stop()
})

it('a post whose edit is no newer keeps its place, also among those of one moment; one that is older goes down', async () => {
  const window = await openWindow([row('c', '22'), row('b', '22'), row('a', '21')])
  window.change(row('b', '22', 'b, sent', 'published'))
  await settled()
  expect(window.titles()).toEqual(['c', 'b, sent', 'a'])
  window.change(row('c', '20', 'c, set back'))
  await settled()
  expect(window.titles()).toEqual(['b, sent', 'a', 'c, set back'])
  expect(window.asked()).toEqual(['posts.summaries', 'posts.summaries'])
  window.stop()
})

it('what is counted or chosen from the list follows a row', async () => {
  const window = await openWindow(three())
  const { queryClient, core } = window.access
  const inTrash = new QueryObserver(
    queryClient,
    core.posts.list.queryOptions(
      { blogId },
      { select: (list) => list.filter(({ state }) => state === 'in-trash').length },
    ) as never,
  )
  inTrash.subscribe(() => undefined)
  window.change(row('b', '22', 'b', 'in-trash'))
  await settled()
  expect(inTrash.getCurrentResult().data).toBe(1)
  expect(window.asked()).toEqual(['posts.summaries'])
  window.stop()
})

it('a post that came, or went, makes the window read the list', async () => {
  const window = await openWindow(three())
  window.change(row('d', '24'))
  await settled()
  expect(window.asked()).toEqual(['posts.list'])
  expect(window.titles()).toEqual(['d', 'c', 'b', 'a'])
  window.remove('c', 'c')
  await settled()
  expect(window.asked()).toEqual(['posts.list', 'posts.summaries', 'posts.list'])
  expect(window.titles()).toEqual(['d', 'b', 'a'])
  window.remove('a', null)
  await settled()
  expect(window.asked()).toEqual(['posts.list', 'posts.summaries', 'posts.list', 'posts.list'])
  expect(window.titles()).toEqual(['d', 'b'])
  window.stop()
})

it('as many as an import changes are one list', async () => {
  const many = Array.from({ length: 30 }, (_, at) => row(`post ${at}`, '21'))
  const window = await openWindow(many)
  window.change(...many.map(({ id }) => row(id, '22', `${id}, newer`)))
  await settled()
  expect(window.asked()).toEqual(['posts.summaries', 'posts.list'])
  expect(window.titles().every((title) => title.endsWith('newer'))).toBe(true)
  window.stop()
})

it('a list that was on its way before the change does not put the older row back', async () => {
  const window = await openWindow(three())
  window.hold()
  window.tell(blogId, null)
  await vi.advanceTimersByTimeAsync(0)
  // The answer is that of now; only it takes its time.
  window.change(row('a', '24', 'a, newer'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(window.asked()).toEqual(['posts.list'])
  await window.release()
  expect(window.titles()).toEqual(['c', 'b', 'a'])
  await window.releaseAll()
  await settled()
  expect(window.asked()).toEqual(['posts.list', 'posts.summaries'])
  expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
  window.stop()
})

it('a first list that is on its way is waited for, and not read twice', async () => {
  const window = await openWindow(three())
  const { queryClient, core } = window.access
  window.hold()
  queryClient.removeQueries({ queryKey: core.posts.list.queryKey({ blogId }) })
  window.hide()
  window.show(blogId)
  await vi.advanceTimersByTimeAsync(0)
  window.change(row('a', '24', 'a, newer'))
  await vi.advanceTimersByTimeAsync(0)
  await window.releaseAll()
  await settled()
  expect(window.asked()).toEqual(['posts.list', 'posts.summaries'])
  expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
  window.stop()
})

it.each(['before', 'after'])(
  'a row that is answered %s a list that was asked for meanwhile is asked for again, for nobody knows which is older',
  async (when) => {
    const window = await openWindow(three())
    const { queryClient, core } = window.access
    window.hold()
    window.change(row('a', '24', 'a, newer'))
    await vi.advanceTimersByTimeAsync(0)
    // Somebody else's wish, as of a window that has just made a post.
    void queryClient.invalidateQueries({ queryKey: core.posts.list.queryKey({ blogId }) })
    await vi.advanceTimersByTimeAsync(0)
    window.change(row('a', '25', 'a, newest'))
    expect(window.asked()).toEqual(['posts.summaries', 'posts.list'])
    if (when === 'before') {
      await window.release(0)
      expect(window.titles()).toEqual(['c', 'b', 'a'])
      await window.release(0)
    } else {
      await window.release(1)
      await window.release(0)
    }
    expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
    expect(window.asked()).toEqual(['posts.summaries', 'posts.list', 'posts.summaries'])
    await window.releaseAll()
    await settled()
    expect(window.titles()).toEqual(['a, newest', 'c', 'b'])
    window.stop()
  },
)

it('what changes while a row is on its way is asked for once more, and an older answer is never the last', async () => {
  const window = await openWindow(three())
  window.hold()
  window.change(row('a', '24', 'a, newer'))
  await vi.advanceTimersByTimeAsync(0)
  window.change(row('a', '25', 'a, newest'), row('b', '26', 'b, newer'))
  await vi.advanceTimersByTimeAsync(2000)
  // The second waits for the first, so that they cannot pass each other.
  expect(window.asked()).toEqual(['posts.summaries'])
  await window.releaseAll()
  await settled()
  expect(window.titles()).toEqual(['b, newer', 'a, newest', 'c'])
  expect(window.asked()).toEqual(['posts.summaries', 'posts.summaries'])
  window.stop()
})

it('a list that nobody looks at is read when somebody does, whatever of it was told', async () => {
  const window = await openWindow(three())
  window.hide()
  window.change(row('a', '24', 'a, newer'))
  await settled()
  expect(window.asked()).toEqual([])
  window.show(blogId)
  await settled()
  expect(window.asked()).toEqual(['posts.list'])
  expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
  window.stop()
})

it('what happens on another blog leaves this list alone', async () => {
  const window = await openWindow(three())
  window.tell(otherBlogId, 'x')
  await settled()
  expect(window.asked()).toEqual([])
  window.show(otherBlogId)
  await settled()
  window.tell(otherBlogId, 'a')
  await settled()
  expect(window.asked()).toEqual(['posts.list', 'posts.list'])
  expect(window.titles()).toEqual(['c', 'b', 'a'])
  window.stop()
})

it('a row that cannot be had makes the window read the list', async () => {
  const window = await openWindow(three())
  window.refuseRows()
  window.change(row('a', '24', 'a, newer'))
  await settled()
  expect(window.asked()).toEqual(['posts.summaries', 'posts.list'])
  expect(window.titles()).toEqual(['a, newer', 'c', 'b'])
  window.stop()
})

it('a list that nobody looks at any more while a row is on its way is read when somebody does again', async () => {
  const window = await openWindow(three())
  window.hold()
  window.change(row('a', '24', 'a, newer'))
  await vi.advanceTimersByTimeAsync(0)
  window.hide()
  window.remove('b', null)
  await settled()
  await window.releaseAll()
  window.show(blogId)
  await settled()
  expect(window.titles()).toEqual(['a, newer', 'c'])
  window.stop()
})
