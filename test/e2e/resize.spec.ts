import { actAs, goTo, openPost, openReview } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

const WIDE = { width: 1440, height: 900 }
const WIDTHS = [1100, 880, 680, 1440]

test('what was typed in a question or a note stays as the window changes its width', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await openPost(page, /We gave you the wrong bus/)
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await page.getByRole('button', { name: 'Ask for review…' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Ask for review' })
  const lookAt = dialog.getByRole('textbox', { name: 'What to look at' })
  await dialog.getByRole('textbox', { name: 'Who is to look at it' }).fill('Lan Pham')
  await lookAt.fill('Is the apology plain enough?')
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Anna Weiss')
  for (const width of WIDTHS) {
    await page.setViewportSize({ ...WIDE, width })
    await expect(lookAt).toHaveValue('Is the apology plain enough?')
    await expect(lookAt).toBeVisible()
  }
  await dialog.getByRole('button', { name: 'Ask for review' }).click()
  await expect(dialog).toHaveCount(0)

  await goTo(page, 'Review')
  await openReview(page, /We gave you the wrong bus/)
  await actAs(page, 'Lan Pham')
  await page.getByRole('tab', { name: /^Notes/ }).click()
  const note = page.getByRole('textbox', { name: /^Note on/ })
  await note.fill('Which line was it?')
  await page.setViewportSize({ ...WIDE, width: 1100 })
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Show what is said' }).click()
  await expect(note).toHaveValue('Which line was it?')
  await page.setViewportSize(WIDE)
  await expect(note).toHaveValue('Which line was it?')
  await page.getByRole('button', { name: 'Write the note' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Which line was it?')
})
