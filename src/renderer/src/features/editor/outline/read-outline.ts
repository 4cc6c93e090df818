import type { Node } from '@tiptap/pm/model'

export interface OutlineHeading {
  /** Where the heading's words begin. */
  position: number
  level: number
  text: string
  /** The level it should have had at most, when a level is left out before it: readers who go by headings miss a step. */
  jumpsFrom: number | null
}

/** The title of a post is its only first level. */
const TITLE_LEVEL = 1

/** The headings of a text in their order, those inside quotes and containers too. */
export function readOutline(doc: Node): OutlineHeading[] {
  const headings: OutlineHeading[] = []
  let before = TITLE_LEVEL
  doc.descendants((node, position) => {
    if (node.type.name !== 'heading') return !node.isTextblock
    const level = Number(node.attrs['level'])
    const text = node.textBetween(0, node.content.size, ' ', ' ').trim()
    headings.push({ position: position + 1, level, text, jumpsFrom: level > before + 1 ? before : null })
    before = level
    return false
  })
  return headings
}

/** The heading under which a position lies, as its place in the list; -1 before the first. */
export function headingAt(headings: readonly OutlineHeading[], position: number): number {
  return headings.findLastIndex((heading) => heading.position <= position)
}
