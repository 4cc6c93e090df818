import { QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { followChanges } from '../../src/renderer/src/api/follow-changes.ts'
import { openCoreAccess } from '../../src/renderer/src/api/queries.ts'
import type { WindowTransport } from '../../src/renderer/src/api/window-transport.ts'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import type { PostSummary } from '../../src/shared/domain/post.ts'
import { deskOnPracticeBlog, newPost, paragraph, type } from '../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../support/open-desk.ts'

/** A window that shows the list of the blog, and counts what comes over of it. */
async function openWindow({ core }: TestDesk, blogId: BlogId) {
  let rowsRead = 0
  const transport: WindowTransport = {
    platform: 'browser',
    approvalReturnUrl: null,
    handOut: null,
    async call(request) {
      const response = await core.call(request)
      if (response.ok && Array.isArray(response.data)) rowsRead += response.data.length
      return response
    },
    onChange: (listener) => core.onChange(listener),
    onMenu: () => () => undefined,
    onReconnected: () => () => undefined,
  }
  const access = openCoreAccess(transport)
  onTestFinished(followChanges(access))
  const options = access.core.posts.list.queryOptions({ blogId })
  const unsubscribe = new QueryObserver(access.queryClient, options as never).subscribe(() => undefined)
  onTestFinished(unsubscribe)
  const shown = (): PostSummary[] => access.queryClient.getQueryData(options.queryKey) ?? []
  await vi.waitFor(() => expect(shown().length).toBeGreaterThan(0))
  return { shown, rowsRead: () => rowsRead }
}

test('a pause of typing reads one row in each window, and each has the list that the core has', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  onTestFinished(() => desk.close())
  const postIds: PostId[] = []
  for (let index = 0; index < 40; index += 1) {
    clock.advance(1000)
    postIds.push(await newPost(desk, blogId, `Post ${index}`))
  }
  const windows = [await openWindow(desk, blogId), await openWindow(desk, blogId)]
  const before = windows.map(({ rowsRead }) => rowsRead())
  expect(before).toEqual([40, 40])

  const [first] = postIds
  if (first === undefined) throw new Error('there is no post')
  await type(desk, first, { blocks: [paragraph('The ferry left at noon, and nobody was on it.')] })
  clock.advance(10_000)
  const now = await desk.query('posts', 'list', { blogId })
  expect(now[0]).toMatchObject({ id: first, wordCount: 10 })
  for (const { shown } of windows) await vi.waitFor(() => expect(shown()).toEqual(now))
  expect(windows.map(({ rowsRead }, at) => rowsRead() - (before[at] ?? 0))).toEqual([1, 1])
})
