import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

interface VirtualListProps<Item> {
  label: string
  items: Item[]
  keyOf: (item: Item) => string
  estimatedHeightPx: number
  /** Scrolled into view when it changes. */
  showKey: string | null
  /** One focusable link or button per item. */
  renderItem: (item: Item) => ReactNode
}

/** A list of any length: only what can be seen is in the document. Arrow keys, Home and End move between the items. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, keyOf, estimatedHeightPx, showKey, renderItem } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wantedFocus = useRef<number | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- a note for React's compiler, which is not used
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeightPx,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 8,
  })

  const shownIndex = showKey === null ? -1 : items.findIndex((item) => keyOf(item) === showKey)
  const hasShown = useRef<string | null>(null)
  useEffect(() => {
    if (shownIndex < 0 || hasShown.current === showKey) return
    hasShown.current = showKey
    virtualizer.scrollToIndex(shownIndex, { align: 'auto' })
  }, [shownIndex, showKey, virtualizer])

  function focusRow(index: number): void {
    const row = scroller.current?.querySelector(`[data-index="${index}"] :is(a, button)`)
    if (row instanceof HTMLElement) row.focus()
    else wantedFocus.current = index
  }

  function move(event: KeyboardEvent): void {
    const row = (event.target as Element).closest('[data-index]')
    if (!row || !(row instanceof HTMLElement)) return
    const index = Number(row.dataset['index'])
    const next = nextIndex(event.key, index, items.length - 1)
    if (next === null) return
    event.preventDefault()
    virtualizer.scrollToIndex(next)
    focusRow(next)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys are an addition; each row is a link
    <div ref={scroller} className="virtual-list" onKeyDown={move}>
      <ul aria-label={label} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={(element) => {
                virtualizer.measureElement(element)
                if (element && wantedFocus.current === row.index) {
                  wantedFocus.current = null
                  focusRow(row.index)
                }
              }}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderItem(item)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function nextIndex(key: string, index: number, lastIndex: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(lastIndex, index + 1)
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'Home':
      return 0
    case 'End':
      return lastIndex
    default:
      return null
  }
}
