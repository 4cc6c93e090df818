import { QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { openCoreAccess } from '../../../../src/renderer/src/api/queries.ts'
import { openedPost } from '../../../../src/renderer/src/features/editor/opened-post.ts'
import { untilDrawable } from '../../../../src/renderer/src/features/shell/until-drawable.ts'
import type { CallResponse } from '../../../../src/shared/contract/wire.ts'
import type { PostId } from '../../../../src/shared/domain/ids.ts'
import { asId, fakeCore } from '../../fake-core.ts'

const postId = asId<PostId>('0d9f2f5e-0000-4000-8000-000000000002')
const noCode = (): Promise<void> => Promise.resolve()
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

function openWindow(more: Record<string, () => CallResponse> = {}) {
  const given = (data: unknown) => (): CallResponse => ({ ok: true, data })
  const core = fakeCore({
    'lock.state': given({ state: 'open' }),
    'settings.get': given({}),
    'blogs.list': given([{ id: 'one' }, { id: 'other' }]),
    'posts.get': given({ id: postId }),
    'posts.lastOpened': given({ postId, blogId: 'one' }),
    'undo.find': given(null),
    ...more,
  })
  const access = openCoreAccess(core)
  const paths = (): string[] => core.calls.map(({ path }) => path)
  /** As a screen does that shows the post; returns what takes it away. */
  const look = (): (() => void) =>
    new QueryObserver(access.queryClient, openedPost(access.core, postId) as never).subscribe(() => undefined)
  return { access, paths, look }
}

describe('what is there before the window is drawn', () => {
  it.each([`/writing/${postId}`, '', '/'])(
    'is the post at "%s", and whoever draws it asks for nothing',
    async (path) => {
      const { access, paths, look } = openWindow()
      await untilDrawable(access, path, noCode)
      await settled()
      const before = paths()
      expect(before).toEqual(
        expect.arrayContaining(['lock.state', 'settings.get', 'blogs.list', 'posts.get', 'undo.find']),
      )
      look()
      await settled()
      expect(paths()).toEqual(before)
    },
  )

  it('is where the window opens: at the post that was open last, where it is of the blog that is shown', async () => {
    const { access } = openWindow()
    expect(await untilDrawable(access, '/', noCode)).toBe(`/writing/${postId}`)
    expect(await untilDrawable(openWindow().access, `/writing/${postId}`, noCode)).toBeNull()
    const elsewhere = openWindow({ 'posts.lastOpened': () => ({ ok: true, data: { postId, blogId: 'other' } }) })
    expect(await untilDrawable(elsewhere.access, '/', noCode)).toBeNull()
    const never = openWindow({ 'posts.lastOpened': () => ({ ok: true, data: null }) })
    expect(await untilDrawable(never.access, '/', noCode)).toBeNull()
  })

  it('is forgotten with whoever saw it first: a post that is opened again is read again', async () => {
    const { access, paths, look } = openWindow()
    await untilDrawable(access, `/writing/${postId}`, noCode)
    const leave = look()
    await settled()
    leave()
    await settled()
    look()
    await settled()
    expect(paths().filter((path) => path === 'posts.get')).toHaveLength(2)
  })

  it('is nothing of a desk that is locked, and no more than the frame at another place', async () => {
    const locked = openWindow({ 'lock.state': () => ({ ok: true, data: { state: 'locked' } }) })
    await untilDrawable(locked.access, `/writing/${postId}`, noCode)
    expect(locked.paths()).toEqual(['lock.state'])
    const { access, paths } = openWindow()
    await untilDrawable(access, '/outbox', noCode)
    expect(paths().toSorted()).toEqual(['blogs.list', 'lock.state', 'settings.get'])
  })

  it('does not keep the window from being drawn when it does not come', async () => {
    const { access } = openWindow()
    await untilDrawable(access, `/writing/${postId}`, () => new Promise(() => undefined))
    const broken = openWindow({ 'lock.state': () => ({ ok: false, error: { kind: 'internal', logId: 'x' } }) })
    await untilDrawable(broken.access, `/writing/${postId}`, noCode)
  })
})
