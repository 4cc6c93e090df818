import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { openOnDesk, textOf } from '../support/long-text.ts'
import { growthOf, percentile, type Bench, type Measure } from './measure.ts'
import { servePeerEditors } from './peer-editors.ts'
import { plainPage } from './plain-page.ts'
import { servePage } from './serve-page.ts'
import { startDesk } from './start-desk.ts'

const KEYS = 80
const PACE_MS = 70

interface Figures {
  p50: number
  p95: number
  p99: number
  /** Of the window's one thread, with everything a key sets off: drawing, saving, counting, checking. */
  busyMsPerKey: number
}

/** Keys at the pace of a fast typist, in the middle of texts of growing length; the desk beside plain ProseMirror in the same browser. */
export const benchTyping: Bench = {
  about:
    'keys in long texts: until the letter is drawn ÷ a bare page, and with all that a key sets off ÷ plain ProseMirror',
  options: { sizes: [1000, 10_000, 50_000, 100_000], spelling: 1 },
  quick: { sizes: [500, 1000] },
  async run(options) {
    const lines = await typeInto(options.numbers('sizes'), { isSpelling: options.number('spelling') === 1 })
    const [shortest, longest] = [lines[0], lines.at(-1)]
    return [
      ...lines.map((line) => (line.words <= SHORT_WORDS ? besidePlain(line) : besideBare(line))),
      ...(shortest && longest && longest !== shortest ? [growth(shortest, longest)] : []),
      ...growthOf(
        { id: 'E3, exponent', of: 'a key', unit: 'words', cost: 'ours_ms' },
        lines.map(({ words, whole }) => ({ size: words, cost: whole.busyMsPerKey })),
      ),
    ]
  },
}

/** Longer ones are held against the bare page alone. */
const SHORT_WORDS = 10_000
const LONGEST_WORDS = 100_000

const besidePlain = ({ words, alone, whole, peers }: TypedLine): Measure => ({
  id: `E2, ${words}`,
  work: `a key in ${words} words ÷ plain ProseMirror`,
  ratio: whole.busyMsPerKey / alone.busyMsPerKey,
  goal: 1.15,
  figures: {
    ours_ms: whole.busyMsPerKey,
    plain_ms: alone.busyMsPerKey,
    ...keyTimes('ours', whole),
    ...keyTimes('plain', alone),
  },
  ...(peers.size > 0 && { peers: dividedBy(alone, peers) }),
})

const besideBare = ({ words, bare, whole, peers }: TypedLine): Measure => ({
  id: `E1, ${words}`,
  work: `a key in ${words} words ÷ a bare page one can write in`,
  ratio: whole.busyMsPerKey / bare.busyMsPerKey,
  goal: words < LONGEST_WORDS ? 0.75 : 0.55,
  figures: {
    ours_ms: whole.busyMsPerKey,
    bare_ms: bare.busyMsPerKey,
    ...keyTimes('ours', whole),
    ...keyTimes('bare', bare),
  },
  ...(peers.size > 0 && { peers: dividedBy(bare, peers) }),
})

/** From the key to the frame in which its letter is drawn. */
const keyTimes = (name: string, { p50, p95, p99 }: Figures): Record<string, number> => ({
  [`${name}_key_p50_ms`]: p50,
  [`${name}_key_p95_ms`]: p95,
  [`${name}_key_p99_ms`]: p99,
})

const dividedBy = (floor: Figures, peers: ReadonlyMap<string, Figures>): Record<string, number> =>
  Object.fromEntries([...peers].map(([name, { busyMsPerKey }]) => [name, busyMsPerKey / floor.busyMsPerKey]))

const growth = (shortest: TypedLine, longest: TypedLine): Measure => ({
  id: 'E3',
  work: `a key in ${longest.words} ÷ in ${shortest.words} words`,
  ratio: longest.whole.busyMsPerKey / shortest.whole.busyMsPerKey,
  goal: 1.5,
  figures: {},
})

