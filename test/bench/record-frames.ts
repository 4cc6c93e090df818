import type { Page } from '@playwright/test'

export interface Frames {
  frames: number
  /** Frames of a sixtieth of a second in which nothing was drawn. */
  dropped: number
  /** Without those behind the longest frame: an act may cost one. */
  droppedAfterFirst: number
  longest: number
  /** Over 50 ms. */
  long: number
}

const FRAME_MS = 1000 / 60
const AFTERWARDS_MS = 500

/** What the window draws while something is done, and for half a second afterwards. */
export async function recordFrames(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    const tick = (time: number): void => {
      times.push(time)
      if ((window as unknown as { frameTimes: number[] }).frameTimes === times) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await act()
  await page.waitForTimeout(AFTERWARDS_MS)
  const times = await page.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] }
    Object.assign(window, { frameTimes: [] })
    return frameTimes
  })
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const droppedIn = (length: number): number => Math.max(0, Math.round(length / FRAME_MS) - 1)
  const dropped = lengths.reduce((sum, length) => sum + droppedIn(length), 0)
  const longest = Math.max(0, ...lengths)
  return {
    frames: times.length,
    dropped,
    droppedAfterFirst: dropped - droppedIn(longest),
    longest,
    long: lengths.filter((length) => length > 50).length,
  }
}
