import { useEffect, useRef, useState, type RefObject } from 'react'

/** How wide the element with this ref is, in CSS pixels; 0 until it is laid out. */
export function useWidth(): { box: RefObject<HTMLDivElement | null>; widthPx: number } {
  const box = useRef<HTMLDivElement>(null)
  const [widthPx, setWidthPx] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, widthPx }
}
