import { useCallback, useState } from 'react'
import type { ReplyDrafts } from './use-reply-drafts.ts'

interface Answering {
  isOpen: (commentId: string) => boolean
  setOpen: (commentId: string, isOpen: boolean) => void
}

/** Under which comments somebody writes: an answer that was begun stands open, until it is put away. */
export function useAnswering(drafts: ReplyDrafts): Answering {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const setOpen = useCallback((commentId: string, isOpen: boolean) => {
    setChosen((known) => new Map(known).set(commentId, isOpen))
  }, [])
  return { isOpen: (commentId) => chosen.get(commentId) ?? drafts.textOf(commentId) !== '', setOpen }
}
