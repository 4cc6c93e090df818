import type { InlineMark, InlineNode } from './document.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { isSameMark, mergeInline } from './inline-marks.ts'

function openingTag(mark: InlineMark): string {
  switch (mark.type) {
    case 'link':
      return `<a href="${escapeAttribute(mark.attrs.href)}">`
    case 'bold':
      return '<strong>'
    case 'italic':
      return '<em>'
    case 'code':
      return '<code>'
  }
}

const CLOSING_TAG = { link: '</a>', bold: '</strong>', italic: '</em>', code: '</code>' } as const

const marksOf = (node: InlineNode | undefined): InlineMark[] => (node?.type === 'text' ? (node.marks ?? []) : [])

/** The inner HTML of a paragraph, heading or list item, with as few tags as its order of marks allows. */
export function inlineToHtml(inline: readonly InlineNode[] | undefined): string {
  const nodes = mergeInline(inline)
  const open: InlineMark[] = []
  let html = ''
  const keepOpen = (marks: readonly InlineMark[]): void => {
    let shared = 0
    while (shared < open.length && isSameMark(open[shared], marks[shared])) shared += 1
    while (open.length > shared) {
      const mark = open.pop()
      if (mark) html += CLOSING_TAG[mark.type]
    }
  }
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'hardBreak') {
      keepOpen(marksOf(nodes[index + 1]))
      html += '<br>'
      continue
    }
    const marks = marksOf(node)
    keepOpen(marks)
    for (const mark of marks.slice(open.length)) {
      html += openingTag(mark)
      open.push(mark)
    }
    html += escapeText(node.text)
  }
  keepOpen([])
  return html
}
