import type { PracticeSite } from './practice-site.ts'

/** As a visitor whom everybody here knows: shown at once. */
export function readerSays(
  { state, nowGmt }: PracticeSite,
  { postId, name, text }: { postId: number; name: string; text: string },
): void {
  if (!state.posts.some(({ id }) => id === postId)) return
  const id = state.nextCommentId
  state.nextCommentId += 1
  state.comments.push({
    id,
    postId,
    parentId: 0,
    authorId: 0,
    authorName: name,
    authorEmail: `visitor-${id}@example.org`,
    authorUrl: '',
    authorIp: '127.0.0.1',
    userAgent: 'Mozilla/5.0',
    content: text,
    status: 'approved',
    createdGmt: nowGmt(),
  })
}
