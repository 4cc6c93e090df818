import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { PlacedComment } from './threads.ts'
import { t } from '../../../../shared/words/t.ts'

/** What the rest of the window may ask of the list. */
export interface CommentListHandle {
  /** Goes to a comment, also to one that is not in the document: it is put there, shown and focused. */
  show: (commentId: string, align?: 'auto' | 'center') => void
  /** Where the person was, or at the beginning. */
  focus: () => void
}

interface CommentListProps {
  ref: RefObject<CommentListHandle | null>
  items: readonly PlacedComment[]
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** A card was chosen by Ctrl or Shift and the pointer. */
  onChoose: (commentId: string, how: 'toggle' | 'extend') => void
  /** Those a person can see, each time these are others. */
  onSeen: (comments: readonly PlacedComment[]) => void
  renderItem: (item: PlacedComment, place: { before: PlacedComment | undefined; isCurrent: boolean }) => ReactNode
}

/** Deeper answers stand no further in; each says whom it answers. */
const DEEPEST = 5
const HEAD_PX = 90
const LINE_PX = 26
const LETTERS_A_LINE = 78

/**
 * Comments of any number: only what can be seen is in the document, and the one that has the focus, wherever it is, so that
 * scrolling never loses it. When that one leaves the list, the focus goes to what stands in its place.
 */
export function CommentList({ ref, items, onKeyDown, onChoose, onSeen, renderItem }: CommentListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const hasFocus = useRef(false)
  const indexById = useMemo(() => new Map(items.map(({ comment }, index) => [comment.id as string, index])), [items])
  const currentIndex = currentId === null ? undefined : indexById.get(currentId)
  const lastIndex = useRef(0)

  // oxlint-disable-next-line react/incompatible-library -- a note for React's compiler, which is not used
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeightPx(items[index]),
    getItemKey: useCallback((index: number) => items[index]?.comment.id ?? index, [items]),
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (currentIndex === undefined || indexes.includes(currentIndex)) return indexes
        return currentIndex < (indexes[0] ?? 0) ? [currentIndex, ...indexes] : [...indexes, currentIndex]
      },
      [currentIndex],
    ),
    overscan: 4,
    paddingStart: 8,
    paddingEnd: 64,
    scrollPaddingStart: 12,
    scrollPaddingEnd: 12,
    useFlushSync: false,
  })

  const show = useEffectEvent((commentId: string, align: 'auto' | 'center' = 'auto') => {
    const index = indexById.get(commentId)
    if (index === undefined) return
    wanted.current = commentId
    setCurrentId(commentId)
    virtualizer.scrollToIndex(index, { align })
    focusWanted()
  })
  const focus = useEffectEvent(() => {
    const there = items[currentIndex ?? Math.min(lastIndex.current, items.length - 1)]
    if (there) show(there.comment.id)
  })
  useImperativeHandle(ref, () => ({ show: (commentId, align) => show(commentId, align), focus: () => focus() }), [])

  function focusWanted(): void {
    const commentId = wanted.current
    if (commentId === null) return
    const card = scroller.current?.querySelector(`[data-comment-id="${CSS.escape(commentId)}"]`)
    if (!(card instanceof HTMLElement)) return
    wanted.current = null
    // An answer that was begun there takes the focus itself.
    if (!card.contains(document.activeElement)) card.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    focusWanted()
    if (currentIndex !== undefined) lastIndex.current = currentIndex
  })

  // The one that had the focus is gone: decided away, or not what the filter shows.
  const goToNeighbour = useEffectEvent(() => {
    const neighbour = items[Math.min(lastIndex.current, items.length - 1)]?.comment.id ?? null
    if (hasFocus.current && document.activeElement === document.body && neighbour !== null) show(neighbour)
    else setCurrentId(null)
  })
  useLayoutEffect(() => {
    if (currentId !== null && currentIndex === undefined) goToNeighbour()
  }, [currentId, currentIndex])

  const { range } = virtualizer
  const [from, to] = [range?.startIndex ?? 0, range?.endIndex ?? -1]
  const tellSeen = useEffectEvent(() => onSeen(items.slice(from, to + 1)))
  useEffect(() => {
    tellSeen()
  }, [items, from, to])

  const firstShown = items[from]?.comment.id
  return (
    <div ref={scroller} className="threads">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- single keys for what each card has a button for */}
      <ol
        aria-label={t('Comments')}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A choice, not a stretch of text.
          if (event.shiftKey && cardOf(event.target) !== undefined) event.preventDefault()
        }}
        onClick={({ shiftKey, ctrlKey, metaKey, target }) => {
          const commentId = cardOf(target)
          if (commentId !== undefined && (shiftKey || ctrlKey || metaKey))
            onChoose(commentId, shiftKey ? 'extend' : 'toggle')
        }}
        onFocus={({ target }) => {
          hasFocus.current = true
          const card = target.closest<HTMLElement>('[data-comment-id]')
          if (card) setCurrentId(card.dataset['commentId'] ?? null)
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) hasFocus.current = scroller.current?.contains(relatedTarget) === true
        }}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          const { id } = item.comment
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={virtualizer.measureElement}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              style={{
                transform: `translateY(${row.start}px)`,
                paddingInlineStart: `calc(var(--nesting) * ${Math.min(item.depth, DEEPEST)})`,
              }}
            >
              {renderItem(item, {
                before: items[row.index - 1],
                isCurrent: id === currentId || (currentIndex === undefined && id === firstShown),
              })}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** Of a card that was clicked itself, not something in it that does something of its own. */
const cardOf = (target: EventTarget): string | undefined =>
  target instanceof Element && !target.closest('a, button, label, form')
    ? target.closest<HTMLElement>('[data-comment-id]')?.dataset['commentId']
    : undefined

/** Near enough that the scroll bar does not jump; what is shown is measured. */
const estimatedHeightPx = (item: PlacedComment | undefined): number =>
  HEAD_PX + LINE_PX * Math.ceil((item?.comment.contentHtml.length ?? 0) / LETTERS_A_LINE)
