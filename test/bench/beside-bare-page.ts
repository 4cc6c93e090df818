import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { servePage } from './serve-page.ts'
import { startDesk } from './start-desk.ts'

const VIEWPORT = { width: 1280, height: 800 }

export interface Beside {
  browser: Browser
  /** At the practice blog, or at whatever `fill` left. */
  desk: Page
  bare: Page
}

/** The built desk and a page of `bareHtml`, each in a window of the same browser; `fill` makes the desk before it is opened. */
export async function besideBarePage<Value>(
  { bareHtml, fill }: { bareHtml: string; fill?: (profile: string) => Promise<void> },
  act: (beside: Beside) => Promise<Value>,
): Promise<Value> {
  await buildWhenStale()
  const folder = await mkdtemp(join(tmpdir(), 'attache-beside-'))
  const profile = join(folder, 'profile')
  await fill?.(profile)
  const host = await startDesk(profile)
  const page = await servePage(bareHtml)
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  try {
    const desk = await browser.newPage({ viewport: VIEWPORT })
    await desk.goto(host.address)
    if (!fill) await desk.getByRole('button', { name: 'Use the practice blog' }).click()
    await desk.getByRole('button', { name: /^Line:/ }).waitFor()
    const bare = await browser.newPage({ viewport: VIEWPORT })
    await bare.goto(page.address)
    return await act({ browser, desk, bare })
  } finally {
    await browser.close()
    page.stop()
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Milliseconds from the navigation to the frame in which `isThere` holds. The page tells; nobody waits for an answer of Playwright's, whose
 * own code in the page (a third of a megabyte) would be compiled on the way to it.
 */
export async function loadUntil(page: Page, isThere: string, load: () => Promise<unknown>): Promise<number> {
  const script = await page.addInitScript(`{
    const tick = () =>
      ${isThere} ? requestAnimationFrame(() => setTimeout(() => (window.thereMs = performance.now()))) : requestAnimationFrame(tick)
    document.addEventListener('DOMContentLoaded', tick)
  }`)
  await page.bringToFront()
  await load()
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'new Promise((resolve) => { const look = () => (window.thereMs ? resolve(window.thereMs) : setTimeout(look, 20)); look() })',
    awaitPromise: true,
    returnByValue: true,
  })
  await Promise.all([session.detach(), script.dispose()])
  return Number(result.value)
}

/** As `loadUntil`, of a window that was just open there and is then left: nothing is measured beside what a window fetches for later. */
export async function reloadUntil(page: Page, isThere: string, address: string): Promise<number> {
  await loadUntil(page, isThere, () => page.goto(address))
  const ms = await loadUntil(page, isThere, () => page.reload())
  await leave(page)
  return ms
}

export const leave = (page: Page): Promise<unknown> => page.goto('about:blank')

/** The same page as somebody opens it who was never here: nothing of it is kept. */
export async function asNewcomer<Value>(
  { browser }: Beside,
  page: Page,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({ viewport: VIEWPORT, storageState: await page.context().storageState() })
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}
