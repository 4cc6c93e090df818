import type { InlineMark, InlineNode } from './document.ts'
import { joinLines } from './white-space.ts'

/** Outermost first: the order in which marks are kept and written. */
const MARK_ORDER: readonly InlineMark['type'][] = ['link', 'bold', 'italic', 'code']

export function isSameMark(one: InlineMark | undefined, other: InlineMark | undefined): boolean {
  if (!one || !other || one.type !== other.type) return false
  return one.type !== 'link' || other.type !== 'link' || one.attrs.href === other.attrs.href
}

/** The mark's own fields only: an editor may hang its own on a link. */
function plainMark(mark: InlineMark): InlineMark {
  return mark.type === 'link' ? { type: 'link', attrs: { href: mark.attrs.href } } : { type: mark.type }
}

function orderedMarks(marks: readonly InlineMark[] = []): InlineMark[] {
  const ordered: InlineMark[] = []
  for (const type of MARK_ORDER) {
    const mark = marks.find((candidate) => candidate.type === type)
    if (mark) ordered.push(plainMark(mark))
  }
  return ordered
}

/** One form for one meaning: neighbours with the same marks are one text, marks in order, line breaks in text are spaces. */
export function mergeInline(nodes: readonly InlineNode[] = []): InlineNode[] {
  const merged: { text: string[]; marks: InlineMark[] | null }[] = []
  for (const node of nodes) {
    if (node.type === 'hardBreak') {
      merged.push({ text: [], marks: null })
      continue
    }
    if (node.text === '') continue
    const marks = orderedMarks(node.marks)
    const last = merged.at(-1)
    const isContinued =
      last?.marks?.length === marks.length && last.marks.every((mark, index) => isSameMark(mark, marks[index]))
    if (isContinued) last.text.push(node.text)
    else merged.push({ text: [node.text], marks })
  }
  return merged.map(({ text, marks }): InlineNode => {
    if (!marks) return { type: 'hardBreak' }
    const joined = joinLines(text.join(''))
    return marks.length > 0 ? { type: 'text', text: joined, marks } : { type: 'text', text: joined }
  })
}
