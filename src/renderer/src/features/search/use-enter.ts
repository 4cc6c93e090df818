import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { untilPainted } from '../../ui/until-painted.ts'

interface Asked {
  /** What is found for it is on its way, or there. */
  text: string
  isAsking: boolean
  /** What is shown is what was found for just this. */
  isCurrent: boolean
  /** The action that comes first whatever is found; known as soon as it is typed. */
  first: (() => void) | null
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'])

/**
 * Enter in the field opens what is marked in the list. Pressed before what was typed is found, it waits for that and opens the first
 * of it, never what was found for fewer letters; another letter takes it back. The list alone would hear a press only while one and
 * the same line is marked from the key's going down to its coming up, and lose it where lines come in between.
 */
export function useEnter(
  list: RefObject<HTMLElement | null>,
  asked: Asked,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { text, isAsking, isCurrent } = asked
  const [waitsFor, setWaitsFor] = useState<string | null>(null)
  const hasMovedIn = useRef<string | null>(null)

  const drawn = useEffectEvent(() => {
    markFirst()
    if (waitsFor === text) open()
  })
  const isFound = isAsking && isCurrent
  const key = `${text} ${waitsFor ?? ''}`
  const asking = useRef(key)
  useEffect(() => {
    asking.current = isFound ? key : ''
    // The list draws its lines after what is found is there.
    if (isFound) void untilPainted().then(() => asking.current === key && drawn())
  }, [isFound, key])

  const marked = (): HTMLElement | null => list.current?.querySelector('[role="option"][data-focused]') ?? null
  const first = (): HTMLElement | null => list.current?.querySelector('[role="option"]') ?? null

  /** While somebody types, the first is marked; what comes in above it later is the first then. */
  function markFirst(): void {
    if (hasMovedIn.current === text || marked() === null || marked() === first()) return
    list.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }))
  }

  function open(): void {
    setWaitsFor(null)
    const option = marked() ?? (isAsking ? first() : null)
    option?.click()
  }

  return (event) => {
    if (ARROWS.has(event.key)) hasMovedIn.current = text
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event
    if (key !== 'Enter' || ctrlKey || metaKey || altKey || shiftKey || nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (nativeEvent.repeat) return
    const hasMoved = hasMovedIn.current === text && marked() !== null
    if (asked.first && !hasMoved) asked.first()
    else if (isCurrent || hasMoved) open()
    else setWaitsFor(text)
  }
}
