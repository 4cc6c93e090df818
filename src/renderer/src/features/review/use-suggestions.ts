import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { PostWords } from '../../../../shared/domain/post.ts'
import {
  listPostSuggestions,
  overlayPosts,
  type PostOverlay,
} from '../../../../shared/content/suggestions/overlay-posts.ts'
import { readDocument } from '../editor/read-document.ts'
import type { PostFields } from '../editor/working-copy.ts'
import { createSuggestionMarks, showSuggestions, suggestionMarksKey, suggestionNow } from './suggestion-marks.ts'
import { placeSuggestions } from './suggestion-places.ts'

const AFTER_TYPING_MS = 250

/** What the two texts differ in, as the list and the marks show it. */
export interface Suggestions {
  overlay: PostOverlay
  /** Every one once, those of the title first. */
  ids: string[]
  currentId: string | null
  goTo: (id: string) => void
  step: (direction: 1 | -1) => void
  leave: () => void
}

interface SuggestionsOptions {
  editor: Editor
  given: PostWords
  fields: PostFields
  decidedIds: ReadonlySet<string>
  authorOf: (id: string) => string | null
  /** A mark in the text was pressed. */
  onPress: () => void
}

/** Lays the text of the editor over the given one, again when typing pauses, and shows in it where they differ. */
export function useSuggestions({
  editor,
  given,
  fields,
  decidedIds,
  authorOf,
  onPress,
}: SuggestionsOptions): Suggestions {
  const [document, setDocument] = useState(() => readDocument(editor))
  const [currentId, setCurrentId] = useState<string | null>(null)
  const overlay = useMemo(() => overlayPosts(given, { ...fields, document }), [given, fields, document])
  const ids = useMemo(() => idsOf(overlay), [overlay])
  const readNow = useEffectEvent(() => {
    if (!editor.isDestroyed) setDocument(readDocument(editor))
  })
  const press = useEffectEvent((id: string) => {
    setCurrentId(id)
    onPress()
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const readLater = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (!transaction.docChanged) return
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => readNow(), AFTER_TYPING_MS)
    }
    editor.on('transaction', readLater)
    editor.registerPlugin(createSuggestionMarks((id) => press(id)))
    return () => {
      if (timer) clearTimeout(timer)
      editor.off('transaction', readLater)
      if (!editor.isDestroyed) editor.unregisterPlugin(suggestionMarksKey)
    }
  }, [editor])

  const current = currentId !== null && ids.includes(currentId) ? currentId : null
  useEffect(() => {
    // What was typed since is read in a moment; until then the marks move with the text.
    if (overlay.document.after !== document || editor.isDestroyed || !isSameText(editor, document)) return
    const places = placeSuggestions(overlay.document, editor.state.doc)
    showSuggestions(editor, { places, currentId: current, decidedIds, authorOf })
  }, [editor, document, overlay, current, decidedIds, authorOf])

  function goTo(id: string): void {
    setCurrentId(id)
    const now = suggestionNow(editor, id)
    if (!now) return
    const at = editor.view.domAtPos(now.from, 1)
    const dom = at.node.childNodes[at.offset] ?? at.node
    const shown = dom instanceof Element ? dom : dom.parentElement
    shown?.scrollIntoView({ block: 'center' })
  }

  return {
    overlay,
    ids,
    currentId: current,
    goTo,
    step(direction) {
      const at = current === null ? (direction === 1 ? -1 : 0) : ids.indexOf(current)
      const next = ids[(at + direction + ids.length) % Math.max(1, ids.length)]
      if (next !== undefined) goTo(next)
    },
    leave: () => setCurrentId(null),
  }
}

function idsOf(overlay: PostOverlay): string[] {
  const { fields, text } = listPostSuggestions(overlay)
  return [...fields, ...text].map(({ id }) => id)
}

const isSameText = (editor: Editor, document: PostWords['document']): boolean => {
  const now = readDocument(editor).content
  return now.length === document.content.length && now.every((block, at) => block === document.content[at])
}
