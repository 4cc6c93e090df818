import { readBeside, readLine, type LooseNode } from '../../../../../shared/content/checks/readable-post.ts'
import { isSpeltBlock, isSpeltField } from '../../../../../shared/content/spelling/spelling-texts.ts'
import { spellingWords, type SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { WrittenText } from '../words/written-texts.ts'

export const isSpelt = (text: WrittenText): boolean => {
  if (text.in === 'text') return isSpeltBlock(text.node.type.name)
  return text.in !== 'beside' || isSpeltField(text.field)
}

/** The words of a text to look up, in reading order. */
export const wordsOf = (text: WrittenText): SpellingWord[] => spellingWords({ ...lineOf(text), isVerbatim: false })

function lineOf(text: WrittenText) {
  switch (text.in) {
    case 'text': {
      const { content = [] } = text.node.toJSON() as { content?: LooseNode[] }
      return readLine(content, text.language)
    }
    case 'beside':
      return readBeside(text, text.node.attrs, text.language)
    case 'title':
    case 'excerpt':
      return readLine([{ type: 'text', text: text.words }], text.language)
  }
}
