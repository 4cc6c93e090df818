import type { PracticeUserName } from '../../src/main/core/practice-blog/practice-state.ts'
import { deskOnPracticeBlog, newPost } from './desk-on-practice-blog.ts'

/** A published post with visitors' comments under it, a minute apart, all of them on the desk. */
export async function postWithComments(
  texts: readonly string[],
  options: { userName?: PracticeUserName; holdMs?: number } = {},
) {
  const on = await deskOnPracticeBlog(options)
  const { blogId, desk } = on
  const postId = await newPost(desk, blogId, 'Ask me')
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  on.clock.advance(options.holdMs ?? 0)
  await on.syncUntilQuiet()
  const { remoteId } = await desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('not published')
  for (const text of texts) {
    on.clock.advance(60_000)
    await on.visitorComment(Number(remoteId), text)
  }
  const sync = () => desk.mutate('line', 'syncNow', { blogId })
  await sync()
  const list = () => desk.query('comments', 'list', { blogId, postId })
  const ids = (await list()).map(({ id }) => id)
  const reply = (text: string, commentId: string = ids[0] ?? '') =>
    desk.mutate('comments', 'reply', { commentId, text })
  return { ...on, postId, remoteId, sync, list, ids, reply }
}
