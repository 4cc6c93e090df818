import type { Page } from '@playwright/test'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const figure = (page: Page, name: string) =>
  page.locator('.insight .total').filter({ hasText: name }).locator('.total-value')

test('a quarter is counted, what came of it is noted, and both go out as a table and on paper', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('link', { name: 'Insight' }).click()
  await expect(page.getByRole('heading', { name: 'Insight' })).toBeVisible()
  await expect(figure(page, 'Posts')).not.toHaveText('0')
  await expect(page.getByRole('table', { name: 'Month by month' }).getByRole('row')).toHaveCount(4)
  await keepPicture(page, 'insight')

  await test.step('a campaign has an aim', async () => {
    await page.getByRole('button', { name: 'New campaign…' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Students from the delta')
    await page.getByLabel('Objective').fill('Two hundred applications before June, half of them from outside the city.')
    await page.getByLabel('Audience').fill('Pupils of the last year, and their teachers')
    await page.getByLabel('Begins on').fill('2026-09-01')
    await page.getByLabel('Ends on').fill('2026-08-01')
    await expect(page.getByText('It would end before it begins.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep the campaign' })).toBeDisabled()
    await page.getByLabel('Ends on').fill('2027-06-30')
    await page.getByRole('button', { name: 'Keep the campaign' }).click()
    await expect(page.getByRole('heading', { name: 'Students from the delta' })).toBeVisible()
  })

  await test.step('a note of what came of it is kept, removed and brought back', async () => {
    await page.getByRole('button', { name: 'Note something…' }).click()
    await page.getByRole('textbox', { name: 'Who' }).fill('The morning paper')
    await page.getByLabel('What happened').fill('Printed the paragraph about the ferry, with our picture.')
    await page.getByLabel('Address where it can be looked up').fill('not an address')
    await expect(page.getByRole('button', { name: 'Keep the note' })).toBeDisabled()
    await page.getByLabel('Address where it can be looked up').fill('https://paper.example/ferry')
    await keepPicture(page, 'insight-note')
    await page.getByRole('button', { name: 'Keep the note' }).click()
    const note = page.getByText('Printed the paragraph about the ferry')
    await expect(note.first()).toBeVisible()
    await page.getByRole('region', { name: 'What came of it' }).getByRole('button', { name: 'Remove' }).click()
    await expect(page.locator('.insight').getByText('Printed the paragraph')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.locator('.insight').getByText('Printed the paragraph')).toBeVisible()
  })

  await test.step('the campaign alone has no posts yet', async () => {
    await page.getByRole('button', { name: /What is counted/ }).click()
    await page.getByRole('option', { name: 'Students from the delta' }).click()
    await expect(page.getByText('Nothing was published, and nobody wrote, in this time.')).toBeVisible()
    await keepPicture(page, 'insight-campaign')
    await page.getByRole('button', { name: /What is counted/ }).click()
    await page.getByRole('option', { name: 'The whole blog' }).click()
    await expect(figure(page, 'Posts')).not.toHaveText('0')
  })

  await test.step('a post belongs to the campaign, and says what it is for itself', async () => {
    await page.getByRole('link', { name: /^Writing/ }).click()
    await page.getByRole('link', { name: /What the oyster farmers asked/ }).click()
    await page.getByRole('button', { name: 'Campaign' }).click()
    await page.getByRole('option', { name: 'Students from the delta' }).click()
    await page.getByLabel('Objective').fill('Ten letters from the coast')
    await expect(page.getByText('Two hundred applications before June')).toBeVisible()
    await keepPicture(page, 'post-aim')
    await page.getByRole('link', { name: 'Insight' }).click()
    await page.getByRole('link', { name: /^Writing/ }).click()
    await page.getByRole('link', { name: /What the oyster farmers asked/ }).click()
    await expect(page.getByLabel('Objective')).toHaveValue('Ten letters from the coast')
    await page.getByRole('link', { name: 'Insight' }).click()
  })

  await test.step('the table goes out as a file, and the sheet on paper', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as a table (CSV)' }).click()
    expect((await download).suggestedFilename()).toMatch(/^insight-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.insight-sheet')).toBeVisible()
    await expect(page.locator('.insight')).toBeHidden()
    await keepPicture(page, 'insight-sheet')
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
    await keepPicture(page, 'insight-dark')
  })

  await test.step('narrow, and enlarged', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 720, height: 900 })
    await keepPicture(page, 'insight-narrow')
    await page.getByRole('button', { name: 'The quarter before' }).click()
    await expect(page.getByRole('button', { name: 'The quarter after' })).toBeEnabled()
  })
})
