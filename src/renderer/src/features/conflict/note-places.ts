import type { InlineNode } from '../../../../shared/content/document.ts'
import { inlineOf, walkDocument } from '../../../../shared/content/document-walk.ts'
import { markupToDocument } from '../../../../shared/content/markup-to-document.ts'

export interface NotePlace {
  number: number
  /** The end of the words it hangs on. */
  at: string
}

const LONGEST = 70

/** Where each footnote hangs in a text, by its id: what a person needs to know which one is asked about. */
export function notePlaces(markup: string): ReadonlyMap<string, NotePlace> {
  const places = new Map<string, NotePlace>()
  if (!markup.includes('data-fn')) return places
  for (const node of walkDocument(markupToDocument(markup))) {
    let words = ''
    for (const inline of inlineOf(node)) {
      if (inline.type !== 'footnoteReference') words += wordsOf(inline)
      else if (!places.has(inline.attrs.id)) places.set(inline.attrs.id, { number: places.size + 1, at: endOf(words) })
    }
  }
  return places
}

const wordsOf = (inline: InlineNode): string =>
  inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : ''

function endOf(words: string): string {
  const letters = Array.from(words.trim())
  if (letters.length <= LONGEST) return letters.join('')
  const end = letters.slice(-LONGEST).join('')
  return `…${end.slice(Math.max(0, end.search(/\s\S/) + 1))}`
}
