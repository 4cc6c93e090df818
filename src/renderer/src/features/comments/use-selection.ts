import { useCallback, useMemo, useRef, useState } from 'react'
import { MOST_DECIDED } from '../../../../shared/domain/conversation.ts'
import type { Comment } from '../../../../shared/domain/comment.ts'
import type { PlacedComment } from './threads.ts'

export interface Selection {
  ids: ReadonlySet<string>
  /** In the order of the list. What left the list is chosen no more. */
  comments: readonly Comment[]
  toggle: (commentId: string) => void
  /** From the one chosen last to this one. */
  extendTo: (commentId: string) => void
  /** As many as one act takes, from the top. */
  chooseAll: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Several comments at once, by pointer or key. Replies that still wait in the outbox are none of them. */
export function useSelection(items: readonly PlacedComment[]): Selection {
  const [chosen, setChosen] = useState(NONE)
  const anchor = useRef<string | null>(null)

  const comments = useMemo(
    () => (chosen.size === 0 ? [] : items.flatMap(({ comment }) => (chosen.has(comment.id) ? [comment] : []))),
    [items, chosen],
  )
  const ids = useMemo(() => new Set<string>(comments.map(({ id }) => id)), [comments])

  const toggle = useCallback(
    (commentId: string) => {
      anchor.current = commentId
      setChosen((known) => {
        const next = new Set(known)
        const isChoosable = items.some(({ comment }) => comment.id === commentId && comment.entry === null)
        if (!next.delete(commentId) && isChoosable && next.size < MOST_DECIDED) next.add(commentId)
        return next
      })
    },
    [items],
  )
  const extendTo = useCallback(
    (commentId: string) => {
      const at = (id: string | null): number => items.findIndex(({ comment }) => comment.id === id)
      const to = at(commentId)
      const from = at(anchor.current) === -1 ? to : at(anchor.current)
      anchor.current ??= commentId
      const between = choosable(items.slice(Math.min(from, to), Math.max(from, to) + 1))
      setChosen(new Set(between))
    },
    [items],
  )
  const chooseAll = useCallback(() => setChosen(new Set(choosable(items))), [items])
  const clear = useCallback(() => {
    anchor.current = null
    setChosen(NONE)
  }, [])
  return { ids, comments, toggle, extendTo, chooseAll, clear }
}

const choosable = (items: readonly PlacedComment[]): string[] =>
  items.flatMap(({ comment }) => (comment.entry === null ? [comment.id as string] : [])).slice(0, MOST_DECIDED)
