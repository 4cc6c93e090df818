import type { InlineNode } from './document.ts'
import { marksOf } from './inline-marks.ts'

const textOf = (node: InlineNode): string => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : '')

/** The words as one line, as a field for them shows it. */
export const inlineLine = (nodes: readonly InlineNode[]): string => nodes.map(textOf).join('')

/** Whether the line says all there is. */
export const isPlainLine = (nodes: readonly InlineNode[]): boolean =>
  nodes.every((node) => node.type === 'text' && marksOf(node).length === 0)

/**
 * The words with their line changed to `line`, as if somebody had typed the difference into them: what stands outside of it
 * keeps its marks and breaks. New words take the marks of what they replace, or else of what they follow.
 */
export function withLine(nodes: readonly InlineNode[], line: string): InlineNode[] {
  const before = inlineLine(nodes)
  if (before === line) return [...nodes]
  let from = 0
  while (from < before.length && from < line.length && before[from] === line[from]) from += 1
  let behind = 0
  while (
    behind < before.length - from &&
    behind < line.length - from &&
    before[before.length - 1 - behind] === line[line.length - 1 - behind]
  )
    behind += 1
  return replaceLine(nodes, { from, to: before.length - behind, text: line.slice(from, line.length - behind) })
}

/** Offsets are into the line. */
export function replaceLine(
  nodes: readonly InlineNode[],
  { from, to, text }: { from: number; to: number; text: string },
): InlineNode[] {
  const kept: InlineNode[] = []
  const rest: InlineNode[] = []
  let replaced: InlineNode | undefined
  let at = 0
  for (const node of nodes) {
    const own = textOf(node)
    const start = at
    at += own.length
    if (start <= from && from < at && from < to) replaced = node
    if (node.type === 'text') {
      const head = node.text.slice(0, Math.max(0, from - start))
      const tail = node.text.slice(Math.max(0, Math.min(node.text.length, to - start)))
      if (start < from && head !== '') kept.push({ ...node, text: head })
      if (at > to && tail !== '') rest.push({ ...node, text: tail })
    } else if (at <= from) kept.push(node)
    else if (start >= to) rest.push(node)
  }
  if (text === '') return [...kept, ...rest]
  const marks = marksOf(replaced ?? kept.findLast((node) => textOf(node) !== '') ?? rest[0])
  return [...kept, { type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) }, ...rest]
}
