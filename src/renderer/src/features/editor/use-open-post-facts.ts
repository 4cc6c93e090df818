import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { countWords } from '../../../../shared/content/count-words.ts'
import { readDocument } from './read-document.ts'
import { setDeskStatus } from './desk-status.ts'

const AFTER_TYPING_MS = 400

/** Counts the words for the status bar when typing pauses. */
export function useOpenPostFacts(editor: Editor, language: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const count = (): void => {
      if (editor.isDestroyed) return
      const wordCount = countWords(readDocument(editor), language)
      setDeskStatus({ open: { wordCount, language } })
    }
    const countLater = (): void => {
      if (timer) clearTimeout(timer)
      timer = setTimeout(count, AFTER_TYPING_MS)
    }
    count()
    editor.on('transaction', countLater)
    return () => {
      editor.off('transaction', countLater)
      if (timer) clearTimeout(timer)
    }
  }, [editor, language])

  useEffect(() => {
    setDeskStatus({ save: { kind: 'untouched' } })
    return () => setDeskStatus({ open: null })
  }, [])
}
