import { expect, onTestFinished, test } from 'vitest'
import type { Comment } from '../../../src/shared/domain/comment.ts'
import type { AttacheUnderFake } from '../../fakes/electron/start-attache.ts'
import { servePracticeBlog } from '../../support/serve-practice-blog.ts'
import { wallClock } from '../../support/wall-clock.ts'
import { callFromPage, openDeskUnderFake } from './running-desk.ts'

const EVER = { isOn: true, showsWords: false, quiet: null, isQuietOnClosedDays: false, badge: 'unread' }

async function deskWithNews(options: { hasNotices?: boolean; notices?: object } = {}) {
  let aheadMs = 0
  const blog = await servePracticeBlog({ clock: { ...wallClock, now: () => new Date(Date.now() + aheadMs) } })
  onTestFinished(() => blog.stop())
  const attache = await openDeskUnderFake({ hasNotices: options.hasNotices ?? true })
  const call = async (path: string, type: 'query' | 'mutation', input?: unknown): Promise<never> => {
    const answer = await callFromPage(attache, { path, type, input })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.data as never
  }
  await call('settings.set', 'mutation', { notices: { ...EVER, ...options.notices } })
  const account = { ...blog.accounts.you, address: blog.url }
  const { id: blogId }: { id: string } = await call('blogs.connect', 'mutation', account)
  await call('line.syncNow', 'mutation', { blogId })
  const comments: Comment[] = await call('comments.list', 'query', { blogId, postId: null })
  const link = new URL(comments.find(({ isMine }) => !isMine)?.link ?? '')
  const page = await (await fetch(`${blog.url}${link.pathname}`)).text()
  const postId = /name="comment_post_ID" value="(\d+)"/.exec(page)?.[1] ?? ''
  return {
    attache,
    call,
    blogId,
    async news(author = 'Linh') {
      const body = new URLSearchParams({
        comment_post_ID: postId,
        author,
        email: 'linh@reader.example',
        comment: `A secret question of ${author}`,
      })
      // Past the blog's brake on people who write quickly.
      aheadMs += 60_000
      await fetch(`${blog.url}/wp-comments-post.php`, { method: 'POST', body, redirect: 'manual' })
      await call('line.syncNow', 'mutation', { blogId })
    },
  }
}

const notices = (attache: AttacheUnderFake) => attache.control('notices')

test('new comments are one notice of the system, without a reader’s words, and a click opens the inbox', async () => {
  const { attache, news, call, blogId } = await deskWithNews()
  const asked: unknown[] = []
  attache.onSent((channel, args) => channel === 'attache:menu' && asked.push(...args))
  await attache.control('arrangeWindow', { to: 'minimized' })
  await attache.control('arrangeWindow', { to: 'behind' })
  expect(await notices(attache)).toEqual([])
  await news()
  await expect.poll(() => notices(attache)).toEqual([{ title: 'A new comment on your blog', body: '', isOpen: true }])

  await attache.control('clickNotice')
  await expect.poll(() => asked).toEqual(['go-conversation'])
  expect(await attache.control('windows')).toMatchObject([{ isFront: true, isMinimized: false }])
  expect(await call('settings.get', 'query')).toMatchObject({ activeBlogId: blogId })
})

test('a newer notice takes the place of the older one', async () => {
  const { attache, news } = await deskWithNews()
  await attache.control('arrangeWindow', { to: 'behind' })
  await news('Linh')
  await news('Minh')
  await expect.poll(async () => (await notices(attache)).map(({ isOpen }) => isOpen)).toEqual([false, true])
})

test('who is at the desk is not told by the system what the desk shows', async () => {
  const { attache, news } = await deskWithNews()
  await attache.control('focusWindow')
  await news()
  expect(await notices(attache)).toEqual([])
})

test('a desktop without notices is no failure', async () => {
  const { attache, news } = await deskWithNews({ hasNotices: false })
  await attache.control('arrangeWindow', { to: 'behind' })
  await news()
  expect(await notices(attache)).toEqual([])
})

test('the number at the icon follows what is read', async () => {
  const { attache, news, call, blogId } = await deskWithNews()
  const counted = () => call('comments.badge', 'query')
  await news()
  const before: number = await counted()
  expect(before).toBeGreaterThan(0)
  await expect.poll(() => attache.control('badge')).toBe(before)
  const comments: Comment[] = await call('comments.list', 'query', { blogId, postId: null })
  const commentIds = comments.map(({ id }) => id)
  await call('comments.markRead', 'mutation', { blogId, commentIds })
  await expect.poll(() => attache.control('badge')).toBe(0)
  await call('comments.markRead', 'mutation', { blogId, commentIds, isRead: false })
  await expect.poll(() => attache.control('badge')).toBe(before)
  await call('settings.set', 'mutation', { notices: { ...EVER, badge: 'nothing' } })
  await expect.poll(() => attache.control('badge')).toBe(0)
})

test('a locked desk leaves no notice on the screen and no number at the icon', async () => {
  const { attache, news, call } = await deskWithNews()
  await call('lock.setPassphrase', 'mutation', { current: null, passphrase: 'four herons over the delta' })
  await attache.control('arrangeWindow', { to: 'behind' })
  await news()
  await expect.poll(() => attache.control('badge')).toBeGreaterThan(0)
  await expect.poll(() => notices(attache)).toMatchObject([{ isOpen: true }])
  await call('lock.shut', 'mutation')
  await expect.poll(() => notices(attache)).toMatchObject([{ isOpen: false }])
  await expect.poll(() => attache.control('badge')).toBe(0)
})
