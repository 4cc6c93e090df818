import { childrenOf, holdsWords, inlineOf } from './document-walk.ts'
import type { PostDocument, StructureNode } from './document.ts'
import { nodeText } from './document-to-text.ts'

const LONGEST = 220

/** What the editor's positions count as one step: nothing can be written in them. */
const ATOMS: readonly StructureNode['type'][] = [
  'horizontalRule',
  'moreBreak',
  'pageBreak',
  'picture',
  'embed',
  'video',
  'audio',
  'file',
  'customHtml',
  'opaque',
]

/** What a cut through a sentence leaves at its front: half a letter, or part of a word. */
const CUT = /^(?:[\uDC00-\uDFFF]|\S*\s+)/

interface Passage {
  text: string
  /** Where its words begin, as an editor position. */
  from: number
}

/**
 * The sentence in which somebody left off, as one line: the one at an editor position, else the last of the text; of a long
 * one its end. '' of a text without words.
 */
export function sentenceAt(document: PostDocument, position: number | null, language: string): string {
  const passages: Passage[] = []
  collect(document.content, 0, passages)
  const written = passages.filter(({ text }) => text.trim() !== '')
  const passage = written.findLast(({ from }) => position === null || from <= position) ?? written[0]
  if (!passage) return ''
  const at = position === null ? passage.text.length : position - passage.from
  const sentence = sentenceOf(passage.text, Math.min(Math.max(at, 0), passage.text.length), language)
  return sentence.length <= LONGEST ? sentence : `…${sentence.slice(-LONGEST).replace(CUT, '')}`
}

/** Returns the position behind the nodes. */
function collect(nodes: readonly StructureNode[], from: number, passages: Passage[]): number {
  let position = from
  for (const node of nodes) {
    if (ATOMS.includes(node.type)) position += 1
    else if (holdsWords(node)) {
      const sizes = inlineOf(node).map((inline) => (inline.type === 'text' ? inline.text.length : 1))
      passages.push({ text: nodeText(node), from: position + 1 })
      position += sizes.reduce((sum, size) => sum + size, 2)
    } else position = collect(childrenOf(node), position + 1, passages) + 1
  }
  return position
}

/** Around an offset; behind the last full stop it is the sentence that was just ended. */
function sentenceOf(text: string, offset: number, language: string): string {
  const sentences = [...segmenterFor(language).segment(text)].filter(({ segment }) => segment.trim() !== '')
  const here = sentences.findLast(({ index }) => index < Math.max(offset, 1)) ?? sentences[0]
  return (here?.segment ?? '').replaceAll(/\s+/gu, ' ').trim()
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === '' ? 'en' : language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}
