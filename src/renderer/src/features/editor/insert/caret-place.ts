import { posToDOMRect, type Editor } from '@tiptap/core'
import { useLayoutEffect, useRef, type RefObject } from 'react'

const GAP_PX = 6
const EDGE_PX = 8

/**
 * For a floating element beside a range of the text, and kept there while the page scrolls: below it, or above where there is
 * no room. Its start is the range's start in the direction of the text. Hidden while the range is out of sight.
 */
export function useCaretPlace(
  editor: Editor,
  range: { from: number; to: number } | null,
  prefers: 'above' | 'below',
): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const from = range?.from
  const to = range?.to
  useLayoutEffect(() => {
    if (from === undefined || to === undefined) return
    const put = (): void => {
      if (box.current && to <= editor.state.doc.content.size) putBeside(editor, box.current, { from, to }, prefers)
    }
    put()
    document.addEventListener('scroll', put, { capture: true, passive: true })
    window.addEventListener('resize', put)
    return () => {
      document.removeEventListener('scroll', put, { capture: true })
      window.removeEventListener('resize', put)
    }
  }, [editor, from, to, prefers])
  return box
}

function putBeside(
  editor: Editor,
  floating: HTMLElement,
  { from, to }: { from: number; to: number },
  prefers: 'above' | 'below',
): void {
  const rect = posToDOMRect(editor.view, from, to)
  const { width, height } = floating.getBoundingClientRect()
  const start = directionAt(editor, from) === 'rtl' ? rect.right - width : rect.left
  const above = rect.top - height - GAP_PX
  const below = rect.bottom + GAP_PX
  const fitsBelow = below + height <= window.innerHeight - EDGE_PX
  // Over the first line stand the title and who signs, which nothing may cover.
  const fitsAbove = above >= Math.max(EDGE_PX, editor.view.dom.getBoundingClientRect().top - GAP_PX)
  const top = prefers === 'above' ? (fitsAbove ? above : below) : fitsBelow ? below : Math.max(EDGE_PX, above)
  floating.style.left = `${Math.max(EDGE_PX, Math.min(start, window.innerWidth - width - EDGE_PX))}px`
  floating.style.top = `${top}px`
  const sheet = editor.view.dom.closest('.sheet')?.getBoundingClientRect()
  const isInSight = !sheet || (rect.bottom > sheet.top && rect.top < sheet.bottom)
  floating.style.visibility = isInSight ? 'visible' : 'hidden'
}

function directionAt(editor: Editor, position: number): string {
  const { node } = editor.view.domAtPos(position)
  const place = node instanceof Element ? node : node.parentElement
  return place ? getComputedStyle(place).direction : 'ltr'
}