interface TypedLine {
  words: number
  bare: Figures
  alone: Figures
  whole: Figures
  peers: ReadonlyMap<string, Figures>
}

async function typeInto(sizes: readonly number[], options: { isSpelling: boolean }): Promise<TypedLine[]> {
  await buildWhenStale()
  // Whatever throws, nothing that was opened here stays open.
  await using open = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'attache-typing-'))
  open.defer(() => rm(folder, { recursive: true, force: true }))
  const serve = async (html: string): Promise<string> => {
    const { address, stop } = await servePage(html)
    open.defer(stop)
    return address
  }
  const desk = await startDesk(join(folder, 'profile'))
  open.defer(desk.stop)
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  open.defer(() => browser.close())
  const at = async (address: string): Promise<Page> => {
    const page = await browser.newPage()
    await page.goto(address)
    return page
  }
  const plainEditor = await at(await serve(await plainPage('plain-prosemirror.ts')))
  const barePage = await at(await serve(BARE))
  const peerPages = new Map<string, Page>()
  for (const { name, address, stop } of await servePeerEditors(folder)) {
    open.defer(stop)
    peerPages.set(name, await at(address))
  }
  const deskPage = await at(desk.address)
  await deskPage.getByRole('button', { name: 'Use the practice blog' }).click()
  await deskPage.getByRole('list', { name: 'Posts' }).getByRole('link').first().waitFor()
  if (!options.isSpelling) await switchSpellingOff(deskPage)
  console.error(`spelling ${options.isSpelling ? 'on, in English' : 'off'}`)
  console.error('words    plain p50/p95 ms   desk p50/p95 ms   ratio p95   busy ms a key: plain, desk   ratio')
  const lines: TypedLine[] = []
  for (const words of sizes) {
    const paragraphs = textOf(words)
    await barePage.bringToFront()
    await barePage.evaluate((texts) => window.openBare(texts), paragraphs)
    const bareFigures = await measure(barePage)
    // What is not looked at is not kept beside what is.
    await barePage.evaluate(() => window.openBare([]))
    await plainEditor.bringToFront()
    await plainEditor.evaluate((texts) => window.openPlain(texts, texts.join('').length / 2), paragraphs)
    const alone = await measure(plainEditor)
    const peers = new Map<string, Figures>()
    for (const [name, page] of peerPages) {
      await page.bringToFront()
      await page.evaluate((texts) => window.openPeer(texts), paragraphs)
      peers.set(name, await measure(page))
      await page.evaluate(() => window.openPeer([]))
    }
    await deskPage.bringToFront()
    await openOnDesk(deskPage, paragraphs)
    const whole = await measure(deskPage)
    lines.push({ words, bare: bareFigures, alone, whole, peers })
    console.error(line(words, alone, whole))
  }
  return lines
}

async function switchSpellingOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Underline words that no dictionary knows').click()
  await page.getByRole('button', { name: 'Done' }).click()
}

async function measure(page: Page): Promise<Figures> {
  const session = await page.context().newCDPSession(page)
  // What the thread works, not how long it waits for a core that others have.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
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
  const at = (share: number): number => percentile(times, share)
  await session.detach()
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), busyMsPerKey }
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

declare global {
  interface Window {
    openBare: (paragraphs: string[]) => void
  }
}

/** Words that one can write in, the caret in their midst, and nothing else. */
const BARE = `<!doctype html><meta charset="utf-8"><title>bare</title>
<style>div { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif; outline: none }</style>
<div contenteditable="true"></div>
<script>
  window.openBare = (texts) => {
    const text = document.querySelector('div')
    text.innerHTML = texts.map((each) => '<p>' + each + '</p>').join('')
    text.focus()
    const middle = text.children[Math.floor(texts.length / 2)]
    if (middle) getSelection().collapse(middle.firstChild, 10)
    middle?.scrollIntoView({ block: 'center' })
  }
</script>`
