import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Comment } from '../../../src/shared/domain/comment.ts'
import { CONVERSATION_VIEWS, isSeenIn } from '../../../src/shared/domain/conversation.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import { postWithComments } from '../../support/post-with-comments.ts'

const postAsked = (...texts: string[]) => postWithComments(texts, { holdMs: 10_000 })

describe('the comments of a post', () => {
  test('come oldest first, each in the direction of its own words', async () => {
    const { desk, list } = await postAsked('When?', 'متى؟')
    expect((await list()).map(({ direction, isUnanswered, isRead }) => ({ direction, isUnanswered, isRead }))).toEqual([
      { direction: 'ltr', isUnanswered: true, isRead: false },
      { direction: 'rtl', isUnanswered: true, isRead: false },
    ])
    await desk.close()
  })

  test('of one post are not those of another', async () => {
    const { desk, blogId } = await postAsked('When?')
    const other = await newPost(desk, blogId, 'Quiet')
    expect(await desk.query('comments', 'list', { blogId, postId: other })).toEqual([])
    expect(await desk.query('comments', 'list', { blogId, postId: null })).toHaveLength(1)
    await desk.close()
  })

  test('once read stay read, also when the blog sends them again', async () => {
    const { desk, blogId, list, ids } = await postAsked('When?')
    await desk.mutate('comments', 'markRead', { blogId, commentIds: [ids[0] ?? ''] })
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await list()).toMatchObject([{ isRead: true, isUnanswered: true }])
    await desk.close()
  })
})

describe('a reply', () => {
  test('stands under its comment at once, answers it, and is what a comment may carry', async () => {
    const { desk, reply, list } = await postAsked('When?')
    const entry = await reply('In <b>March</b> & later.\n<u>Or April.</u>')
    const [comment, mine] = await list()
    expect(comment).toMatchObject({ isUnanswered: false, isRead: true })
    expect(mine).toMatchObject({
      parentId: comment?.id,
      isMine: true,
      contentHtml: '<p>In <strong>March</strong> &amp; later.<br>&lt;u&gt;Or April.&lt;/u&gt;</p>',
      entry: { id: entry.id, state: 'held' },
    })
    await desk.close()
  })

  test('sent twice by two clicks is one, and another text under the same comment is another', async () => {
    const { desk, blogId, reply } = await postAsked('When?')
    const first = await reply('In March.')
    expect((await reply('In March.')).id).toBe(first.id)
    expect((await reply('In April.')).id).not.toBe(first.id)
    const open = (await desk.query('outbox', 'list', { blogId })).filter(({ kind }) => kind === 'send-reply')
    expect(open.map(({ what }) => what)).toEqual(['Lan: In March.', 'Lan: In April.'])
    await desk.close()
  })

  test('that waited while the desk was renewed is the same when it is given once more', async () => {
    const on = await postAsked('When?')
    const { id } = await on.reply('In <b>March</b> &amp; later.')
    await on.desk.close()
    const database = new Database(profileIn(on.profileFolder).databasePath)
    database.exec("UPDATE outbox_entries SET payload_hash = 'of the plain words'")
    database.close()
    const again = on.openOther(on.profileFolder)
    const input = { commentId: on.ids[0] ?? '', text: 'In <b>March</b> &amp; later.' }
    expect(await again.mutate('comments', 'reply', input)).toMatchObject({ id })
    const waiting = await again.query('outbox', 'list', { blogId: on.blogId })
    expect(waiting.filter(({ kind }) => kind === 'send-reply')).toMatchObject([{ id }])
    await again.close()
  })

  test('taken back leaves the comment unanswered', async () => {
    const { desk, reply, list } = await postAsked('When?')
    const { id: entryId } = await reply('In March.')
    await desk.mutate('outbox', 'cancel', { entryId })
    expect(await list()).toMatchObject([{ isUnanswered: true }])
    await desk.close()
  })

  test('to a comment that is not here is refused', async () => {
    const { desk } = await postAsked()
    const commentId = '4b3c2a10-0000-4000-8000-000000000001'
    await expect(desk.mutate('comments', 'reply', { commentId, text: 'Hello?' })).rejects.toMatchObject({
      data: { kind: 'no-such-item', what: 'comment' },
    })
    await desk.close()
  })
})

