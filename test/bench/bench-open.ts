import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openOnDesk, textOf } from '../support/long-text.ts'
import { asNewcomer, besideBarePage, leave, loadUntil, reloadUntil, type Beside } from './beside-bare-page.ts'
import { growthOf, median, spreadOf, type Bench, type Measure, type Point } from './measure.ts'
import { servePeerEditors } from './peer-editors.ts'

const SHORT_WORDS = 800
/** They only show how it grows. */
const RUNS_OF_SMALLER = 3
/** What a letter is long, with the space between two words. */
const HAS_CARET = `(document.activeElement?.isContentEditable && document.activeElement.textContent.length > ${SHORT_WORDS * 3})`

/** Some have their text in a frame, some each paragraph by itself. */
const PEER_HAS_CARET = `(() => {
  const focused = document.activeElement?.contentDocument?.activeElement ?? document.activeElement
  return focused?.isContentEditable && focused.ownerDocument.body.textContent.length > ${SHORT_WORDS * 3}
})()`

declare global {
  interface Window {
    /** Puts the paragraphs into the page; how long until they are drawn. */
    paint: (paragraphs: string[]) => Promise<number>
  }
}

/** From a way to a post until one can write in it. */
export const benchOpen: Bench = {
  about:
    'a post is opened: from the start of the window to the caret, and a long one, each ÷ a bare page with the same words',
  options: { words: [5000, 15_000, 50_000], runs: 9 },
  quick: { words: [1000, 2000], runs: 1 },
  async run(options) {
    const runs = options.number('runs')
    await using open = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'attache-open-'))
    open.defer(() => rm(folder, { recursive: true, force: true }))
    const peerEditors = await servePeerEditors(folder, textOf(SHORT_WORDS))
    for (const { stop } of peerEditors) open.defer(stop)
    return await besideBarePage({ bareHtml: bareHtml(textOf(SHORT_WORDS)) }, async (page) => {
      const beside: BesidePeers = { ...page, peers: [] }
      for (const { name, address } of peerEditors) {
        beside.peers.push({
          name,
          address,
          page: await page.browser.newPage({ viewport: page.bare.viewportSize() }),
        })
      }
      const short = await writePost(beside.desk, SHORT_WORDS)
      const start = await measureStart(beside, runs)
      const opened: Measure[] = []
      const points: Point[] = []
      const sizes = options.numbers('words')
      for (const words of sizes) {
        const long = await writePost(beside.desk, words)
        const measure = await measureOpen(
          beside,
          { short, long, words },
          words === sizes.at(-1) ? runs : Math.min(runs, RUNS_OF_SMALLER),
        )
        opened.push(measure)
        points.push({ size: words, cost: measure.figures['ours_p50_ms'] ?? Number.NaN })
      }
      return [
        ...start,
        ...opened.slice(-1),
        ...growthOf({ id: 'E5, growth', of: 'opening a post', unit: 'words', cost: 'ours_p50_ms' }, points),
      ]
    })
  },
}

/** The address of the post, once its words are on the disk. */
async function writePost(page: Page, words: number): Promise<string> {
  await page.bringToFront()
  await openOnDesk(page, textOf(words))
  await page
    .locator('.saved-mark')
    .getByText(/^Saved/)
    .waitFor({ timeout: 120_000 })
  return new URL(page.url()).hash
}

