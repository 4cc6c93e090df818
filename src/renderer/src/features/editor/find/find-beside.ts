import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { matchesInWords, type FindQuery, type Match } from './find-matches.ts'

/** A place in words that stand beside the text: `position` is the block's, null for the title. */
export interface BesideMatch extends Match {
  position: number | null
  words: string
}

const BESIDE = ['caption', 'alt', 'credit', 'citation'] as const

/** What is looked for in the title, in captions, descriptions, credits and sources, in reading order. */
export function matchesBeside(doc: Node, title: string, query: FindQuery): BesideMatch[] {
  const inWords = (words: string, position: number | null): BesideMatch[] =>
    matchesInWords(words, query).map((match) => ({ ...match, position, words }))
  const found = inWords(title, null)
  if (query.text === '') return found
  doc.descendants((node, position) => {
    for (const name of BESIDE) {
      const words: unknown = node.attrs[name]
      if (typeof words === 'string' && words !== '') found.push(...inWords(words, position))
    }
    return !node.isTextblock
  })
  return found
}

/** Goes to the field that holds the words and selects them there; false when it is not on the page. */
export function showBeside(view: EditorView, { position, words, from, to }: BesideMatch): boolean {
  const block = position === null ? view.dom.closest('.sheet') : view.nodeDOM(position)
  if (!(block instanceof HTMLElement)) return false
  const fields = block.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')
  const field = [...fields].find(({ value }) => value === words)
  if (!field) return false
  const folded = field.closest('details')
  if (folded) folded.open = true
  field.focus()
  field.setSelectionRange(from, to)
  return true
}
