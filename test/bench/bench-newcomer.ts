import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Locator, type Page } from '@playwright/test'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { median, type Bench, type Measure } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SENTENCE = 'Nobody but me can read this yet.'

/** What a person has to do, in its order. */
interface Decision {
  what: string
  /** What could have been pressed or filled on the screen just then, this included. */
  offered: number
  /** Since `npm start`. */
  atMs: number
}

/** Notes the decision, then carries it out. */
type Decide = (what: string, control: Locator, act: (control: Locator) => Promise<void>) => Promise<void>

/**
 * Someone who has never seen the desk, from `npm start` to the first post that the practice blog shows, by the shortest way
 * and with their name, role and language on it. Each press and each field is a decision. The time is the program's own, with
 * the ten seconds to undo; a person reads, and takes longer.
 */
export const benchNewcomer: Bench = {
  about: 'decisions and seconds from the start to the first published practice post',
  options: { runs: 5 },
  quick: { runs: 1 },
  async run(options) {
    return sayWays(options.number('runs'))
  },
}

async function sayWays(runs: number): Promise<Measure[]> {
  const measures: Measure[] = []
  await buildWhenStale()
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  try {
    for (const [name, walk] of [
      ['the shortest way', shortestWay],
      ['with name, role and language', wayWithName],
    ] as const) {
      const times: number[] = []
      let count = 0
      for (let run = 1; run <= runs; run += 1) {
        const { decisions, publishedAtMs } = await walkOnce(await browser.newPage({ locale: 'en-GB' }), walk)
        times.push(publishedAtMs)
        count = decisions.length
        if (run === runs) print(name, decisions)
      }
      console.error(`  published after ${seconds(median(times))} s, the median of ${times.map(seconds).join(', ')}\n`)
      measures.push({
        id: `N${measures.length + 1}`,
        work: `decisions from the start to the first practice post, ${name}`,
        ratio: count,
        goal: null,
        figures: { published_after_s: median(times) / 1000 },
      })
    }
    return measures
  } finally {
    await browser.close()
  }
}

async function shortestWay(page: Page, decide: Decide): Promise<void> {
  await press(page, decide, 'Use the practice blog')
  await press(page, decide, 'Begin the lessons')
  await writeAndPublish(page, decide)
}

async function wayWithName(page: Page, decide: Decide): Promise<void> {
  await fill(page, decide, 'Name under your posts', 'Amira Solheim')
  await fill(page, decide, 'Your role', 'Attaché')
  await decide(
    'chooses the language',
    page.getByRole('combobox', { name: 'Language of a new post' }),
    async (field) => {
      await field.fill('English')
      await field.press('Enter')
    },
  )
  await shortestWay(page, decide)
}

async function writeAndPublish(page: Page, decide: Decide): Promise<void> {
  await decide('writes a sentence', page.getByRole('textbox', { name: 'Text of the post' }), async (text) => {
    await text.press('End')
    await page.keyboard.type(SENTENCE)
  })
  await press(page, decide, 'Publish…')
  await press(page, decide, 'Publish')
}

const press = (page: Page, decide: Decide, name: string): Promise<void> =>
  decide(`presses “${name}”`, page.getByRole('button', { name, exact: true }).first(), (button) => button.click())

const fill = (page: Page, decide: Decide, name: string, words: string): Promise<void> =>
  decide(`fills “${name}”`, page.getByRole('textbox', { name, exact: true }), (field) => field.fill(words))

async function walkOnce(
  page: Page,
  walk: (page: Page, decide: Decide) => Promise<void>,
): Promise<{ decisions: Decision[]; publishedAtMs: number }> {
  const profile = await mkdtemp(join(tmpdir(), 'attache-newcomer-'))
  const startedAtMs = performance.now()
  const desk = await npmStart(profile)
  const decisions: Decision[] = []
  try {
    await page.goto(desk.address)
    await walk(page, async (what, control, act) => {
      await control.waitFor()
      decisions.push({ what, offered: await countOffered(page), atMs: performance.now() - startedAtMs })
      await act(control)
    })
    await page.getByText('It is on the practice blog, where nothing is public.').waitFor({ timeout: 60_000 })
    return { decisions, publishedAtMs: performance.now() - startedAtMs }
  } finally {
    await page.close()
    await desk.stop()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Whatever a key or a pointer reaches; behind an open dialog nothing is. */
const countOffered = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scope = document.querySelector('[role=dialog], [role=alertdialog]') ?? document
    const controls = scope.querySelectorAll('button, a[href], input, textarea, [contenteditable=true]')
    return [...controls].filter((control) => control.checkVisibility() && !control.matches(':disabled')).length
  })

/** As `npm start` does where there is no display: the desk is served to the browser. */
async function npmStart(profile: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const desk = spawn(process.execPath, [join(ROOT, 'scripts/start.ts'), '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, NODE_NO_WARNINGS: '1' },
  })
  for await (const said of createInterface({ input: desk.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
    if (!address) continue
    return {
      address,
      async stop() {
        const exited = once(desk, 'exit')
        desk.kill('SIGTERM')
        await exited
      },
    }
  }
  throw new Error('the desk ended before it said its address')
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

function print(name: string, decisions: readonly Decision[]): void {
  console.error(`${name}: ${decisions.length} decisions`)
  for (const { what, offered, atMs } of decisions)
    console.error(`  ${seconds(atMs).padStart(5)} s  ${what} (one of ${offered})`)
}
