import type { Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
import {
  actAs,
  ask,
  banner,
  caretTo,
  conclude,
  fillAsking,
  goTo,
  line,
  noteOn,
  openPost,
  openReview,
  text,
} from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

/**
 * One laptop, two names: Anna asks, Lan suggests and sends back, Anna takes some and asks again, Lan approves, one letter
 * changes. Nothing leaves the laptop.
 */
test('a draft is reviewed by somebody who sits down at the same laptop', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await openPost(page, /We gave you the wrong bus/)
  await ask(page, { of: 'Lan Pham', by: '2027-03-01', lookAt: 'Is the apology plain enough?', name: 'Anna Weiss' })
  await expect(banner(page)).toContainText('In review. It waits for Lan Pham.')

  await openPost(page, /مكتبة صغيرة/)
  await ask(page, { of: 'سلمى', by: '', lookAt: '', name: 'Anna Weiss' })
  await openPost(page, /What the oyster farmers/)
  await ask(page, { of: '', by: '', lookAt: 'The names of the two farmers.', name: 'Anna Weiss' })

  await goTo(page, 'Review')
  await openReview(page, /We gave you the wrong bus/)
  await expect(page.getByText('Reading as')).toContainText('Anna Weiss')
  await actAs(page, 'Lan Pham')
  await suggest(page)
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await noteOn(page, 'Which line was it? Say its number here, so that nobody has to look it up.')
  await keepPicture(page, 'review-notes')
  await page.getByRole('tab', { name: /^Suggestions/ }).click()
  await page.keyboard.press('F8')
  await expect(page.getByRole('complementary', { name: 'The suggestion here' })).toBeVisible()
  await keepPicture(page, 'review-suggestions-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'review-suggestions-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Escape')
  await conclude(page, 'Send back', 'Almost there. Look at the first sentence again.')
  await expect(line(page)).toContainText('Sent back')
  await keepPicture(page, 'review-queue')

  await actAs(page, 'Anna Weiss')
  await page.getByRole('button', { name: /^Take: .*We are sorry: for/ }).click()
  await page.getByRole('button', { name: /^Leave: .*somebody came/ }).click()
  await expect(page.getByRole('list', { name: 'Suggestions' }).getByText('Left', { exact: true })).toBeVisible()
  await keepPicture(page, 'review-author')
  await page.getByRole('link', { name: 'Open the post' }).click()
  await expect(text(page)).toContainText('We are sorry: for eleven days')
  await expect(text(page)).toContainText('a woman arrived')
  await expect(banner(page)).toContainText('Sent back. Lan Pham sent it back to Anna Weiss.')
  await keepPicture(page, 'review-sent-back')
  await page.keyboard.press('Shift+F4')
  const beside = page.getByRole('tabpanel', { name: /^Review/ })
  await expect(beside).toContainText('Lan Pham sent it back to Anna Weiss.')
  await expect(beside.getByRole('link', { name: /^See the suggestions/ })).toBeVisible()
  await keepPicture(page, 'review-beside')
  await banner(page).getByRole('button', { name: 'Ask again…' }).click()
  await fillAsking(page, { of: 'Lan Pham', by: '', lookAt: 'Now?', name: 'Anna Weiss' })

  await banner(page).getByRole('link', { name: 'See the review' }).click()
  await actAs(page, 'Lan Pham')
  await page.getByRole('tab', { name: /^Suggestions/ }).click()
  await page.getByRole('button', { name: /All suggestions/ }).click()
  await page.getByRole('option', { name: 'Changed since you last saw it' }).click()
  await expect(page.getByRole('list', { name: 'Suggestions' })).toContainText('a woman arrived')
  await expect(page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem')).toHaveCount(1)
  await keepPicture(page, 'review-since')
  await page.getByRole('button', { name: /Changed since/ }).click()
  await page.getByRole('option', { name: 'All suggestions' }).click()
  await conclude(page, 'Approve with changes', 'Good.')
  await actAs(page, 'Anna Weiss')
  await page.getByRole('button', { name: /^Take all/ }).click()
  await expect(line(page)).toContainText('Approved, sealed')
  await page.getByRole('tab', { name: 'Trail' }).click()
  await keepPicture(page, 'review-trail')

  await page.getByRole('link', { name: 'Open the post' }).click()
  await expect(banner(page)).toContainText('Approved, sealed')
  await keepPicture(page, 'review-sealed')
  await caretTo(page, 'end')
  await page.keyboard.type('!')
  await expect(banner(page)).toContainText('No longer as Lan Pham approved it: the text changed since.')
  await keepPicture(page, 'review-seal-broken')
  await askForApprovals(page)
  await page.getByRole('button', { name: 'Update…' }).click()
  const publishing = page.getByRole('dialog')
  await expect(publishing).toContainText('The post is no longer what Lan Pham approved: the text changed since.')
  await expect(publishing.getByRole('button', { name: 'Publish as urgent' })).toBeDisabled()
  await publishing.getByRole('textbox', { name: 'Why it cannot wait' }).fill('The bus strike is tomorrow.')
  await expect(publishing.getByRole('button', { name: 'Publish as urgent' })).toBeEnabled()
  await keepPicture(page, 'review-urgent')
  await publishing.getByRole('button', { name: 'Not yet' }).click()
  await caretTo(page, 'end')
  await page.keyboard.press('Backspace')
  await expect(banner(page)).toContainText('Approved, sealed')

  await goTo(page, 'Review')
  await openReview(page, /مكتبة صغيرة/)
  await actAs(page, 'سلمى')
  await expect(page.getByRole('button', { name: 'Decide…' })).toBeVisible()
  await caretTo(page, 'end')
  await caretTo(page, 'start')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.type('هذه')
  await expect(page.locator('.post-text del')).toBeVisible()
  await keepPicture(page, 'review-arabic')
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'review-mirrored')
  await page.setViewportSize({ width: 900, height: 700 })
  await keepPicture(page, 'review-narrow')
  await page.getByRole('button', { name: 'Show what is said' }).click()
  await keepPicture(page, 'review-narrow-sheet')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'review-200-percent')
})

/** Other words, bold ones, some taken out, and a new paragraph at the end, all by the keyboard. */
async function suggest(page: Page): Promise<void> {
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
  }
  // The text to change is another than the one that was read.
  await expect(page.getByRole('button', { name: 'Decide…' })).toBeVisible()
  await caretTo(page, 'end')
  await press('Enter')
  await page.keyboard.type('Thank you for telling us.')
  await expect(page.locator('.post-text .suggested-block')).toHaveAttribute('data-suggested', 'New paragraph')
  await caretTo(page, 'start')
  await press('Control+Shift+ArrowRight')
  await page.keyboard.type('We are sorry: for')
  await expect(page.locator('.post-text del')).toHaveText('[taken out: For]')
  await press('Control+ArrowRight', 4)
  await press('Control+Shift+ArrowRight', 2)
  await press('Control+b')
  await press('ArrowRight')
  await text(page)
    .locator('p')
    .nth(1)
    .click({ position: { x: 4, y: 8 } })
  await press('Home')
  await press('Control+ArrowRight', 4)
  await press('Control+Shift+ArrowRight', 3)
  await page.keyboard.type(' somebody came')
  await expect(page.locator('.post-text del')).toHaveText(['[taken out: For]', '[taken out: a woman arrived]'])
}

/** From now on a post of this blog goes out only approved, or as urgent. */
async function askForApprovals(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /Before it goes out, a post of this blog/ }).click()
  await page.getByRole('option', { name: 'has to be approved; urgent ones afterwards' }).click()
  await page.keyboard.press('Escape')
}
