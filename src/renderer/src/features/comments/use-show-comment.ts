import { type RefObject, useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { readFoundState } from '../search/passage-state.ts'
import type { CommentListHandle } from './comment-list.tsx'
import type { PlacedComment } from './threads.ts'

/** Goes to the comment that was searched for, once it is in the list. */
export function useShowComment(items: readonly PlacedComment[], list: RefObject<CommentListHandle | null>): void {
  const state: unknown = useHistoryState()
  const isHere = items.some(({ comment }) => comment.id === readFoundState(state)?.commentId)
  useEffect(() => {
    const commentId = readFoundState(state)?.commentId ?? null
    if (!isHere || commentId === null) return undefined
    const frame = requestAnimationFrame(() => list.current?.show(commentId, 'center'))
    return () => cancelAnimationFrame(frame)
  }, [isHere, state, list])
}
