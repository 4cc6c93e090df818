import { useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Comment } from '../../../../shared/domain/comment.ts'
import { readFoundState } from '../search/passage-state.ts'

/** Goes to the comment that was searched for, once it is in the list. */
export function useShowComment(comments: Comment[] | undefined): void {
  const state: unknown = useHistoryState()
  const isHere = comments?.some(({ id }) => id === readFoundState(state)?.commentId) === true
  useEffect(() => {
    const commentId = readFoundState(state)?.commentId ?? null
    if (!isHere || commentId === null) return undefined
    const frame = requestAnimationFrame(() => {
      const card = document.querySelector(`[data-comment-id="${CSS.escape(commentId)}"]`)
      if (!(card instanceof HTMLElement)) return
      card.scrollIntoView({ block: 'center' })
      card.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [isHere, state])
}
