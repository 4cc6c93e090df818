import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect } from 'react'
import { countWordsIn } from '../../../../shared/content/count-words.ts'
import { nodeText } from '../../../../shared/content/document-to-text.ts'
import type { BlockNode } from '../../../../shared/content/document.ts'
import { countCharacters, textSize, type TextSize } from '../../../../shared/content/text-size.ts'
import { setDeskStatus } from './desk-status.ts'

const AFTER_TYPING_MS = 400

interface Counts {
  words: number
  characters: number
}

/** Counts for the status bar when typing or selecting pauses. A block that did not change is not counted again. */
export function useOpenPostFacts(editor: Editor, language: string): void {
  useEffect(() => {
    const known = new WeakMap<Node, Counts>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const count = (): void => {
      if (editor.isDestroyed) return
      const size = textSize(countsOf(editor.state.doc, language, known), language)
      setDeskStatus({ open: { size, selected: selectedSize(editor, language), language } })
    }
    const countLater = (): void => {
      if (timer) clearTimeout(timer)
      timer = setTimeout(count, AFTER_TYPING_MS)
    }
    count()
    editor.on('transaction', countLater)
    document.addEventListener('focusin', countLater)
    return () => {
      editor.off('transaction', countLater)
      document.removeEventListener('focusin', countLater)
      if (timer) clearTimeout(timer)
    }
  }, [editor, language])

  useEffect(() => {
    setDeskStatus({ save: { kind: 'untouched' } })
    return () => setDeskStatus({ open: null })
  }, [])
}

function countsOf(doc: Node, language: string, known: WeakMap<Node, Counts>): Counts {
  const sum = { words: 0, characters: 0 }
  doc.forEach((block) => {
    let counts = known.get(block)
    if (!counts) {
      counts = countsIn(nodeText(block.toJSON() as BlockNode), language)
      known.set(block, counts)
    }
    sum.words += counts.words
    sum.characters += counts.characters
  })
  return sum
}

const countsIn = (text: string, language: string): Counts => ({
  words: countWordsIn(text, language),
  characters: countCharacters(text),
})

/** In a field, such as the title, what is selected there is seen; what was selected in the text before is not. */
function selectedSize({ state }: Editor, language: string): TextSize | null {
  const { from, to, empty } = state.selection
  if (empty || document.activeElement?.matches('input, textarea')) return null
  const text = state.doc.textBetween(from, to, '\n', '\n')
  return text.trim() === '' ? null : textSize(countsIn(text, language), language)
}
