import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

/** One press of the shortcut; a further press starts again from the selection. */
export interface FindOpening {
  press: number
  text: string
  replaces: boolean
}

const LONGEST_SELECTION = 200

/** Ctrl+F and Ctrl+H anywhere in the window while a post is open. */
export function useFind(editor: Editor): { opening: FindOpening | null; open: () => void; close: () => void } {
  const [opening, setOpening] = useState<FindOpening | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return
      const key = event.key.toLowerCase()
      const replaces = (key === 'h' && event.ctrlKey) || (key === 'f' && event.metaKey && event.altKey)
      if (!replaces && (key !== 'f' || event.altKey)) return
      if (document.querySelector('[role="dialog"][aria-modal], .veil')) return
      event.preventDefault()
      setOpening((before) => nextOpening(before, editor, replaces))
    }
    // Before the fields of the bar itself, which keep their keys.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [editor])
  return {
    opening,
    open: () => setOpening((before) => nextOpening(before, editor, true)),
    close: () => setOpening(null),
  }
}

const nextOpening = (before: FindOpening | null, editor: Editor, replaces: boolean): FindOpening => ({
  press: (before?.press ?? 0) + 1,
  text: selectedWords(editor),
  replaces,
})

function selectedWords({ state }: Editor): string {
  const { from, to, $from, $to } = state.selection
  if (!$from.sameParent($to) || to - from > LONGEST_SELECTION) return ''
  return state.doc.textBetween(from, to)
}
