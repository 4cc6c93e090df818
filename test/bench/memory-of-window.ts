import type { Page } from '@playwright/test'
import { openOnDesk, textOf } from '../support/long-text.ts'
import { besideBarePage } from './beside-bare-page.ts'
import { filledDesk } from './filled-desk.ts'
import type { Measure } from './measure.ts'
import { plainPage } from './plain-page.ts'

/** How often the long list is walked through. */
const WALKS = 10
const LONG_WORDS = 100_000
const FEW_POSTS = 100

const fillWith = (posts: number) => async (profile: string) => void (await filledDesk(profile, posts))

/** What the window keeps of a long list that is walked through again and again. */
export async function memoryOfLongList(posts: number): Promise<Measure> {
  return besideBarePage({ bareHtml: '', fill: fillWith(posts) }, async ({ desk }) => {
    await desk.bringToFront()
    await desk.evaluate(() => void (location.hash = '#/writing'))
    await desk.locator('.column .post-row').first().waitFor()
    await walkThrough(desk)
    const once = await heapMb(desk)
    for (let walk = 1; walk < WALKS; walk += 1) await walkThrough(desk)
    const often = await heapMb(desk)
    return {
      id: 'MEM2',
      work: `heap of the window after ${WALKS} walks through ${posts} posts ÷ after one`,
      ratio: often / once,
      goal: 1.05,
      figures: { heap_mb_once: once, heap_mb_often: often },
    }
  })
}

/** And of a very long post, beside bare tiptap with the same words. In a long list the heap moves by more than a post adds. */
export async function memoryOfLongPost(): Promise<Measure> {
  const bareHtml = await plainPage('plain-tiptap.ts')
  return besideBarePage({ bareHtml, fill: fillWith(FEW_POSTS) }, async ({ desk, bare }) => {
    const paragraphs = textOf(LONG_WORDS)
    await openOnDesk(desk, textOf(100))
    const deskBefore = await heapMb(desk)
    await openOnDesk(desk, paragraphs)
    await desk
      .locator('.saved-mark')
      .getByText(/^Saved/)
      .waitFor({ timeout: 120_000 })
    const deskAfter = await heapMb(desk)
    await bare.bringToFront()
    await bare.evaluate((texts) => window.openPlain(texts, 10), textOf(100))
    const bareBefore = await heapMb(bare)
    await bare.evaluate((texts) => window.openPlain(texts, 10), paragraphs)
    const bareAfter = await heapMb(bare)
    return {
      id: 'MEM3',
      work: `what a post of ${LONG_WORDS} words adds to the heap of the window ÷ to that of bare tiptap`,
      ratio: (deskAfter - deskBefore) / (bareAfter - bareBefore),
      goal: 1.5,
      figures: {
        desk_mb_before: deskBefore,
        desk_mb_with: deskAfter,
        tiptap_mb_before: bareBefore,
        tiptap_mb_with: bareAfter,
      },
    }
  })
}

/** From the first row to the last and back, a screen at a time. */
const walkThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let list = document.querySelector('.column .post-row')?.parentElement ?? null
    while (list && list.scrollHeight <= list.clientHeight + 1) list = list.parentElement
    if (!list) throw new Error('nothing to scroll')
    const steps = 60
    for (let step = 0; step <= 2 * steps; step += 1) {
      list.scrollTop = (list.scrollHeight * (step <= steps ? step : 2 * steps - step)) / steps
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
  })

/** Of what is still needed, once what an act set off is over. */
async function heapMb(page: Page): Promise<number> {
  await page.waitForTimeout(4000)
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Performance.enable')
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
  } finally {
    await session.detach()
  }
}
