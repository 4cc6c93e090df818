import type { Node } from '@tiptap/pm/model'
import { readBeside, readLine, type LooseNode } from '../../../../../shared/content/checks/readable-post.ts'
import { isSpeltBlock, isSpeltField } from '../../../../../shared/content/spelling/spelling-texts.ts'
import { spellingWords, type SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { WrittenText } from '../words/written-texts.ts'

type Known = Map<string, { language: string; words: SpellingWord[] }>

/** Nodes never change, so neither do their words: a key costs the one block it was typed in. */
const ofNodes = new WeakMap<Node, Known>()
/** Of the title and the excerpt, the last that were asked about. */
const ofFields: Known = new Map()

export const isSpelt = (text: WrittenText): boolean => {
  if (text.in === 'text') return isSpeltBlock(text.node.type.name)
  return text.in !== 'beside' || isSpeltField(text.field)
}

/** The words of a text to look up, always the same array for the same text. */
export function wordsOf(text: WrittenText): SpellingWord[] {
  const [known, key] = placeOfKnown(text)
  const before = known.get(key)
  if (before?.language === text.language) return before.words
  const words = spellingWords({ ...lineOf(text), isVerbatim: false })
  if (known === ofFields) for (const other of known.keys()) if (other.startsWith(`${text.in} `)) known.delete(other)
  known.set(key, { language: text.language, words })
  return words
}

function placeOfKnown(text: WrittenText): [Known, string] {
  if (!('node' in text)) return [ofFields, `${text.in} ${text.words}`]
  const known = ofNodes.get(text.node) ?? new Map()
  ofNodes.set(text.node, known)
  return [known, text.in === 'beside' ? text.field : '']
}

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
