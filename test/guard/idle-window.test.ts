import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { pageOnDesk } from './page-on-desk.ts'

declare global {
  interface Window {
    /** At what time of the page each of its timers and frames was due, in milliseconds. */
    wokenAt: number[]
  }
}

/** From now on each page notes what wakes it; to be called once its clock is one that can be moved. */
const watchTimers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.wokenAt = []
    const noting =
      <Result>(callback: (...given: never[]) => Result) =>
      (...given: never[]): Result => {
        window.wokenAt.push(Date.now())
        return callback(...given)
      }
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'] as const) {
      const before = window[name] as (callback: (...given: never[]) => unknown, ...rest: unknown[]) => number
      Object.assign(window, {
        [name]: (callback: (...given: never[]) => unknown, ...rest: unknown[]) =>
          before.call(window, noting(callback), ...rest),
      })
    }
  })

/** Minutes of the page, in moments of the test. The host and what it tells of go on as ever. */
test('a window that nobody touches wakes the processor once a minute', async () => {
  const page = await pageOnDesk(500, async (opening) => {
    await opening.clock.install()
    await watchTimers(opening)
  })
  await page
    .locator('.saved-mark')
    .getByText(/^Saved/)
    .waitFor()
  await page.locator('.post-row[aria-current] .post-row-facts', { hasText: '500 words' }).waitFor()
  // Checks, spelling and what is fetched for later are over, and what was shown before is forgotten.
  await live(page, 400)
  await page.evaluate(() => (window.wokenAt = []))
  await live(page, 600)
  const wokenAt = await page.evaluate(() => window.wokenAt)
  const seconds = new Set(wokenAt.map((ms) => Math.floor(ms / 1000)))
  expect(seconds.size).toBeGreaterThanOrEqual(9)
  expect(seconds.size).toBeLessThanOrEqual(11)
})

/** Second by second, because what a timer draws sets the next one only after it. */
async function live(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await page.clock.runFor(1000)
}
