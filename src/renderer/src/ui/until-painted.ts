/** Two frames never take so long where any are drawn. */
const LONGEST_MS = 1000

/**
 * After what was just changed has been on the screen: before work during which the window can draw nothing. At once where nobody
 * sees the window, because then no frames are drawn.
 */
export const untilPainted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, document.visibilityState === 'hidden' ? 0 : LONGEST_MS)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
