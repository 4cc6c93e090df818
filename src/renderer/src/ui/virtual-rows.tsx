import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'

interface VirtualRowsProps<Item> {
  label: string
  /** What scrolls, null until it is there. In its only child other things may stand above and below the rows. */
  scroller: HTMLElement | null
  items: readonly Item[]
  keyOf: (item: Item) => string
  estimatedHeightPx: number
  renderItem: (item: Item) => ReactNode
}

/**
 * Rows of any number and height, with several controls each: only what can be seen is in the document, and the row that the
 * person is in, wherever it is, so that neither scrolling nor a new order takes the focus or an open menu away.
 */
export function VirtualRows<Item>(props: VirtualRowsProps<Item>) {
  const { label, scroller, items, keyOf, estimatedHeightPx, renderItem } = props
  const list = useRef<HTMLOListElement>(null)
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const [offsetPx, setOffsetPx] = useState(0)
  const currentIndex = currentKey === null ? -1 : items.findIndex((item) => keyOf(item) === currentKey)

  // oxlint-disable-next-line react/incompatible-library -- a note for React's compiler, which is not used
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => estimatedHeightPx,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (currentIndex === -1 || indexes.includes(currentIndex)) return indexes
        return currentIndex < (indexes[0] ?? 0) ? [currentIndex, ...indexes] : [...indexes, currentIndex]
      },
      [currentIndex],
    ),
    overscan: 6,
    scrollMargin: offsetPx,
    useFlushSync: false,
  })

  // What stands above may come, go and break into other lines at any time.
  useLayoutEffect(() => {
    const page = scroller?.firstElementChild
    if (!page) return
    const measure = (): void => {
      if (!list.current) return
      const topPx = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      setOffsetPx(Math.round(topPx + scroller.scrollTop))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(page)
    return () => observer.disconnect()
  }, [scroller])

  const noteCurrent = ({ target }: { target: EventTarget }): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
    // A menu of a row stands elsewhere in the document.
    if (row && list.current?.contains(row)) setCurrentKey(row.dataset['key'] ?? null)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only notes where the person is
    <ol
      ref={list}
      className="virtual-rows"
      aria-label={label}
      style={{ blockSize: virtualizer.getTotalSize() }}
      onFocus={noteCurrent}
      onPointerDown={noteCurrent}
    >
      {virtualizer.getVirtualItems().map((row) => {
        const item = items[row.index]
        if (item === undefined) return null
        return (
          <li
            key={row.key}
            data-index={row.index}
            data-key={row.key}
            ref={virtualizer.measureElement}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start - offsetPx}px)` }}
          >
            {renderItem(item)}
          </li>
        )
      })}
    </ol>
  )
}
