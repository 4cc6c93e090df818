import type { Node } from '@tiptap/pm/model'
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'
import { htmlToText } from '../../../../shared/content/html-to-text.ts'
import type { MarkedText } from '../../../../shared/domain/search.ts'
import { foldText } from '../../../../shared/search/fold-letters.ts'

/** Where a passage that was found stands in the text as it is now; null when it is there no more. */
export function placeOfPassage(doc: Node, passage: MarkedText): Selection | null {
  const [[start, end] = [0, 0]] = passage.ranges
  const wanted = lettersOf(passage.text)
  const first = wanted.at.findIndex((at) => at >= start)
  const last = wanted.at.findLastIndex((at) => at < end)
  if (wanted.text === '' || first < 0 || last < first) return null
  let found: Selection | null = null
  doc.descendants((node, position) => {
    if (found) return false
    if (node.isTextblock) {
      const block = lettersOf(node.textBetween(0, node.content.size, undefined, () => '\uFFFC'))
      const at = block.text.indexOf(wanted.text)
      const [from, to] = [block.at[at + first], block.at[at + last]]
      if (at >= 0 && from !== undefined && to !== undefined)
        found = TextSelection.create(doc, position + 1 + from, position + 2 + to)
      return false
    }
    if (node.isAtom && lettersOf(wordsOfAtom(node)).text.includes(wanted.text))
      found = NodeSelection.create(doc, position)
    return !node.isAtom
  })
  return found
}

/** Letters alone: space, signs and marks may have been read in another way. `at`: where each stands. */
function lettersOf(text: string): { text: string; at: number[] } {
  const folded = foldText(text)
  const units: string[] = []
  const at: number[] = []
  for (let index = 0; index < folded.text.length; index += 1) {
    const unit = folded.text.charAt(index)
    if (!/[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(unit)) continue
    units.push(unit)
    at.push(folded.starts[index] ?? 0)
  }
  return { text: units.join(''), at }
}

function wordsOfAtom({ attrs }: Node): string {
  const { alt, caption, source } = attrs as Record<string, unknown>
  return [alt, caption, typeof source === 'string' ? htmlToText(source) : '']
    .filter((words) => typeof words === 'string')
    .join('\n')
}
