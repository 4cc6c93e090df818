import type { ParsedBlock } from '../block-grammar.ts'
import type { ContainerNode } from '../document.ts'
import type { BlockFormat } from './block-format.ts'

/** Start and end of a block around the blocks in it, verbatim; null when there are none. */
export function shellOf(block: ParsedBlock): { open: string; close: string; first: number; last: number } | null {
  const first = block.inner.findIndex(({ kind }) => kind === 'block')
  const last = block.inner.findLastIndex(({ kind }) => kind === 'block')
  const [start, end] = [block.inner[first], block.inner[last]]
  if (!start || !end) return null
  return {
    open: block.source.slice(0, start.start - block.start),
    close: block.source.slice(end.end - block.start),
    first,
    last,
  }
}

/** Any block with blocks inside, whoever made it: nothing of it is read but them. */
export const containerFormat: BlockFormat<ContainerNode> = {
  read(block, reading) {
    const shell = block.closing === 'closed' ? shellOf(block) : null
    const content = shell && reading.inner(block.inner.slice(shell.first, shell.last + 1))
    return content && content.length > 0
      ? {
          type: 'container',
          attrs: { blockName: block.name, open: shell.open, close: shell.close, source: '' },
          content,
        }
      : null
  },
  storable: ({ attrs: { blockName, open, close }, content }, inner) => ({
    type: 'container',
    attrs: { blockName, open, close, source: '' },
    content: content.map(inner),
  }),
  write: ({ attrs: { open, close }, content }, writing) => open + writing.inner(content) + close,
}
