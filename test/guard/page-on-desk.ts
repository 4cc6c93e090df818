import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { startDesk } from '../bench/start-desk.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { openOnDesk, textOf } from '../support/long-text.ts'

/** The built window with a text of so many words open at the practice blog; `watch` is called before the page is. Gone when the test is. */
export async function pageOnDesk(words: number, watch: (page: Page) => Promise<unknown>): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-guard-desk-'))
  const desk = await startDesk(join(folder, 'profile'))
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
  onTestFinished(async () => {
    await browser.close()
    await desk.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const page = await browser.newPage()
  await watch(page)
  await page.goto(desk.address)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await openOnDesk(page, textOf(words))
  return page
}