async function measureStart(beside: BesidePeers, runs: number): Promise<Measure[]> {
  const { desk, bare, peers } = beside
  const peersCold = new Times()
  const peersWarm = new Times()
  const [at, bareAt] = [desk.url(), bare.url()]
  await leave(desk)
  await leave(bare)
  const times = { cold: [] as number[], bareCold: [] as number[], warm: [] as number[], bareWarm: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    times.cold.push(await asNewcomer(beside, desk, (page) => loadUntil(page, HAS_CARET, () => page.goto(at))))
    times.bareCold.push(await asNewcomer(beside, bare, (page) => loadUntil(page, HAS_CARET, () => page.goto(bareAt))))
    times.warm.push(await reloadUntil(desk, HAS_CARET, at))
    times.bareWarm.push(await reloadUntil(bare, HAS_CARET, bareAt))
    for (const { name, address, page } of peers) {
      const anew = (each: Page) => loadUntil(each, PEER_HAS_CARET, () => each.goto(address))
      peersCold.add(name, await asNewcomer(beside, page, anew))
      peersWarm.add(name, await reloadUntil(page, PEER_HAS_CARET, address))
    }
  }
  await desk.goto(at)
  await bare.goto(bareAt)
  for (const { address, page } of peers) await page.goto(address)
  return [
    compared(
      'U1, cold',
      `start of the window → caret in ${SHORT_WORDS} words ÷ a bare page`,
      1.8,
      times.cold,
      times.bareCold,
      peersCold,
    ),
    compared('U1, warm', `the same in a window that was open before`, 2.2, times.warm, times.bareWarm, peersWarm),
  ]
}

async function measureOpen(
  { desk, bare, peers }: BesidePeers,
  { short, long, words }: { short: string; long: string; words: number },
  runs: number,
): Promise<Measure> {
  const paragraphs = textOf(words)
  const length = paragraphs.join('').length
  const ours: number[] = []
  const floor: number[] = []
  const others = new Times()
  for (let run = 0; run < runs; run += 1) {
    await desk.bringToFront()
    await openPost(desk, short, SHORT_WORDS)
    ours.push(await openPost(desk, long, length))
    await bare.bringToFront()
    floor.push(await bare.evaluate((texts) => window.paint(texts), paragraphs))
    await bare.evaluate(() => window.paint([]))
    for (const { name, page } of peers) {
      await page.bringToFront()
      others.add(name, await page.evaluate(openInPeer, paragraphs))
      await page.evaluate(() => window.openPeer([]))
    }
  }
  return compared('E5', `open ${words} words ÷ the same by innerHTML`, 1, ours, floor, others)
}

/** From the words to the frame in which they and the caret are drawn. */
async function openInPeer(paragraphs: string[]): Promise<number> {
  await window.openPeer([])
  await new Promise((resolve) => setTimeout(resolve, 500))
  const startedMs = performance.now()
  await window.openPeer(paragraphs)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - startedMs
}

interface BesidePeers extends Beside {
  peers: { name: string; address: string; page: Page }[]
}

/** Of each of the others. */
class Times extends Map<string, number[]> {
  add(name: string, ms: number): void {
    this.set(name, [...(this.get(name) ?? []), ms])
  }
}

/** From the way to it until its words and the caret are drawn. */
const openPost = (page: Page, hash: string, length: number): Promise<number> =>
  page.evaluate(
    async ([way, letters]) => {
      const before = document.activeElement
      const startedMs = performance.now()
      location.hash = way
      const isThere = (): boolean => {
        const { activeElement } = document
        return (
          activeElement instanceof HTMLElement &&
          activeElement !== before &&
          activeElement.isContentEditable &&
          (activeElement.textContent?.length ?? 0) >= letters
        )
      }
      while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      const ms = performance.now() - startedMs
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return ms
    },
    [hash, length] as const,
  )

const compared = (id: string, work: string, goal: number, ours: number[], floor: number[], peers: Times): Measure => ({
  id,
  work,
  ratio: median(ours) / median(floor),
  goal,
  figures: { ...spreadOf('ours', ours), ...spreadOf('bare', floor) },
  ...(peers.size > 0 && {
    peers: Object.fromEntries([...peers].map(([name, times]) => [name, median(times) / median(floor)])),
  }),
})

/** The words where one can write in them, the caret in their midst, and nothing else. */
const bareHtml = (paragraphs: string[]): string => `<!doctype html><meta charset="utf-8"><title>bare</title>
<style>div { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif }</style>
<div contenteditable="true">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>
<script>
  const text = document.querySelector('div')
  text.focus()
  getSelection().collapse(text.children[Math.floor(text.children.length / 2)].firstChild, 10)
  window.paint = async (texts) => {
    text.replaceChildren()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const startedMs = performance.now()
    text.innerHTML = texts.map((each) => '<p>' + each + '</p>').join('')
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - startedMs
  }
</script>`
