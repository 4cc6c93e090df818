import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'

const AFTER_TYPING_MS = 250

/**
 * What `read` finds in the open text, read again when typing or moving pauses: whole-text facts such as an outline must
 * not be worked out between two keys of a long post.
 */
export function useAfterTyping<Fact>(editor: Editor, read: (editor: Editor) => Fact): Fact {
  const [fact, setFact] = useState(() => read(editor))
  const readNow = useEffectEvent(() => {
    if (!editor.isDestroyed) setFact(read(editor))
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
