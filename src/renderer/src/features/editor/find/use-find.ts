import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { placeOfPerson, wordsAt } from '../words/places.ts'
import type { WordsPlace } from '../words/written-texts.ts'

/** One press of the shortcut; a further press starts again from the selection. */
export interface FindOpening {
  press: number
  text: string
  /** Where the person was. */
  from: WordsPlace
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
  ...selectedWords(editor),
  replaces,
})

function selectedWords(editor: Editor): Pick<FindOpening, 'text' | 'from'> {
  const from = placeOfPerson(editor)
  const { $from, $to } = editor.state.selection
  const isOfOneLine = from.in !== 'text' || $from.sameParent($to)
  return { from, text: isOfOneLine && from.to - from.from <= LONGEST_SELECTION ? wordsAt(editor, from) : '' }
}
