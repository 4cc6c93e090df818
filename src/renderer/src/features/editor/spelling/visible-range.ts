import type { EditorView } from '@tiptap/pm/view'

/** A little more than is seen, so that a slow scroll meets marks that are there. */
const MARGIN_PX = 300

/** The part of the document whose top blocks are in sight. Asks for the places of a few blocks only, however long the text is. */
export function visibleRange(view: EditorView): { from: number; to: number } {
  const { doc } = view.state
  const starts: number[] = []
  doc.forEach((_node, offset) => starts.push(offset))
  const sheet = view.dom.closest('.sheet')?.getBoundingClientRect()
  const top = (sheet?.top ?? 0) - MARGIN_PX
  const bottom = (sheet?.bottom ?? window.innerHeight) + MARGIN_PX
  const edgesOf = (index: number): DOMRect | null => {
    const dom = view.nodeDOM(starts[index] ?? 0)
    return dom instanceof Element ? dom.getBoundingClientRect() : null
  }
  const first = firstIndex(starts.length, (index) => (edgesOf(index)?.bottom ?? Infinity) >= top)
  const end = firstIndex(starts.length, (index) => (edgesOf(index)?.top ?? Infinity) > bottom)
  return { from: starts[first] ?? doc.content.size, to: starts[end] ?? doc.content.size }
}

/** The first index for which it holds, when it holds for all after it. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
