import type { Comment } from '../../../../shared/domain/comment.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'

/** A comment in its place; `depth` 0 begins a thread. */
export interface PlacedComment {
  comment: Comment
  depth: number
}

export interface PostConversation {
  postId: PostId
  postTitle: string
  commentCount: number
  unreadCount: number
  unansweredCount: number
  lastAt: string
}

/**
 * Threads in the order the core gives their first comments, each followed by its answers. A comment whose parent is not
 * here (in the blog's trash, or not yet down) begins a thread of its own: nothing is hidden.
 */
export function placeComments(comments: Comment[]): PlacedComment[] {
  const known = new Set(comments.map((comment) => comment.id))
  const answers = Map.groupBy(comments, (comment) =>
    comment.parentId !== null && known.has(comment.parentId) ? comment.parentId : null,
  )
  const placed: PlacedComment[] = []
  const seen = new Set<string>()
  const stack = (answers.get(null) ?? []).map((comment) => ({ comment, depth: 0 })).toReversed()
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (seen.has(top.comment.id)) continue
    seen.add(top.comment.id)
    placed.push(top)
    const { depth } = top
    for (const comment of (answers.get(top.comment.id) ?? []).toReversed()) stack.push({ comment, depth: depth + 1 })
  }
  return placed
}

/** One line per post that has comments, the post with the newest comment first. */
export function postConversations(comments: Comment[]): PostConversation[] {
  const byPost = new Map<PostId, PostConversation>()
  for (const { postId, postTitle, isRead, isUnanswered, createdAt } of comments) {
    const line = byPost.get(postId) ?? {
      postId,
      postTitle,
      commentCount: 0,
      unreadCount: 0,
      unansweredCount: 0,
      lastAt: createdAt,
    }
    line.commentCount += 1
    if (!isRead) line.unreadCount += 1
    if (isUnanswered) line.unansweredCount += 1
    if (createdAt > line.lastAt) line.lastAt = createdAt
    byPost.set(postId, line)
  }
  return [...byPost.values()].toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))
}

/** Threads in which something still waits for an answer, whole. */
export function onlyUnanswered(placed: PlacedComment[]): PlacedComment[] {
  const threads: PlacedComment[][] = []
  for (const item of placed) {
    if (item.depth === 0) threads.push([item])
    else threads.at(-1)?.push(item)
  }
  return threads.filter((thread) => thread.some(({ comment }) => comment.isUnanswered)).flat()
}