describe('the inbox', () => {
  test('counts what a look at each comment counts, with what waits in the outbox', async () => {
    const { desk, blogId, postId, ids, reply, list } = await postAsked('One?', 'Two?', 'Three?', 'Four?')
    const quiet = await newPost(desk, blogId, 'Quiet')
    await reply('In March.')
    await desk.mutate('comments', 'markRead', { blogId, commentIds: [ids[1] ?? ''] })
    await desk.mutate('comments', 'setFlagged', { blogId, commentIds: [ids[1] ?? ''], isFlagged: true })
    for (const [index, to] of [
      [1, 'hold'],
      [2, 'spam'],
    ] as const) {
      const { id, print, status } = (await list())[index] as Comment
      await desk.mutate('comments', 'moderate', { seen: [{ commentId: id, print, status, decided: null }], to })
    }
    const lines = await desk.query('comments', 'inbox', { blogId })
    const comments = await list()
    expect(lines.map((line) => line.postId)).not.toContain(quiet)
    expect(lines.find((line) => line.postId === postId)).toEqual({
      postId,
      postTitle: 'Ask me',
      counts: Object.fromEntries(
        CONVERSATION_VIEWS.map((view) => [view, comments.filter((comment) => isSeenIn[view](comment)).length]),
      ),
      lastAt: comments
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .at(-1),
      waitsSince: comments.filter(({ isUnanswered }) => isUnanswered).map(({ createdAt }) => createdAt)[0],
    })
    const unanswered = comments.filter(({ isUnanswered }) => isUnanswered)
    expect(unanswered).toHaveLength(2)
    const waiting = await desk.query('comments', 'waiting', { blogId, limit: 10 })
    expect(waiting.map(({ commentId, words }) => ({ commentId, words }))).toEqual([
      { commentId: unanswered[0]?.id, words: 'Two?' },
      { commentId: unanswered[1]?.id, words: 'Four?' },
    ])
    await desk.close()
  })
})

describe('a second look at replies', () => {
  async function withSecondLook(secondLook: number | 'until-looked-at') {
    const on = await postAsked('When?')
    await on.desk.mutate('settings', 'set', { secondLook: { [on.blogId]: secondLook } })
    const stateOf = async (id: string) =>
      (await on.desk.query('outbox', 'list', { blogId: on.blogId })).find((entry) => entry.id === id)?.state
    return { ...on, stateOf }
  }

  test('holds each for the minutes that were chosen, and no longer', async () => {
    const { desk, blogId, clock, reply, stateOf } = await withSecondLook(15)
    const { id, createdAt, heldUntil } = await reply('In March.')
    expect(Date.parse(heldUntil ?? '') - Date.parse(createdAt)).toBe(15 * 60_000)
    clock.advance(14 * 60_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await stateOf(id)).toBe('held')
    clock.advance(61_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await stateOf(id)).toBe('done')
    await desk.close()
  })

  test('or until it is let go; other words are looked at again as well, unless it had been let go', async () => {
    const { desk, blogId, clock, reply, stateOf } = await withSecondLook('until-looked-at')
    const { id } = await reply('In March.')
    clock.advance(24 * 3_600_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await stateOf(id)).toBe('held')
    const changed = await desk.mutate('comments', 'editReply', { entryId: id, text: 'In April.' })
    expect(changed).toMatchObject({ state: 'held', heldUntil: null })
    await desk.mutate('outbox', 'release', { entryId: changed.id })
    const again = await desk.mutate('comments', 'editReply', { entryId: changed.id, text: 'In May.' })
    expect(again.heldUntil).not.toBeNull()
    clock.advance(11_000)
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await stateOf(again.id)).toBe('done')
    await desk.close()
  })
})
