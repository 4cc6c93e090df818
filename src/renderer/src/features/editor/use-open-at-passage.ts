import type { Editor } from '@tiptap/core'
import type { Selection } from '@tiptap/pm/state'
import { useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { readFoundState } from '../search/passage-state.ts'
import { placeOfPassage } from './passage-place.ts'

const justFound = new WeakMap<Editor, Selection>()

/** The words are chosen because they were found, not because the writer wants to do something to them. */
export const isJustFound = (editor: Editor): boolean => justFound.get(editor)?.eq(editor.state.selection) === true

/** Goes to what was searched for: the words are chosen and in the middle of the window, also when the post was open already. */
export function useOpenAtPassage(editor: Editor): void {
  const state: unknown = useHistoryState()
  useEffect(() => {
    const passage = readFoundState(state)?.passage
    if (!passage || editor.isDestroyed) return undefined
    // Once the search is closed and has given the focus back.
    const frame = requestAnimationFrame(() => {
      const place = editor.isDestroyed ? null : placeOfPassage(editor.state.doc, passage)
      if (!place) return
      editor.view.dispatch(editor.state.tr.setSelection(place).scrollIntoView())
      const at = editor.view.domAtPos(place.from).node
      const element = at instanceof Element ? at : at.parentElement
      element?.scrollIntoView({ block: 'center' })
      editor.view.focus()
      justFound.set(editor, editor.state.selection)
      // Gone to once: whoever comes back later finds the caret where it was left.
      history.replaceState(null, '')
    })
    return () => cancelAnimationFrame(frame)
  }, [editor, state])
}
