import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { findAnchor } from '../../../../shared/content/anchors/find-anchor.ts'
import type { FoundAnchor } from '../../../../shared/content/anchors/anchor.ts'
import { readPost } from '../../../../shared/content/checks/readable-post.ts'
import type { PostWords } from '../../../../shared/domain/post.ts'
import type { ReviewNote } from '../../../../shared/domain/review-file.ts'
import { createNoteMarks, noteMarksKey, scrollToPlace, showNotes } from './note-places.ts'

export interface Notes {
  /** Where each passage stands now; null when it is gone. Absent for a note about the whole post. */
  places: ReadonlyMap<string, FoundAnchor | null>
  currentId: string | null
  goTo: (note: ReviewNote) => void
}

/** The notes of a review in the text as it is now. */
export function useNotes(editor: Editor, notes: readonly ReviewNote[], words: PostWords, onPress: () => void): Notes {
  const [currentId, setCurrentId] = useState<string | null>(null)
  const places = useMemo(() => {
    const anchored = notes.filter(({ anchor }) => anchor !== null)
    if (anchored.length === 0) return new Map<string, FoundAnchor | null>()
    const post = readPost(words)
    return new Map(anchored.map(({ id, anchor }) => [id, anchor && findAnchor(post, anchor)]))
  }, [notes, words])
  const press = useEffectEvent((id: string) => {
    setCurrentId(id)
    onPress()
  })
  useEffect(() => {
    editor.registerPlugin(createNoteMarks((id) => press(id)))
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(noteMarksKey)
    }
  }, [editor])
  useEffect(() => {
    const placed = notes.flatMap(({ id, resolved }) => {
      const found = places.get(id)
      return found ? [{ id, where: found.where, isResolved: resolved !== null }] : []
    })
    showNotes(editor, placed, currentId)
  }, [editor, notes, places, currentId])
  return {
    places,
    currentId,
    goTo(note) {
      setCurrentId(note.id)
      const found = places.get(note.id)
      if (found) scrollToPlace(editor, found.where)
    },
  }
}
