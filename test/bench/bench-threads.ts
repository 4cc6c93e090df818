import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import type { Comment } from '../../src/shared/domain/comment.ts'
import type { PostConversation } from '../../src/shared/domain/conversation.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { growthOf, median, spreadOf, type Bench } from './measure.ts'
import { type Frames, recordFrames } from './record-frames.ts'
import { startDesk } from './start-desk.ts'

const POSTS = 200
const SCROLL_PX = 24_000
const SPEED_PX_S = 4000
const KEYS = 60
const PACE_MS = 70
const SETTLE_MS = 1500

interface LongThreads {
  /** How many comments the long threads have. */
  threads: readonly number[]
  /** On the whole blog. */
  comments: number
  runs: number
}

/**
 * A desk that pulled the whole blog, in Chromium: long threads are opened, scrolled, filtered and walked through by key, beside
 * a page that does nothing but put the same rows into the document, in turns in the same run.
 */
export const benchThreads: Bench = {
  about: 'long conversations: open, scroll, filter and walk through, beside a page of the same rows and nothing else',
  options: { threads: [2500, 5000, 10_000], comments: 50_000, runs: 2 },
  quick: { threads: [150, 300], comments: 1000, runs: 1 },
  async run(options) {
    const [comments, runs] = [options.number('comments'), options.number('runs')]
    const opened = await sayThreads({ threads: options.numbers('threads'), comments, runs })
    const largest = opened.at(-1)
    if (!largest) return []
    return [
      {
        id: 'T1',
        work: `open a conversation of ${largest.size} ÷ a page of all its rows`,
        ratio: median(largest.ours) / median(largest.floor),
        goal: null,
        figures: { ...spreadOf('ours', largest.ours), bare_p50_ms: median(largest.floor) },
      },
      ...growthOf(
        { id: 'T2', of: 'opening a conversation', unit: 'comments', cost: 'ours_p50_ms' },
        opened.map(({ size, ours }) => ({ size, cost: median(ours) })),
      ),
    ]
  },
}

interface Opened {
  size: number
  ours: number[]
  floor: number[]
}

async function sayThreads({ threads, comments, runs }: LongThreads): Promise<Opened[]> {
  const figures: Opened[] = []
  await buildWhenStale()
  const folder = await mkdtemp(join(tmpdir(), 'attache-threads-'))
  const blog = await startBlog({ comments, threads })
  const desk = await startDesk(join(folder, 'profile'))
  const bare = await serveBare()
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(desk.address)
    const blogId = await bringDown(page, blog.url, comments)
    const barePage = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await barePage.goto(bare.address)
    for (const length of threads) {
      const lines = await ask<PostConversation[]>(page, 'comments.inbox', { blogId })
      const line = lines.find(({ counts }) => counts.all >= length && counts.all < length * 1.2)
      if (!line) throw new Error(`no thread of ${length}`)
      bare.serve(await ask<Comment[]>(page, 'comments.list', { blogId, postId: line.postId }))
      const away = lines.find(({ counts }) => counts.all < 1000)?.postId ?? ''
      const opened: { desk: number; bare: number; window: number; rows: number }[] = []
      for (let run = 0; run < runs; run += 1) {
        const there = await openOnDesk(page, away, line.postId)
        await barePage.bringToFront()
        const whole = await barePage.evaluate(() => window.openRows(null))
        const few = await barePage.evaluate((rows) => window.openRows(rows), there.rows)
        opened.push({ desk: there.ms, bare: whole, window: few, rows: there.rows })
      }
      figures.push({
        size: line.counts.all,
        ours: opened.map(({ desk: ms }) => ms),
        floor: opened.map(({ bare: ms }) => ms),
      })
      const at = (of: 'desk' | 'bare' | 'window' | 'rows'): number => median(opened.map((each) => each[of]))
      console.error(`\nthread=${line.counts.all} of ${comments} comments, ${runs} runs, medians`)
      console.error(`rows_in_document=${at('rows')}`)
      console.error(
        `open_ms: desk ${at('desk').toFixed(0)}, bare all rows ${at('bare').toFixed(0)}, bare rows on screen ${at('window').toFixed(0)}`,
      )
      console.error(
        `open_ratio_to_bare=${(at('desk') / at('bare')).toFixed(2)} to_bare_rows_on_screen=${(at('desk') / at('window')).toFixed(2)}`,
      )
      await barePage.bringToFront()
      await barePage.evaluate(() => window.openRows(null))
      await print('scroll, bare', runs, (run) => recordFrames(barePage, () => scroll(barePage, run)))
      // What is not looked at is not kept beside what is.
      await barePage.evaluate(() => window.openRows(0))
      await page.bringToFront()
      await print('scroll', runs, (run) => recordFrames(page, () => scroll(page, run)))
      for (const view of ['Held', 'Unanswered', 'All'])
        await print(`filter to ${view}`, runs, async () => {
          await page.getByRole('radio', { name: /^Flagged/ }).click()
          await page.waitForTimeout(SETTLE_MS)
          return recordFrames(page, () => page.getByRole('radio', { name: new RegExp(`^${view}`) }).click())
        })
      await page
        .getByRole('article', { name: /^Comment by/ })
        .first()
        .focus()
      await print(`${KEYS} × J`, runs, () => recordFrames(page, () => press(page, 'j', KEYS)))
      await print('flag', runs, () => recordFrames(page, () => page.keyboard.press('f')))
      await print('End, Home, End …', runs, (run) =>
        recordFrames(page, () => page.keyboard.press(run % 2 === 0 ? 'End' : 'Home')),
      )
      await page.keyboard.press('End')
      await page.waitForTimeout(SETTLE_MS)
      const focused = await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
      console.error(`after End the focus is on ${focused} of ${line.counts.all}`)
    }
    return figures
  } finally {
    await browser.close()
    bare.stop()
    await desk.stop()
    blog.server.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The run in the middle, by what it dropped. */
async function print(what: string, runs: number, measure: (run: number) => Promise<Frames>): Promise<void> {
  const measured: Frames[] = []
  for (let run = 0; run < runs; run += 1) measured.push(await measure(run))
  const middle = measured.toSorted((one, other) => one.dropped - other.dropped)[Math.floor(runs / 2)]
  if (!middle) return
  const { frames, dropped, droppedAfterFirst, longest, long } = middle
  console.error(
    `${what.padEnd(22)} frames ${String(frames).padStart(4)}  dropped ${String(dropped).padStart(3)}  beyond the first ${String(droppedAfterFirst).padStart(3)}  longest ${longest.toFixed(0)} ms  over 50 ms ${long}`,
  )
}

async function bringDown(page: Page, url: string, comments: number): Promise<string> {
  await page
    .getByRole('link', { name: 'Connect your blog' })
    .or(page.getByRole('button', { name: 'Connect your blog' }))
    .click()
  await page.getByRole('textbox', { name: 'Address of the blog' }).fill(url)
  await page.getByRole('button', { name: 'Find the blog' }).click()
  await page.getByRole('textbox', { name: 'User name' }).fill('bench')
  await page.getByRole('textbox', { name: 'Application password' }).fill('abcd efgh ijkl mnop qrst uvwx')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /^Line: Line open/ }).waitFor({ timeout: 120_000 })
  const [blog] = await ask<{ id: string }[]>(page, 'blogs.list')
  const blogId = blog?.id ?? ''
  for (let isWhole = false; !isWhole;) {
    await page.waitForTimeout(SETTLE_MS)
    const lines = await ask<PostConversation[]>(page, 'comments.inbox', { blogId })
    const found = await ask<{ pendingCount: number }>(page, 'search.find', { text: 'harbour', filters: {} })
    isWhole = lines.reduce((sum, { counts }) => sum + counts.all, 0) >= comments && found.pendingCount === 0
  }
  return blogId
}

