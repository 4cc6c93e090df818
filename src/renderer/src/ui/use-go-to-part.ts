import { useEffect } from 'react'

/** The parts of the window, as they stand from its start to its end. */
const REGIONS = '.top-bar, .rail, .place .column, .place .paper, .place .details, .place .thread-beside'
/** What a person means by going to a part, the likeliest first. */
const STARTS = ['.post-text', '[data-comment-id][tabindex="0"]', '[aria-current]', '[aria-selected="true"]']
const CONTROLS = 'a[href], button:not([disabled]), input, textarea, select, [tabindex="0"]'

const lastIn = new WeakMap<Element, HTMLElement>()

/** Goes to the next part of the window or to the one before, each time to where the person was there last. */
export function useGoToPart(): (by: 1 | -1) => void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const region = target instanceof HTMLElement ? target.closest(REGIONS) : null
      if (region) lastIn.set(region, target as HTMLElement)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return go
}

function go(by: 1 | -1): void {
  // A question is answered, or put away, first; what hovers beside selected words asks nothing.
  if (document.querySelector('.veil, .popover:not(.selection-menu)') !== null) return
  const regions = [...document.querySelectorAll(REGIONS)].filter(
    (region) => region.checkVisibility() && startOf(region) !== null,
  )
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = here < 0 ? (by === 1 ? 0 : regions.length - 1) : (here + by + regions.length) % regions.length
  const region = regions[next]
  if (region) startOf(region)?.focus()
}

function startOf(region: Element): HTMLElement | null {
  const text = visibleIn(region, '.post-text')
  const last = lastIn.get(region)
  if (text === null && last?.isConnected && last.checkVisibility()) return last
  for (const start of STARTS) {
    const found = visibleIn(region, start)
    if (found) return found
  }
  return visibleIn(region, CONTROLS)
}

const visibleIn = (region: Element, selector: string): HTMLElement | null =>
  [...region.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility()) ?? null
