import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'

const AFTER_TYPING_MS = 250

/**
 * What `read` finds in the open text, read again when typing or moving pauses: whole-text facts such as an outline must
 * not be worked out between two keys of a long post. While `isSame` holds the fact stays the object it was, and nothing is drawn.
 */
export function useAfterTyping<Fact>(
  editor: Editor,
  read: (editor: Editor) => Fact,
  isSame: (one: Fact, other: Fact) => boolean = Object.is,
): Fact {
  const [fact, setFact] = useState(() => read(editor))
  const readNow = useEffectEvent(() => {
    if (editor.isDestroyed) return
    const now = read(editor)
    setFact((before) => (isSame(before, now) ? before : now))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const readLater = (): void => {
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => readNow(), AFTER_TYPING_MS)
    }
    editor.on('transaction', readLater)
    return () => {
      editor.off('transaction', readLater)
      if (timer) clearTimeout(timer)
    }
  }, [editor])
  return fact
}
