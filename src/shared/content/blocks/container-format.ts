import type { ParsedBlock } from '../block-grammar.ts'
import type { ContainerNode, ParagraphNode } from '../document.ts'
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

/** Where somebody may write who finds nothing there. */
const ROOMS = ['core/group', 'core/column']
const EMPTY_ELEMENT = /^(<!--[^]*?-->\s*<([a-z]+)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>\s*)(<\/\2>\s*<!--[^<]*-->)$/

function readEmpty(block: ParsedBlock): ContainerNode | null {
  const [, open, , close] = (ROOMS.includes(block.name) && EMPTY_ELEMENT.exec(block.source)) || []
  if (open === undefined || close === undefined) return null
  return { type: 'container', attrs: { blockName: block.name, open, close, source: '' }, content: [emptyPlace()] }
}

const emptyPlace = (): ParagraphNode => ({ type: 'paragraph', attrs: { dir: null, source: null } })

/** Nothing but the place to write in, which is not written. */
const isEmptyRoom = ({ attrs, content }: ContainerNode): boolean =>
  ROOMS.includes(attrs.blockName) &&
  content.every(
    (block) => block.type === 'paragraph' && block.attrs.source === null && (block.content ?? []).length === 0,
  )

/** Any block with blocks inside, whoever made it: nothing of it is read but them. */
export const containerFormat: BlockFormat<ContainerNode> = {
  read(block, reading) {
    if (block.closing !== 'closed') return null
    const shell = shellOf(block)
    if (!shell) return readEmpty(block)
    const content = reading.inner(block.inner.slice(shell.first, shell.last + 1))
    return content && content.length > 0
      ? {
          type: 'container',
          attrs: { blockName: block.name, open: shell.open, close: shell.close, source: '' },
          content,
        }
      : null
  },
  storable(node, inner) {
    const { blockName, open, close } = node.attrs
    return {
      type: 'container',
      attrs: { blockName, open: open.trimStart(), close: close.trimEnd(), source: '' },
      content: isEmptyRoom(node) ? [emptyPlace()] : node.content.map(inner),
    }
  },
  write(node, writing) {
    const { open, close } = node.attrs
    return open + (isEmptyRoom(node) ? '' : writing.inner(node.content)) + close
  },
}
