import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askAhead } from '../../../../src/renderer/src/features/shell/ask-ahead.ts'
import type { CallResponse } from '../../../../src/shared/contract/wire.ts'
import type { BlogId, PostId } from '../../../../src/shared/domain/ids.ts'
import { asId, fakeCore } from '../../fake-core.ts'

const blogId = asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000001')
const otherBlogId = asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000003')
const postId = asId<PostId>('0d9f2f5e-0000-4000-8000-000000000002')

/** The second answer of each path tells itself apart from the first. */
function openCore(refused: Record<string, CallResponse> = {}) {
  const given = (data: unknown) => (): CallResponse => ({ ok: true, data })
  return fakeCore({
    'lock.state': given({ state: 'open' }),
    'settings.get': given({ activeBlogId: otherBlogId }),
    'blogs.list': given([{ id: blogId }, { id: otherBlogId }]),
    'posts.newest': given([]),
    'posts.get': given({ id: postId }),
    'posts.lastOpened': given({ blogId, postId }),
    'undo.find': given(null),
    ...Object.fromEntries(Object.entries(refused).map(([path, response]) => [path, () => response])),
  })
}

let remembered = new Map<string, string>()
const memory = {
  getItem: (key: string) => remembered.get(key) ?? null,
  setItem: (key: string, value: string) => void remembered.set(key, value),
}
beforeEach(() => {
  remembered = new Map()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

const settled = () => vi.advanceTimersByTimeAsync(0)
const query = (path: string, input?: unknown) => ({ path, type: 'query' as const, input })
const OF_EVERY_PLACE = ['blogs.list', 'lock.state', 'posts.newest', 'settings.get']

describe('what a window asks before it can show anything', () => {
  it.each([
    ['/writing', []],
    ['/writing/tags', []],
    [`/writing/${postId}`, ['posts.get', 'undo.find']],
    [`/writing/${postId}/changes`, []],
    ['', ['posts.get', 'posts.lastOpened', 'undo.find']],
    ['/outbox', []],
  ])('at "%s" is the frame and %j', async (path, more) => {
    const core = openCore()
    askAhead(core, path, memory)
    await settled()
    expect(core.calls.map((call) => call.path).toSorted()).toEqual([...OF_EVERY_PLACE, ...more].toSorted())
    expect(core.calls).toContainEqual(query('posts.newest', { blogId: otherBlogId, limit: 60 }))
  })

  it('is answered once and then asked anew', async () => {
    const core = openCore()
    const transport = askAhead(core, `/writing/${postId}`, memory)
    await settled()
    const before = core.calls.length
    expect(await transport.call(query('posts.get', { postId }))).toEqual({ ok: true, data: { id: postId } })
    expect(core.calls).toHaveLength(before)
    await transport.call(query('posts.get', { postId }))
    expect(core.calls).toHaveLength(before + 1)
  })

  it.each([
    [
      'once the core told of a change',
      (core: ReturnType<typeof openCore>) => core.emit({ topic: 'posts', blogId, postId }),
    ],
    ['once events may have been missed', (core: ReturnType<typeof openCore>) => core.reconnect()],
    ['after the longest start', () => vi.advanceTimersByTime(10_000)],
  ])('is asked anew %s', async (_when, happen) => {
    const core = openCore()
    const transport = askAhead(core, `/writing/${postId}`, memory)
    await settled()
    happen(core)
    const before = core.calls.length
    await transport.call(query('posts.get', { postId }))
    await transport.call(query('settings.get'))
    expect(core.calls.slice(before).map((call) => call.path)).toEqual(['posts.get', 'settings.get'])
  })

  it('is asked anew when the change comes before its answer', async () => {
    const late = Promise.withResolvers<CallResponse>()
    const core = openCore()
    let answers = 0
    const slow = {
      ...core,
      call: (request: Parameters<typeof core.call>[0]) =>
        request.path === 'posts.get' && (answers += 1) === 1 ? late.promise : core.call(request),
    }
    const transport = askAhead(slow, `/writing/${postId}`, memory)
    const asked = transport.call(query('posts.get', { postId }))
    core.emit({ topic: 'posts', blogId, postId })
    late.resolve({ ok: true, data: 'as it was before' })
    expect(await asked).toEqual({ ok: true, data: { id: postId } })
  })

  it('is kept while the core tells only of what it does beside', async () => {
    const core = openCore()
    const transport = askAhead(core, '/writing', memory)
    await settled()
    core.emit({ topic: 'line', blogId })
    const before = core.calls.length
    await transport.call(query('blogs.list'))
    expect(core.calls).toHaveLength(before)
  })

  it('is asked anew when it was refused, as behind a lock', async () => {
    const refused: CallResponse = { ok: false, error: { kind: 'internal', logId: 'locked' } }
    const core = openCore({ 'settings.get': refused })
    const transport = askAhead(core, '', memory)
    await settled()
    const before = core.calls.length
    expect(await transport.call(query('settings.get'))).toEqual(refused)
    expect(core.calls.slice(before).map((call) => call.path)).toEqual(['settings.get'])
  })

  it('is the posts of the blog that was shown last, at once, and of the right one where that was another', async () => {
    const newest = (core: ReturnType<typeof openCore>) => core.calls.filter(({ path }) => path === 'posts.newest')
    askAhead(openCore(), '/writing', memory)
    await settled()
    const again = openCore()
    askAhead(again, '/writing', memory)
    expect(newest(again)).toEqual([query('posts.newest', { blogId: otherBlogId, limit: 60 })])
    await settled()
    expect(newest(again)).toHaveLength(1)
    const elsewhere = openCore({ 'settings.get': { ok: true, data: { activeBlogId: blogId } } })
    askAhead(elsewhere, '/writing', memory)
    await settled()
    expect(newest(elsewhere).map(({ input }) => input)).toEqual([
      { blogId: otherBlogId, limit: 60 },
      { blogId, limit: 60 },
    ])
  })
})
