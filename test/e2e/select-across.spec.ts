import type { Page } from '@playwright/test'
import { actAs, ask, caretTo, goTo, openPost, openReview, text } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** What is done beside the last act within half a second of it is taken back with it; here the two are to be two. */
const ONE_STEP_OF_UNDOING_MS = 600

test('words are selected across what is struck out, as fast as keys come, in both directions', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await review(page, /We gave you the wrong bus/)
  await caretTo(page, 'start')
  await press(page, 'Control+ArrowRight', 2)
  await press(page, 'Control+Shift+ArrowRight', 1)
  await page.keyboard.press('Delete')
  // At once, while the struck word is drawn, and its author is learnt.
  await press(page, 'Control+Shift+ArrowLeft', 2)
  await expect.poll(() => selected(page)).toBe('For eleven')
  await page.keyboard.press('Control+End')
  await expect(page.locator('.post-text del')).toHaveAttribute('title', /Lan Pham/)
  await page.keyboard.press('Control+Home')
  await press(page, 'Control+Shift+ArrowRight', 5)
  await expect.poll(() => selected(page)).toMatch(/^For eleven\s+this site/)
  await page.waitForTimeout(ONE_STEP_OF_UNDOING_MS)
  await page.keyboard.type('X')
  await expect(text(page).locator('ins').first()).toHaveText('X')
  await page.keyboard.press('Control+z')
  await expect.poll(() => selected(page)).toMatch(/^For eleven/)

  await goTo(page, 'Writing')
  await review(page, /مكتبة صغيرة/)
  await caretTo(page, 'start')
  await press(page, 'Control+ArrowLeft', 1)
  await press(page, 'Control+Shift+ArrowLeft', 1)
  await page.keyboard.press('Delete')
  await expect(page.locator('.post-text del')).toHaveAttribute('title', /Lan Pham/)
  await page.keyboard.press('Control+Home')
  await press(page, 'Control+Shift+ArrowLeft', 4)
  await expect.poll(() => selected(page)).toMatch(/^حتى\s+الماضي كانت/)
})

async function review(page: Page, name: RegExp): Promise<void> {
  await openPost(page, name)
  await ask(page, { of: 'Lan Pham', by: '', lookAt: '', name: 'Anna Weiss' })
  await goTo(page, 'Review')
  await openReview(page, name)
  await actAs(page, 'Lan Pham')
  await expect(page.getByRole('button', { name: 'Decide…' })).toBeVisible()
}

/** With what is held down held all the time, each press is on its way before the one before has been answered. */
async function press(page: Page, keys: string, times: number): Promise<void> {
  const held = keys.split('+')
  const key = held.pop() ?? ''
  for (const each of held) await page.keyboard.down(each)
  await Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)))
  for (const each of held.toReversed()) await page.keyboard.up(each)
}

const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()))
