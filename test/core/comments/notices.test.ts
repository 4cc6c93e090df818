import { describe, expect, test } from 'vitest'
import type { SettingsPatch } from '../../../src/shared/contract/settings-input.ts'
import type { Notice } from '../../../src/shared/domain/notice.ts'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'

const choices = { isOn: true, showsWords: false, quiet: null, isQuietOnClosedDays: false, badge: 'unread' } as const

async function postOnBlog(notices: Partial<NonNullable<SettingsPatch['notices']>> = {}) {
  const on = await deskOnPracticeBlog()
  const choose = (change: typeof notices) => on.desk.mutate('settings', 'set', { notices: { ...choices, ...change } })
  await choose(notices)
  const postId = await newPost(on.desk, on.blogId, 'Ask me')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId })
  const sync = () => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  return {
    ...on,
    choose,
    sync,
    told: (): Notice[] => on.desk.events.flatMap((event) => (event.topic === 'notice' ? [event.notice] : [])),
    badge: () => on.desk.query('comments', 'badge'),
    list: () => on.desk.query('comments', 'list', { blogId: on.blogId, postId }),
    /** What readers wrote, each a minute after the other. */
    async wrote(...texts: string[]) {
      for (const text of texts) {
        on.clock.advance(60_000)
        await on.visitorComment(Number(remoteId), text)
      }
    },
  }
}

describe('after a sync', () => {
  test('the person is told once of all that came, and of nothing twice', async () => {
    const { desk, blogId, wrote, sync, told } = await postOnBlog()
    await wrote('When?', 'Where?', 'Why?')
    await sync()
    expect(told()).toEqual([{ blogId, title: '3 new comments on your blog', body: '' }])
    await sync()
    expect(told()).toHaveLength(1)
    await wrote('And how?')
    await sync()
    expect(told().map(({ title }) => title)).toEqual(['3 new comments on your blog', 'A new comment on your blog'])
    await desk.close()
  })

  test('the first comment that a blog ever gets is told of, too', async () => {
    const { desk, wrote, sync, told } = await postOnBlog()
    await wrote('The first!')
    await sync()
    expect(told()).toHaveLength(1)
    await desk.close()
  })

  test('what the first pull brings is no news', async () => {
    const on = await deskOnPracticeBlog({ contents: 'embassy' })
    await on.desk.mutate('settings', 'set', { notices: choices })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.desk.query('comments', 'badge')).toBeGreaterThan(0)
    expect(on.desk.events.filter(({ topic }) => topic === 'notice')).toEqual([])
    await on.desk.close()
  })

  test('one’s own reply is no news', async () => {
    const { desk, wrote, sync, told, list, syncUntilQuiet } = await postOnBlog()
    await wrote('When?')
    await sync()
    const [comment] = await list()
    await desk.mutate('comments', 'reply', { commentId: comment?.id ?? '', text: 'In March.' })
    await syncUntilQuiet()
    await sync()
    expect(told()).toHaveLength(1)
    await desk.close()
  })

  test('a reader’s words are in the notice only where the person chose so', async () => {
    const { desk, wrote, sync, told, choose } = await postOnBlog()
    await wrote('A secret place by the river')
    await sync()
    await choose({ showsWords: true })
    await wrote('A <b>second</b> place')
    await sync()
    expect(told().map(({ body }) => body)).toEqual(['', '\u2068Lan\u2069: \u2068A second place\u2069'])
    expect(desk.logLines.join('\n')).not.toMatch(/secret|second/)
    await desk.close()
  })
})

describe('in a quiet time', () => {
  test('nobody is told, a restart forgets nothing, and afterwards one notice is about all that is still unread', async () => {
    const on = await postOnBlog()
    const hour = on.clock.now().getHours()
    await on.choose({ quiet: { from: hour, until: (hour + 2) % 24 } })
    await on.wrote('When?', 'Where?')
    await on.sync()
    await on.wrote('Why?')
    await on.sync()
    expect(on.told()).toEqual([])
    const [first] = await on.list()
    await on.desk.mutate('comments', 'markRead', { blogId: on.blogId, commentIds: [first?.id ?? ''] })
    await on.desk.close()

    const again = on.openOther(on.profileFolder)
    on.clock.advance(3 * 3_600_000)
    await again.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(again.events.filter(({ topic }) => topic === 'notice')).toEqual([
      { topic: 'notice', notice: { blogId: on.blogId, title: '2 new comments on your blog', body: '' } },
    ])
    await again.close()
  })

  test('what was read meanwhile is no news any more', async () => {
    const on = await postOnBlog()
    const hour = on.clock.now().getHours()
    await on.choose({ quiet: { from: hour, until: (hour + 1) % 24 } })
    await on.wrote('When?')
    await on.sync()
    const commentIds = (await on.list()).map(({ id }) => id)
    await on.desk.mutate('comments', 'markRead', { blogId: on.blogId, commentIds })
    await on.choose({ quiet: null })
    await on.sync()
    expect(on.told()).toEqual([])
    await on.desk.close()
  })

  test('the weekend of the house is the one of its answering promise', async () => {
    const on = await postOnBlog({ isQuietOnClosedDays: true })
    const closedOn = [on.clock.now().getDay()]
    await on.desk.mutate('settings', 'set', { promises: { [on.blogId]: { workingDays: 2, closedOn } } })
    await on.wrote('When?')
    await on.sync()
    expect(on.told()).toEqual([])
    on.clock.advance(24 * 3_600_000)
    await on.sync()
    expect(on.told()).toHaveLength(1)
    await on.desk.close()
  })
})

test('whoever wants no notices gets none, also not of what came before they changed their mind', async () => {
  const { desk, wrote, sync, told, choose } = await postOnBlog({ isOn: false })
  await wrote('When?')
  await sync()
  await choose({ isOn: true })
  await sync()
  expect(told()).toEqual([])
  await desk.close()
})

test('the number at the icon is that of the inbox, read or answered or neither, as the person chose', async () => {
  const { desk, blogId, wrote, sync, badge, list, choose } = await postOnBlog()
  const inInbox = async (view: 'unread' | 'unanswered') =>
    (await desk.query('comments', 'inbox', { blogId })).reduce((sum, { counts }) => sum + counts[view], 0)
  await wrote('When?', 'Where?', 'Why?')
  await sync()
  expect(await badge()).toBe(3)
  const [first, second] = await list()
  await desk.mutate('comments', 'markRead', { blogId, commentIds: [first?.id ?? ''] })
  await desk.mutate('comments', 'reply', { commentId: second?.id ?? '', text: 'There.' })
  expect(await badge()).toBe(1)
  expect(await badge()).toBe(await inInbox('unread'))
  await choose({ badge: 'unanswered' })
  expect(await badge()).toBe(2)
  expect(await badge()).toBe(await inInbox('unanswered'))
  await choose({ badge: 'nothing' })
  expect(await badge()).toBe(0)
  await desk.close()
})
