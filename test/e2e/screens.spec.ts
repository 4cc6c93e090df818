import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type DeskWindow } from './open-desk-window.ts'

/**
 * Each screen as a person sees it on the practice blog. `npm run screenshots` keeps the pictures in docs/screenshots; otherwise
 * they go to test-results, and what is asserted is that nothing is cut off, overflows or complains.
 */
const FOLDER = process.env['ATTACHE_SCREENSHOTS_TO'] ?? 'test-results/screens'

test.beforeAll(() => mkdir(FOLDER, { recursive: true }))

test('every screen, light and dark, Arabic, mirrored, narrow and enlarged', async ({ openDesk, profile }) => {
  const desk = await openDesk(profile, { colorScheme: 'light' })
  const complaints = complaintsOf(desk.page)
  await keep(desk.page, 'first-screen')
  await desk.page.getByRole('button', { name: 'Use the practice blog' }).click()
  await expect(desk.page.getByRole('link', { name: /We gave you the wrong bus/ })).toBeVisible()
  await keep(desk.page, 'post-list')

  await openPost(desk.page, /We gave you the wrong bus/)
  await keep(desk.page, 'editor-light')
  await openPost(desk.page, /مكتبة صغيرة/)
  await expect(desk.page.getByRole('textbox', { name: 'Title' })).toHaveCSS('direction', 'rtl')
  await keep(desk.page, 'editor-arabic')
  await openPost(desk.page, /Học bổng/)
  await keep(desk.page, 'editor-vietnamese')

  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await openPost(desk.page, /Forty questions/)
  await keep(desk.page, 'editor-dark')
  await desk.page.emulateMedia({ colorScheme: 'light' })

  await queueSomething(desk.page)
  await keep(desk.page, 'outbox')

  await desk.page.getByRole('link', { name: /^Conversation/ }).click()
  await expect(desk.page.getByRole('article', { name: /Comment by/ }).first()).toBeVisible()
  await keep(desk.page, 'comments')

  await desk.page.getByRole('link', { name: /^Writing/ }).click()
  await openPost(desk.page, /مكتبة صغيرة/)
  await mirror(desk.page)
  await keep(desk.page, 'interface-mirrored')
  await mirror(desk.page, 'Left to right')
  await desk.page.getByRole('button', { name: 'Dismiss' }).click()

  await desk.page.setViewportSize({ width: 900, height: 700 })
  await keep(desk.page, 'narrow')
  await desk.page.getByRole('button', { name: 'Show details' }).click()
  await keep(desk.page, 'narrow-details')
  await desk.page.keyboard.press('Escape')
  await desk.page.setViewportSize({ width: 720, height: 450 })
  await keep(desk.page, 'enlarged-200-percent')
  expect(complaints).toEqual([])
})

function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

async function openPost(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('list', { name: 'Posts' }).getByRole('link', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(name)
}

async function queueSomething(page: DeskWindow['page']): Promise<void> {
  await openPost(page, /What the oyster farmers/)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('link', { name: /^Outbox/ }).click()
  await expect(page.getByRole('article', { name: /oyster farmers/ })).toBeVisible()
}

async function mirror(page: Page, direction = 'Right to left'): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').getByText(direction, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** A picture of the screen as it came to rest, wide enough for everything on it. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflowPx, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}
