import type { BlockNode, PostDocument } from '../document.ts'
import { nodeText } from '../document-to-text.ts'
import { wordsBeside } from '../words-beside.ts'

/** Blocks in which nobody writes words of the text. */
const WITHOUT_WORDS = new Set<string>(['horizontalRule', 'pageBreak', 'moreBreak', 'footnotes'])

/** The blocks of the text that are translated, with their place among all and their words; one that is empty yet is one of them. */
export function tiedWords(document: PostDocument): { place: number; words: string }[] {
  return document.content.flatMap((block, place) =>
    WITHOUT_WORDS.has(block.type) ? [] : [{ place, words: wordsOf(block) }],
  )
}

/** The description of a picture is read aloud in the reader's language: it is translated too. */
function wordsOf(block: BlockNode): string {
  const alt = wordsBeside(block.type, block.attrs ?? {}).flatMap(({ field, words }) => (field === 'alt' ? [words] : []))
  return [nodeText(block), ...alt].filter((words) => words !== '').join('\n')
}
