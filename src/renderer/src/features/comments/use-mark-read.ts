import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCore } from '../../api/queries.ts'
import type { BlogId, CommentId } from '../../../../shared/domain/ids.ts'
import type { PlacedComment } from './threads.ts'

const READ_AFTER_MS = 1500

/** What a person had before them for a moment is read; it stays marked as new for as long as this conversation is open. */
export function useMarkRead(
  blogId: BlogId,
  keptNew: ReadonlySet<string>,
): { newIds: ReadonlySet<string>; onSeen: (seen: readonly PlacedComment[]) => void } {
  const { core } = useCore()
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set())
  const { mutate } = useMutation(core.comments.markRead.mutationOptions())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const onSeen = useCallback(
    (seen: readonly PlacedComment[]) => {
      clearTimeout(timer.current)
      const commentIds = seen.flatMap(({ comment }): CommentId[] =>
        comment.isRead || keptNew.has(comment.id) ? [] : [comment.id],
      )
      if (commentIds.length === 0) return
      timer.current = setTimeout(() => {
        setNewIds((known) => new Set([...known, ...commentIds]))
        mutate({ blogId, commentIds })
      }, READ_AFTER_MS)
    },
    [blogId, keptNew, mutate],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return { newIds, onSeen }
}