/** As the window asks, from within the window. */
const ask = <Answer>(page: Page, path: string, input?: unknown): Promise<Answer> =>
  page.evaluate(
    async (request) => {
      const response = await fetch('call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      const answer = (await response.json()) as { ok: boolean; data: unknown }
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return answer.data
    },
    { path, type: 'query', ...(input === undefined ? {} : { input }) },
  ) as Promise<Answer>

/** From another conversation to the frame in which the first comments of this one are drawn; nothing of it is remembered. */
async function openOnDesk(page: Page, away: string, postId: string): Promise<{ ms: number; rows: number }> {
  await page.bringToFront()
  await page.evaluate((id) => void (location.hash = `#/conversation/${id}`), away)
  await page.reload()
  await page
    .getByRole('article', { name: /^Comment by/ })
    .first()
    .waitFor()
  await page.waitForTimeout(SETTLE_MS)
  return page.evaluate(async (id) => {
    const before = document.querySelector('[data-comment-id]')?.getAttribute('data-comment-id')
    const startedMs = performance.now()
    location.hash = `#/conversation/${id}`
    const isThere = (): boolean => {
      const first = document.querySelector('[data-comment-id]')?.getAttribute('data-comment-id')
      return first !== undefined && first !== before
    }
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const ms = performance.now() - startedMs
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { ms, rows: document.querySelectorAll('[data-comment-id]').length }
  }, postId)
}

/** Down, then up again. */
async function scroll(page: Page, run: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 400,
    yDistance: run % 2 === 0 ? -SCROLL_PX : SCROLL_PX,
    speed: SPEED_PX_S,
    gestureSourceType: 'mouse',
  })
  await session.detach()
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key, { delay: PACE_MS })
}

async function startBlog(size: {
  comments: number
  threads: readonly number[]
}): Promise<{ server: ChildProcess; url: string }> {
  const entry = new URL('./serve-long-lists.ts', import.meta.url)
  const server = fork(entry, [`--posts=${POSTS}`, `--comments=${size.comments}`, `--threads=${size.threads.join()}`])
  const [message] = (await once(server, 'message')) as [{ url: string }]
  return { server, url: message.url }
}

declare global {
  interface Window {
    /** Fetches the rows and puts them (null: all) into the document; how long until they are drawn. */
    openRows: (rows: number | null) => Promise<number>
  }
}

const BARE = `<!doctype html><meta charset="utf-8"><title>bare</title>
<style>body { max-width: 44rem; margin: auto; font: 16px/1.6 serif } article { padding: 1rem 0; border-top: 1px solid }</style>
<main></main>
<script>
  window.openRows = async (count) => {
    const main = document.querySelector('main')
    main.replaceChildren()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const startedMs = performance.now()
    const comments = await (await fetch('rows')).json()
    const rows = count === null ? comments : comments.slice(0, count)
    main.innerHTML = rows.map((comment) => '<article><header><b>' + comment.authorName + '</b> <time>' + comment.createdAt + '</time></header><div>' + comment.contentHtml + '</div><button>Reply</button> <button>Hold</button></article>').join('')
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - startedMs
  }
</script>`

async function serveBare(): Promise<{ address: string; serve: (rows: Comment[]) => void; stop: () => void }> {
  let body = '[]'
  const server = createServer((request, response) => {
    const isRows = request.url === '/rows'
    response.setHeader('content-type', isRows ? 'application/json' : 'text/html; charset=utf-8')
    response.end(isRows ? body : BARE)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    serve: (rows) => void (body = JSON.stringify(rows)),
    stop: () => void server.close(),
  }
}
