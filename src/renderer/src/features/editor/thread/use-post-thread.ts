import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { PostConversation } from '../../../../../shared/domain/conversation.ts'
import type { CommentId, PostId } from '../../../../../shared/domain/ids.ts'
import { NO_ROOM_BESIDE, useMediaQuery } from '../../../ui/use-media-query.ts'
import { useCommand } from '../../commands/registered-commands.ts'
import { setThreadBeside, useIsThreadBeside, useThreadOf } from '../../comments/thread-beside.ts'
import { commentFound } from '../../search/passage-state.ts'
import { setFocusMode, useFocusMode } from '../focus-mode.ts'

export interface PostThread {
  /** What is said under the post; undefined while nothing is. */
  conversation: PostConversation | undefined
  isDrawer: boolean
  isOpen: boolean
  /** Whether the person went there, and the panel takes the focus. */
  takesFocus: () => boolean
  toggle: () => void
  /** Opens it at one comment. */
  show: (commentId: CommentId) => void
  close: () => void
  /** Out of the panel, which stays where it does not cover the text. */
  goToText: () => void
}

/** The conversation beside the open post: F4 brings it and takes it away, and comes back to the text. */
export function usePostThread(postId: PostId, focusText: () => void): PostThread {
  const conversation = useThreadOf(postId)
  const isBeside = useIsThreadBeside(postId)
  const isDrawer = useMediaQuery(NO_ROOM_BESIDE)
  // The panel and the drawer are remembered apart: a window made narrow does not open over the text.
  const [isDrawerOpen, setIsDrawerOpen] = useState(false)
  const [, navigate] = useLocation()
  const isGoneTo = useRef(false)
  const isFocused = useFocusMode()
  const isOpen = !isFocused && (isDrawer ? isDrawerOpen && conversation !== undefined : isBeside)

  function open(): void {
    isGoneTo.current = true
    setFocusMode(false)
    if (isDrawer) setIsDrawerOpen(true)
    else setThreadBeside(true)
  }
  function close(): void {
    setIsDrawerOpen(false)
    if (isDrawer) return
    setThreadBeside(false)
    focusText()
  }
  function toggle(): void {
    if (isOpen) close()
    else open()
  }

  useCommand('thread', toggle, conversation !== undefined)

  return {
    conversation,
    isDrawer,
    isOpen,
    takesFocus() {
      const was = isGoneTo.current
      isGoneTo.current = false
      return was
    },
    toggle,
    show(commentId) {
      open()
      navigate(`/writing/${postId}`, { state: commentFound(commentId) })
    },
    close,
    goToText() {
      setIsDrawerOpen(false)
      focusText()
    },
  }
}
