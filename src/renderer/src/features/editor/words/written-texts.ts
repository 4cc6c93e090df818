import type { Node } from '@tiptap/pm/model'
import { languageOfBlock } from '../../../../../shared/content/checks/readable-post.ts'
import { besideOrder, wordsBeside, type BesideField } from '../../../../../shared/content/words-beside.ts'

/** Everything of the open post in which a person wrote words. */
export interface OpenWords {
  doc: Node
  title: string
  excerpt: string
  /** Of the post; '' when not known. */
  language: string
}

export type FieldName = { in: 'title' } | { in: 'excerpt' } | { in: 'beside'; position: number; field: BesideField }

/** A block of the text, from its first letter on; or a field beside it. `language` is that which holds there. */
export type WrittenText =
  | { in: 'text'; node: Node; start: number; language: string }
  | { in: 'title' | 'excerpt'; words: string; language: string }
  | { in: 'beside'; node: Node; position: number; field: BesideField; words: string; language: string }

/** A stretch of words: of the document where it is in the text, else of the field. */
export type WordsPlace = { from: number; to: number } & ({ in: 'text' } | FieldName)

/**
 * In the order of the page: the title, the text with what stands beside it, the excerpt. Of the text only what touches `from` to `to`.
 * Spelling and find go by it, as the checks go by readPost.
 */
export function writtenTexts(
  { doc, title, excerpt, language }: OpenWords,
  { from, to } = { from: 0, to: doc.content.size },
): WrittenText[] {
  const texts: WrittenText[] = []
  const field = (name: 'title' | 'excerpt', words: string): void => {
    if (words !== '') texts.push({ in: name, words, language })
  }
  const walk = (parent: Node, start: number, spoken: string): void => {
    parent.forEach((node, offset) => {
      const position = start + offset
      if (position + node.nodeSize <= from || position >= to) return
      const own = languageOfBlock(node.attrs) ?? spoken
      if (node.isTextblock) texts.push({ in: 'text', node, start: position + 1, language: own })
      else if (!node.isLeaf) walk(node, position + 1, own)
      for (const { field: name, words, language: spokenThere } of wordsBeside(node.type.name, node.attrs))
        texts.push({ in: 'beside', node, position, field: name, words, language: spokenThere ?? own })
    })
  }
  field('title', title)
  walk(doc, 0, language)
  field('excerpt', excerpt)
  return texts
}

export const isSameField = (one: FieldName | { in: 'text' }, other: FieldName | { in: 'text' }): boolean =>
  one.in === other.in &&
  (one.in !== 'beside' || (other.in === 'beside' && one.position === other.position && one.field === other.field))

/** A stretch of a text as a place of the post. */
export function placeIn(text: WrittenText, { from, to }: { from: number; to: number }): WordsPlace {
  switch (text.in) {
    case 'text':
      return { in: 'text', from: text.start + from, to: text.start + to }
    case 'title':
    case 'excerpt':
      return { in: text.in, from, to }
    case 'beside':
      return { in: 'beside', position: text.position, field: text.field, from, to }
  }
}

/** Whether a place is reached no sooner than another on the way through the page. */
export function isNotBefore(place: WordsPlace, other: WordsPlace, doc: Node): boolean {
  const ranks = [rankOf(place, doc), rankOf(other, doc)] as const
  if (ranks[0] !== ranks[1]) return ranks[0] > ranks[1]
  if (place.in === 'beside' && other.in === 'beside' && place.field !== other.field)
    return besideOrder(place.field) > besideOrder(other.field)
  return place.from >= other.from
}

function rankOf(place: WordsPlace, doc: Node): number {
  switch (place.in) {
    case 'text':
      return place.from
    case 'title':
      return -1
    case 'excerpt':
      return Infinity
    case 'beside':
      return place.position + (doc.nodeAt(place.position)?.nodeSize ?? 0)
  }
}

/** Where in the document a text stands: what is beside a block comes behind what is in it. */
export function standsAt(text: WrittenText): number {
  switch (text.in) {
    case 'text':
      return text.start
    case 'title':
      return -1
    case 'excerpt':
      return Infinity
    case 'beside':
      return text.position + text.node.nodeSize
  }
}
