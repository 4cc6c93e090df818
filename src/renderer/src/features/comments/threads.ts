import type { Comment } from '../../../../shared/domain/comment.ts'
import { type ConversationView, isSeenIn } from '../../../../shared/domain/conversation.ts'

/** A comment in its place; `depth` 0 begins a thread. */
export interface PlacedComment {
  comment: Comment
  depth: number
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
