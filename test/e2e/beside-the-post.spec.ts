import type { Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** From a comment to its post with the conversation beside the text, answered and moderated there, by key alone. */
test('the conversation stands beside the post, and the keys go between the two', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await page
    .getByRole('region', { name: 'Conversations' })
    .getByRole('link', { name: /We gave you the wrong bus/ })
    .click()
  const open = page.getByRole('article', { name: /^Comment by/ }).filter({ hasText: 'Unanswered' })
  const name = ((await open.first().getAttribute('aria-label')) ?? '').replace('Comment by ', '')
  await open.first().press('o')

  const beside = page.getByRole('region', { name: 'Conversation about this post' })
  const comment = beside.getByRole('article', { name: `Comment by ${name}`, exact: true })
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(comment).toBeFocused()
  await expect(text).toBeInViewport()
  // The list of posts left its place to the paper, and is a press away.
  await expect(page.getByRole('button', { name: 'Posts', exact: true })).toBeVisible()
  await keepPicture(page, 'conversation-beside')

  await page.keyboard.press('Shift+F6')
  await expect(text).toBeFocused()
  await page.keyboard.press('F6')
  await expect(comment).toBeFocused()
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: `Reply to ${name}` }).fill('You are right: on Sundays only 45 runs.')
  await keepPicture(page, 'conversation-beside-reply')
  await page.keyboard.press('Control+Enter')
  await expect(beside.getByText('You are right: on Sundays only 45 runs.')).toBeVisible()
  await expect(comment).not.toContainText('Unanswered')
  await comment.press('f')
  await expect(comment).toContainText('Flagged')
  await beside.getByRole('radio', { name: /^Held/ }).click()
  await expect(beside.getByText('Nothing is held.')).toBeVisible()
  await beside.getByRole('radio', { name: /^All/ }).click()

  await page.keyboard.press('F4')
  await expect(beside).toHaveCount(0)
  await expect(text).toBeFocused()
  await page.keyboard.press('F4')
  await expect(beside.getByRole('article', { name: /^Comment by/ }).and(page.locator(':focus'))).toHaveCount(1)

  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'conversation-beside-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'conversation-beside-mirrored')
  await turnInterface(page, 'Left to right')
  await page.setViewportSize({ width: 1100, height: 800 })
  await keepPicture(page, 'conversation-beside-tight')

  // Without room beside the text it is a drawer, and does not open over the text by itself.
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(beside).toHaveCount(0)
  await inDrawer(page, 'conversation-beside-narrow')
  await page.setViewportSize({ width: 720, height: 450 })
  await inDrawer(page, 'conversation-beside-200-percent')
  await expect(text).toBeVisible()
})

async function inDrawer(page: Page, picture: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name: 'Conversation' })
  await page.keyboard.press('F4')
  await expect(drawer.getByRole('article', { name: /^Comment by/ }).first()).toBeVisible()
  await keepPicture(page, picture)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
}
