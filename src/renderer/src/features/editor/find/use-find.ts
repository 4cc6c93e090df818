import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useCommand } from '../../commands/registered-commands.ts'
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

/** Looking for words in the open post, from anywhere in the window. */
export function useFind(editor: Editor): { opening: FindOpening | null; open: () => void; close: () => void } {
  const [opening, setOpening] = useState<FindOpening | null>(null)
  const open = (replaces: boolean): void => setOpening((before) => nextOpening(before, editor, replaces))
  useCommand('find', () => open(false))
  useCommand('replace', () => open(true))
  return {
    opening,
    open: () => open(true),
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
