import type { Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
import { expect, test, type DeskWindow } from './open-desk-window.ts'

/**
 * Each screen as a person sees it on the practice blog, see keepPicture. What is asserted is that nothing is cut off,
 * overflows or complains.
 */
test('every screen, light and dark, Arabic, mirrored, narrow and enlarged', async ({ openDesk, profile }) => {
  const desk = await openDesk(profile, { colorScheme: 'light' })
  const complaints = complaintsOf(desk.page)
  await expect(desk.page.getByRole('heading', { name: /^A desk for your blog/ })).toBeVisible()
  await keepPicture(desk.page, 'first-screen')
  await desk.page.keyboard.press('F1')
  await expect(desk.page.getByRole('heading', { name: 'Guidance' })).toBeVisible()
  await keepPicture(desk.page, 'guidance-before-a-blog')
  await desk.page.getByRole('link', { name: 'Back', exact: true }).click()
  await takeFirstStepsByKeyboard(desk.page)
  await expect(
    desk.page.getByRole('list', { name: 'Posts' }).getByRole('link', { name: /We gave you the wrong bus/ }),
  ).toBeVisible()
  await keepPicture(desk.page, 'post-list')

  await openPost(desk.page, /We gave you the wrong bus/)
  await keepPicture(desk.page, 'editor-light')
  await openPost(desk.page, /مكتبة صغيرة/)
  await expect(desk.page.getByRole('textbox', { name: 'Title' })).toHaveCSS('direction', 'rtl')
  await keepPicture(desk.page, 'editor-arabic')
  await openPost(desk.page, /Học bổng/)
  await keepPicture(desk.page, 'editor-vietnamese')

  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await openPost(desk.page, /Forty questions/)
  await keepPicture(desk.page, 'editor-dark')
  await desk.page.emulateMedia({ colorScheme: 'light' })

  await queueSomething(desk.page)
  await keepPicture(desk.page, 'outbox')
  await desk.page.getByRole('button', { name: 'Dismiss' }).click()
  await lookAtToday(desk.page)

  await desk.page.getByRole('link', { name: /^Conversation/ }).click()
  await expect(desk.page.getByRole('article', { name: /Comment by/ }).first()).toBeVisible()
  await keepPicture(desk.page, 'comments')

  await desk.page.getByRole('link', { name: /^Writing/ }).click()
  await openPost(desk.page, /مكتبة صغيرة/)
  await turnInterface(desk.page, 'Right to left')
  await keepPicture(desk.page, 'interface-mirrored')
  await turnInterface(desk.page, 'Left to right')

  await desk.page.setViewportSize({ width: 900, height: 700 })
  await keepPicture(desk.page, 'narrow')
  await desk.page.getByRole('button', { name: 'Show details' }).click()
  await keepPicture(desk.page, 'narrow-details')
  await desk.page.keyboard.press('Escape')
  await desk.page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(desk.page, 'enlarged-200-percent')
  await desk.page.setViewportSize({ width: 1440, height: 900 })

  await desk.page.getByRole('button', { name: 'Begin the lessons' }).click()
  await expect(desk.page.getByRole('combobox', { name: 'Language' })).toHaveValue('English')
  await expect(desk.page.getByRole('button', { name: /Attachée · Tunis/ })).toBeVisible()
  const text = desk.page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  await desk.page.keyboard.type('The office has a window to the street.')
  await expect(desk.page.getByRole('heading', { name: 'Look at it before you publish' })).toBeVisible()
  await desk.page.getByRole('tab', { name: /Before you publish/ }).click()
  await keepPicture(desk.page, 'practice')
  await desk.page.getByRole('button', { name: 'Leave one' }).click()
  // Late in the day the blog has another date than this computer, which is one finding more.
  for (const date of await desk.page.getByRole('button', { name: /^It is fine: “It goes out on/ }).all())
    await date.click()
  await expect(desk.page.getByRole('heading', { name: 'Answer a reader' })).toBeVisible()

  await desk.page.keyboard.press('F1')
  await desk.page.getByRole('link', { name: 'Put a mistake right in public' }).click()
  await keepPicture(desk.page, 'guidance')
  await desk.page.getByRole('link', { name: 'Guided practice' }).click()
  await desk.page.getByRole('button', { name: 'Remove the samples' }).click()
  // The one that was sent in this journey stays: it is the person's by now.
  await expect(desk.page.getByText('1 of 13 are there.')).toBeVisible()
  expect(complaints).toEqual([])
})

/** Everything on the first screen in its order, and the desk opens. */
async function takeFirstStepsByKeyboard(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name under your posts' }).focus()
  // Behind the place comes the language of the interface, which stays as it is.
  for (const words of ['Amira Solheim', 'Attachée', 'Tunis', '', 'English']) {
    if (words !== '') await page.keyboard.type(words)
    if (words === 'English') await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('button', { name: 'Use the practice blog' })).toBeFocused()
  await page.keyboard.press('Enter')
}

/** Where one was, what waits and who wrote; from there to what somebody wrote. */
async function lookAtToday(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('region', { name: 'What waits' })).toContainText('What the oyster farmers asked for')
  const wrote = page.getByRole('region', { name: 'Who wrote' }).getByRole('link', { name: /Forty questions/ })
  await expect(wrote).toContainText('Hoàng Mai')
  await keepPicture(page, 'today')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'today-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 2560, height: 1440 })
  await keepPicture(page, 'today-wide')
  await page.setViewportSize({ width: 1440, height: 900 })
  await wrote.click()
  await expect(page.getByRole('article', { name: 'Comment by Hoàng Mai' })).toBeInViewport()
}

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
