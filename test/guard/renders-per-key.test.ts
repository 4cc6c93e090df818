import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import { startDesk } from '../bench/start-desk.ts'
import { findChromium } from '../support/ensure-chromium.ts'
import { openOnDesk, textOf } from '../support/long-text.ts'
import { drawnSoFar, layoutsPerKey, rendersPerKey, watchRenders } from './count-renders.ts'

test('a key in a long text draws nothing of what is around it, and is laid out once, also in a marked word', async () => {
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

  await page.locator('.post-text .finding-mark').first().waitFor()
  await page.locator('.post-text').evaluate((element) => {
    const { editor } = element as unknown as { editor: Editor }
    const mark = element.querySelector('.finding-mark')?.firstChild
    if (mark) editor.commands.focus(editor.view.posAtDOM(mark, 2), { scrollIntoView: true })
  })
  expect(await layoutsPerKey(page, 10)).toEqual({ layouts: 1, styles: 0 })
})
