import { statusOf, type Comment } from '../../../../shared/domain/comment.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'

/** A comment in its place; `depth` 0 begins a thread. */
export interface PlacedComment {
  comment: Comment
  depth: number
}

/** What a person may want to see of the conversation. */
export type ConversationView = 'all' | 'unanswered' | 'unread' | 'held' | 'flagged'

const isSeenIn: Record<ConversationView, (comment: Comment) => boolean> = {
  all: () => true,
  unanswered: ({ isUnanswered }) => isUnanswered,
  unread: ({ isRead }) => !isRead,
  held: (comment) => statusOf(comment) === 'hold',
  flagged: ({ isFlagged }) => isFlagged,
}

export interface PostConversation {
  postId: PostId
  postTitle: string
  counts: Record<ConversationView, number>
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

export const VIEWS = ['all', 'unanswered', 'unread', 'held', 'flagged'] as const satisfies ConversationView[]
const none = { all: 0, unanswered: 0, unread: 0, held: 0, flagged: 0 }

/** One line per post that has comments, the post with the newest comment first. */
export function postConversations(comments: Comment[]): PostConversation[] {
  const byPost = new Map<PostId, PostConversation>()
  for (const comment of comments) {
    const { postId, postTitle, createdAt } = comment
    const line = byPost.get(postId) ?? { postId, postTitle, counts: { ...none }, lastAt: createdAt }
    for (const view of VIEWS) if (isSeenIn[view](comment)) line.counts[view] += 1
    if (createdAt > line.lastAt) line.lastAt = createdAt
    byPost.set(postId, line)
  }
  return [...byPost.values()].toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))
}

/** Threads in which something is what the person wants to see, whole. */
export function onlyThreadsIn(view: ConversationView, placed: PlacedComment[]): PlacedComment[] {
  if (view === 'all') return placed
  const threads: PlacedComment[][] = []
  for (const item of placed) {
    if (item.depth === 0) threads.push([item])
    else threads.at(-1)?.push(item)
  }
  return threads.filter((thread) => thread.some(({ comment }) => isSeenIn[view](comment))).flat()
}
