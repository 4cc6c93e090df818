import type { Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
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
  await expect(page.locator('.post-text del').first()).toBeVisible()
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
  await keepPicture(page, 'review-queue')
})

async function openPost(page: Page, name: RegExp): Promise<void> {
  await goTo(page, 'Writing')
  await page.getByRole('list', { name: 'Posts' }).getByRole('link', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(name)
}

const goTo = (page: Page, place: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: new RegExp(`^${place}`) })
    .click()

const banner = (page: Page) => page.locator('output.state-banner')

interface Asking {
  of: string
  by: string
  lookAt: string
  name: string
}

async function ask(page: Page, { of, by, lookAt, name }: Asking): Promise<void> {
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await page.getByRole('button', { name: /^Ask (for review|again)…$/ }).first().click()
  await fillAsking(page, { of, by, lookAt, name })
}

async function fillAsking(page: Page, { of, by, lookAt, name }: Asking): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Who is to look at it' }).fill(of)
  await dialog.getByLabel('By', { exact: true }).fill(by)
  await dialog.getByRole('textbox', { name: 'What to look at' }).fill(lookAt)
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name)
  await dialog.getByRole('button', { name: /^Ask/ }).click()
  await expect(dialog).toHaveCount(0)
}

const openReview = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('list', { name: 'Reviews' }).getByRole('link', { name }).click()

async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Not you?' }).click()
  await page.getByRole('button', { name: `I am ${name}` }).click()
}

async function suggest(page: Page): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.locator('p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('Frankly: ')
  await expect(page.locator('.post-text ins')).toHaveText('Frankly: ')
}

async function noteOn(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Note on/ }).fill(words)
  await page.getByRole('button', { name: 'Write the note' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText(words)
}

async function conclude(page: Page, decision: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Decide…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(decision, { exact: true }).first().click()
  await dialog.getByRole('textbox', { name: /^A sentence for/ }).fill(words)
  await dialog.getByRole('button', { name: decision, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
