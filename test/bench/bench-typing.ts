import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { build } from 'vite'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { openOnDesk, textOf } from '../support/long-text.ts'
import type { Bench } from './measure.ts'
import { startDesk } from './start-desk.ts'

const ROOT = join(import.meta.dirname, '../..')
const KEYS = 80
const PACE_MS = 70

interface Figures {
  p50: number
  p95: number
  /** Of the window's one thread, with everything a key sets off: drawing, saving, counting, checking. */
  busyMsPerKey: number
}

/** Keys at the pace of a fast typist, in the middle of texts of growing length; the desk beside plain ProseMirror in the same browser. */
export const benchTyping: Bench = {
  about: 'keys in long texts: the window’s one thread, with all that a key sets off ÷ plain ProseMirror',
  options: { sizes: [1000, 10_000, 50_000, 100_000], spelling: 1 },
  async run(options) {
    const lines = await typeInto(options.numbers('sizes'), { isSpelling: options.number('spelling') === 1 })
    return lines
      .filter(({ words }) => words <= SHORT_WORDS)
      .map(({ words, alone, whole }) => ({
        id: `E2, ${words}`,
        work: `a key in ${words} words ÷ plain ProseMirror`,
        ratio: whole.busyMsPerKey / alone.busyMsPerKey,
        goal: 1.15,
        figures: {
          ours_ms: whole.busyMsPerKey,
          plain_ms: alone.busyMsPerKey,
          ours_p95_ms: whole.p95,
          plain_p95_ms: alone.p95,
        },
      }))
  },
}

/** Longer ones are held against a bare page. */
const SHORT_WORDS = 10_000

interface TypedLine {
  words: number
  alone: Figures
  whole: Figures
}

async function typeInto(sizes: readonly number[], options: { isSpelling: boolean }): Promise<TypedLine[]> {
  await buildWhenStale()
  const folder = await mkdtemp(join(tmpdir(), 'attache-typing-'))
  const plain = await servePlain(folder)
  const desk = await startDesk(join(folder, 'profile'))
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  try {
    const plainPage = await browser.newPage()
    await plainPage.goto(plain.address)
    const deskPage = await browser.newPage()
    await deskPage.goto(desk.address)
    await deskPage.getByRole('button', { name: 'Use the practice blog' }).click()
    await deskPage.getByRole('list', { name: 'Posts' }).getByRole('link').first().waitFor()
    if (!options.isSpelling) await switchSpellingOff(deskPage)
    console.log(`spelling ${options.isSpelling ? 'on, in English' : 'off'}`)
    console.log('words    plain p50/p95 ms   desk p50/p95 ms   ratio p95   busy ms a key: plain, desk   ratio')
    const lines: TypedLine[] = []
    for (const words of sizes) {
      const paragraphs = textOf(words)
      await plainPage.bringToFront()
      await plainPage.evaluate((texts) => window.openPlain(texts, texts.join('').length / 2), paragraphs)
      const alone = await measure(plainPage)
      await deskPage.bringToFront()
      await openOnDesk(deskPage, paragraphs)
      const whole = await measure(deskPage)
      lines.push({ words, alone, whole })
      console.log(line(words, alone, whole))
    }
    return lines
  } finally {
    await browser.close()
    plain.stop()
    await desk.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function switchSpellingOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Underline words that no dictionary knows').click()
  await page.getByRole('button', { name: 'Done' }).click()
}

async function measure(page: Page): Promise<Figures> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // What opening a long text set off is over.
  await page.waitForTimeout(4000)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // After the frame in which the letter is drawn.
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)))
      },
      { capture: true },
    )
  })
  await type(page, 10)
  await page.evaluate(() => void ((window as unknown as { keyTimes: number[] }).keyTimes.length = 0))
  const before = await busySeconds(session)
  await type(page, KEYS)
  await page.waitForTimeout(1500)
  const busyMsPerKey = ((await busySeconds(session)) - before) * (1000 / KEYS)
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  await session.detach()
  return { p50: at(0.5), p95: at(0.95), busyMsPerKey }
}

async function type(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key += 1) await page.keyboard.type(key % 6 === 5 ? ' ' : 'n', { delay: PACE_MS })
}

async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

const ms = (value: number): string => value.toFixed(1)

function line(words: number, plain: Figures, desk: Figures): string {
  return [
    words.toLocaleString('en-GB').padEnd(8),
    `${ms(plain.p50)} / ${ms(plain.p95)}`.padEnd(18),
    `${ms(desk.p50)} / ${ms(desk.p95)}`.padEnd(17),
    (desk.p95 / plain.p95).toFixed(2).padEnd(11),
    `${ms(plain.busyMsPerKey)}, ${ms(desk.busyMsPerKey)}`.padEnd(28),
    (desk.busyMsPerKey / plain.busyMsPerKey).toFixed(2),
  ].join(' ')
}

async function servePlain(folder: string): Promise<{ address: string; stop: () => void }> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'plain'),
      lib: { entry: join(import.meta.dirname, 'plain-prosemirror.ts'), formats: ['es'], fileName: 'plain' },
    },
  })
  const script = await readFile(join(folder, 'plain', 'plain.js'), 'utf8')
  const page = `<!doctype html><meta charset="utf-8"><title>plain</title>
<style>body { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif } .ProseMirror { white-space: break-spaces; overflow-wrap: break-word; outline: none }</style>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, stop: () => void server.close() }
}
