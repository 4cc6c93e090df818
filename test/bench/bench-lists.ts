import type { Page } from '@playwright/test'
import { besideBarePage, leave, reloadUntil } from './beside-bare-page.ts'
import { filledDesk } from './filled-desk.ts'
import { oneRow } from './one-row.ts'
import { growthOf, median, spreadOf, type Bench, type Measure, type Point } from './measure.ts'

const ROWS = 15
const HAS_ROWS = `document.querySelector('.column .post-row') !== null`

/** The list of a blog that is written in for ten years, beside what fits on the screen of it and nothing else. */
export const benchLists: Bench = {
  about: 'a long list of posts until its first rows are drawn ÷ a page of fifteen rows; one row of it ÷ all of it',
  options: { posts: [1000, 3000, 10_000], runs: 9 },
  quick: { posts: [50, 100], runs: 1 },
  async run(options) {
    const listed: Measure[] = []
    const points: Point[] = []
    for (const posts of options.numbers('posts')) {
      const measure = await firstRows(posts, options.number('runs'))
      listed.push(measure)
      points.push({ size: posts, cost: measure.figures['ours_p50_ms'] ?? Number.NaN })
    }
    return [
      ...listed.slice(-1),
      await oneRow(Math.max(...options.numbers('posts')), options.number('runs')),
      ...growthOf({ id: 'U3, growth', of: 'the first rows', unit: 'posts', cost: 'ours_p50_ms' }, points),
    ]
  },
}

function firstRows(posts: number, runs: number): Promise<Measure> {
  const fill = async (profile: string): Promise<void> => void (await filledDesk(profile, posts))
  return besideBarePage({ bareHtml: BARE, fill }, async ({ desk, bare }) => {
    await desk.evaluate(() => void (location.hash = '#/writing'))
    const [at, bareAt] = [desk.url(), bare.url()]
    await leave(desk)
    await leave(bare)
    const ours: number[] = []
    const floor: number[] = []
    const between: number[] = []
    for (let run = 0; run < runs; run += 1) {
      ours.push(await reloadUntil(desk, HAS_ROWS, at))
      floor.push(await reloadUntil(bare, HAS_ROWS, bareAt))
    }
    await desk.goto(at)
    for (let run = 0; run < runs; run += 1) {
      await desk.locator('.column .post-row').first().waitFor()
      between.push(await comeBack(desk))
    }
    return {
      id: 'U3',
      work: `start of the window → first rows of ${posts} posts ÷ a page of ${ROWS} rows`,
      ratio: median(ours) / median(floor),
      goal: 1.3,
      figures: {
        ...spreadOf('ours', ours),
        bare_p50_ms: median(floor),
        from_another_place_p50_ms: median(between),
      },
    }
  })
}

/** From the outbox to the list. */
const comeBack = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    location.hash = '#/outbox'
    while (document.querySelector('.column .post-row')) await frame()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const startedMs = performance.now()
    location.hash = '#/writing'
    while (!document.querySelector('.column .post-row')) await frame()
    await frame()
    return performance.now() - startedMs
  })

const BARE = `<!doctype html><meta charset="utf-8"><title>bare</title>
<style>body { max-width: 22rem; font: 16px/1.5 sans-serif } a { display: block; padding: 1rem; border-top: 1px solid }</style>
<section class="column">${`<a class="post-row" href="#"><b>A post of the embassy</b><p>Two lines of what it says, as they are in the list of the desk.</p><small>Published 12 May · 420 words</small></a>`.repeat(ROWS)}</section>`
