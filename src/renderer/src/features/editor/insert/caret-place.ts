import { posToDOMRect, type Editor } from '@tiptap/core'
import { useLayoutEffect, useState, type RefObject } from 'react'

const GAP_PX = 6
const EDGE_PX = 8

/**
 * Puts a floating element beside a range of the text and keeps it there while the page scrolls: below it, or above where
 * there is no room. Its start is the range's start in the direction of the text. Hidden while the range is out of sight.
 */
export function useCaretPlace(
  editor: Editor,
  range: { from: number; to: number } | null,
  box: RefObject<HTMLElement | null>,
  prefers: 'above' | 'below',
): void {
  const [scrolls, setScrolls] = useState(0)
  const from = range?.from
  const to = range?.to

  useLayoutEffect(() => {
    if (from === undefined) return
    const follow = (): void => setScrolls((count) => count + 1)
    document.addEventListener('scroll', follow, { capture: true, passive: true })
    window.addEventListener('resize', follow)
    return () => {
      document.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
    }
  }, [from])

  useLayoutEffect(() => {
    const floating = box.current
    const { doc } = editor.state
    if (!floating || from === undefined || to === undefined || to > doc.content.size) return
    const rect = posToDOMRect(editor.view, from, to)
    const { width, height } = floating.getBoundingClientRect()
    const isRtl = directionAt(editor, from) === 'rtl'
    const start = isRtl ? rect.right - width : rect.left
    const above = rect.top - height - GAP_PX
    const below = rect.bottom + GAP_PX
    const fitsBelow = below + height <= window.innerHeight - EDGE_PX
    const top = prefers === 'above' ? (above >= EDGE_PX ? above : below) : fitsBelow ? below : Math.max(EDGE_PX, above)
    floating.style.left = `${Math.max(EDGE_PX, Math.min(start, window.innerWidth - width - EDGE_PX))}px`
    floating.style.top = `${top}px`
    const sheet = editor.view.dom.closest('.sheet')?.getBoundingClientRect()
    const isInSight = !sheet || (rect.bottom > sheet.top && rect.top < sheet.bottom)
    floating.style.visibility = isInSight ? 'visible' : 'hidden'
  }, [editor, box, from, to, prefers, scrolls])
}

function directionAt(editor: Editor, position: number): string {
  const { node } = editor.view.domAtPos(position)
  const place = node instanceof Element ? node : node.parentElement
  return place ? getComputedStyle(place).direction : 'ltr'
}
