import { keepPicture } from './at-the-desk.ts'
import { caretTo, openPost, text } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** English beside Arabic: begun, written over, left behind by its source, and brought up with it. */
test('a post is written in two languages, and what the source says otherwise since is marked', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  const blocks = page.getByRole('list', { name: 'The source, paragraph by paragraph' }).getByRole('listitem')
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await openPost(page, /What the oyster farmers/)
  const first = await text(page).locator('p').first().textContent()
  await page.getByRole('button', { name: 'Write it in another language…' }).press('Enter')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Language' }).fill('Arabic')
  await page.keyboard.press('Tab')
  await page.locator('.pairs-form').evaluate((form: HTMLFormElement) => {
    for (let press = 0; press < 20; press += 1) form.requestSubmit()
  })

  await expect(page.locator('.sheet')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('tab', { name: 'Source' }).press('Enter')
  await expect(blocks.first()).toContainText('Not translated yet')
  await expect(blocks.first()).toContainText(first ?? '')
  await text(page).locator('p').first().click({ clickCount: 3 })
  await page.keyboard.type('مزارعو المحار لا يعدّون الأيام.')
  await expect(blocks.first()).not.toContainText('Not translated yet')
  await expect(blocks.first()).toHaveAttribute('aria-current', 'true')
  await keepPicture(page, 'pairs-source')

  await page.getByRole('tabpanel', { name: 'Source' }).getByRole('link').press('Enter')
  await expect(page.getByRole('region', { name: 'In other languages' }).getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'In other languages' })).toContainText('lets no program link posts')
  await expect(text(page)).toContainText(first ?? '')
  await caretTo(page, 'start')
  await page.keyboard.type('Now: ')
  await expect(page.getByRole('region', { name: 'In other languages' })).toContainText('to look at')
  await page.getByRole('region', { name: 'In other languages' }).getByRole('link').press('Enter')
  await page.getByRole('tab', { name: 'Source' }).press('Enter')
  await expect(blocks.first()).toContainText('Changed since')
  await keepPicture(page, 'pairs-changed')
  await page.getByRole('button', { name: 'Publish…' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('3 paragraphs are not translated yet')
  await page.getByRole('button', { name: 'Not yet' }).press('Enter')
  await blocks.first().getByRole('button', { name: 'The translation says it' }).press('Enter')
  await expect(blocks.first()).not.toContainText('Changed since')
})
