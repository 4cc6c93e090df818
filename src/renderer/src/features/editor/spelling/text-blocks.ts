import type { Node } from '@tiptap/pm/model'
import { languageOfBlock, readLine, type LooseNode } from '../../../../../shared/content/checks/readable-post.ts'
import { isSpeltBlock } from '../../../../../shared/content/spelling/spelling-texts.ts'
import { spellingWords, type SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'

/** A block of words in the open text, with the language that holds where it stands. */
export interface SpellingBlock {
  node: Node
  /** Of its first letter. */
  start: number
  language: string
}

/** In reading order. A block, or what it stands in, may have a language of its own on the blog (`lang`); else it is the post's. */
export function textBlocksIn(doc: Node, language: string, from = 0, to = doc.content.size): SpellingBlock[] {
  const blocks: SpellingBlock[] = []
  const walk = (parent: Node, start: number, spoken: string): void => {
    parent.forEach((node, offset) => {
      const position = start + offset
      if (position + node.nodeSize <= from || position >= to || !isSpeltBlock(node.type.name)) return
      const own = languageOfBlock(node.attrs) ?? spoken
      if (node.isTextblock) blocks.push({ node, start: position + 1, language: own })
      else if (!node.isLeaf) walk(node, position + 1, own)
    })
  }
  walk(doc, 0, language)
  return blocks
}

/** Nodes never change, so neither do their words: a key costs the one block it was typed in. */
const known = new WeakMap<Node, { language: string; words: SpellingWord[] }>()

export function wordsOf({ node, language }: SpellingBlock): SpellingWord[] {
  const before = known.get(node)
  if (before?.language === language) return before.words
  const { content = [] } = node.toJSON() as { content?: LooseNode[] }
  const words = spellingWords({ ...readLine(content, language), isVerbatim: false })
  known.set(node, { language, words })
  return words
}
