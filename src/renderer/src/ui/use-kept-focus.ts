import { useEffect } from 'react'

const CONTROLS =
  ':is(a[href], button, input, textarea, select, [contenteditable="true"], [tabindex="0"]):not(:disabled)'

/** Where the focus was: each element around it, from the inside, with what stood before and after it. */
interface Step {
  around: Element
  after: Element | null
  before: Element | null
}

/**
 * What has the focus may go away under the person: a line that was sent, a button that did its work. The focus then goes to what
 * took its place, else to what stands nearest, never to the top of the window, where a keyboard begins anew.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let focused: HTMLElement | null = null
    let steps: Step[] = []
    let isPointing = false
    let isAsked = false

    const onFocusIn = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      focused = target
      steps = stepsFrom(target)
    }
    // Who presses beside everything means to leave.
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget === null && isPointing) focused = null
    }
    const onPointerDown = (): void => {
      isPointing = true
      setTimeout(() => (isPointing = false))
    }
    const isGone = (): boolean => focused !== null && (!focused.isConnected || focused.matches(':disabled'))
    const goNear = (): void => {
      isAsked = false
      if (!isGone() || document.activeElement !== document.body) return
      const near = nearest(steps)
      focused = null
      near?.focus()
    }
    const observer = new MutationObserver(() => {
      // What stands in the new place came later than the focus.
      if (document.activeElement?.localName === 'main') headOfPlace()?.focus()
      if (isAsked || !isGone()) return
      isAsked = true
      // Whoever took it away may know better where to go, and says so with the next frame.
      requestAnimationFrame(() => requestAnimationFrame(goNear))
    })

    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusout', onFocusOut)
    document.addEventListener('pointerdown', onPointerDown, true)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusout', onFocusOut)
      document.removeEventListener('pointerdown', onPointerDown, true)
      observer.disconnect()
    }
  }, [])
}

function stepsFrom(target: Element): Step[] {
  const steps: Step[] = []
  for (let inner = target; inner.parentElement && inner !== document.body; inner = inner.parentElement)
    steps.push({ around: inner.parentElement, after: inner.nextElementSibling, before: inner.previousElementSibling })
  return steps
}

function nearest(steps: readonly Step[]): HTMLElement | null {
  for (const { around, after, before } of steps) {
    if (!around.isConnected || around.contains(document.querySelector('main'))) continue
    const found = firstIn(after) ?? itself(around) ?? lastIn(before) ?? firstIn(around)
    if (found) return found
  }
  return headOfPlace()
}

/** Another place stands there now: its heading says which, and the keyboard goes on behind it. */
function headOfPlace(): HTMLElement | null {
  const main = document.querySelector<HTMLElement>('main')
  const head = [...(main?.querySelectorAll<HTMLElement>('h1, h2') ?? [])].find(
    // What somebody wrote as a heading is their text, and the editor's.
    (each) => each.checkVisibility() && each.closest('[contenteditable]') === null,
  )
  if (head && !head.hasAttribute('tabindex')) head.tabIndex = -1
  return head ?? firstIn(main) ?? main
}

const controlsIn = (element: Element | null): HTMLElement[] =>
  element?.isConnected
    ? [element, ...element.querySelectorAll(CONTROLS)].filter(
        (each): each is HTMLElement => each instanceof HTMLElement && each.matches(CONTROLS) && each.checkVisibility(),
      )
    : []

const itself = (element: Element): HTMLElement | null => controlsIn(element).find((each) => each === element) ?? null
const firstIn = (element: Element | null): HTMLElement | null => controlsIn(element)[0] ?? null
const lastIn = (element: Element | null): HTMLElement | null => controlsIn(element).at(-1) ?? null
