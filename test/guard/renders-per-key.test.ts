import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { startDesk } from '../bench/start-desk.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { openOnDesk, textOf } from '../support/long-text.ts'
import { drawnSoFar, rendersPerKey, watchRenders } from './count-renders.ts'

test('a key in a long text draws nothing of what is around it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'attache-renders-'))
  const desk = await startDesk(join(folder, 'profile'))
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
  onTestFinished(async () => {
    await browser.close()
    await desk.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const page = await browser.newPage()
  await watchRenders(page)
  await page.goto(desk.address)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await openOnDesk(page, textOf(10_000))
  // The first keys say that something is not saved yet. To open the post drew thousands, so what is counted is there.
  await rendersPerKey(page, 5)
  expect(await drawnSoFar(page)).toBeGreaterThan(1000)
  expect(await rendersPerKey(page, 30)).toBe(0)
})
