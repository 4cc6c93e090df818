import type { Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
import { actAs, conclude, fillAsking, goTo, line, openPost, openReview } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

const SIZES = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 900, height: 700 },
  enlarged: { width: 720, height: 450 },
}

/** The same screen in a wide window, in one of 900 pixels, at 200 percent and in the dark. */
async function keepAll(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    await keepPicture(page, `${name}-${size}`)
  }
  await page.setViewportSize(SIZES.wide)
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('asking through the blog, deciding and sending after all hold in Arabic, mirrored, narrow, enlarged and dark', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await turnInterface(page, 'Right to left')
  await openPost(page, /مكتبة صغيرة/)
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await page.getByRole('button', { name: 'Ask for review…' }).first().click()
  const asking = page.getByRole('dialog')
  await asking.getByText('Through the blog', { exact: true }).click()
  await asking
    .getByRole('textbox', { name: 'What to look at' })
    .fill('هل الجملة الأولى واضحة؟ والاسم في الفقرة الثانية؟')
  await keepAll(page, 'review-rtl-ask')
  await fillAsking(page, { of: 'سلمى العلوي', by: '2027-03-01', lookAt: 'هل الجملة الأولى واضحة؟', name: 'آنا وايس' })

  await goTo(page, 'Outbox')
  await page
    .getByRole('button', { name: /^(Undo|Discard|Take back)/ })
    .first()
    .click()
  await goTo(page, 'Review')
  await openReview(page, /مكتبة صغيرة/)
  await expect(line(page)).toContainText('It was taken out of the outbox')
  await keepAll(page, 'review-rtl-unsent')
  await line(page).getByRole('button', { name: 'Send it after all' }).click()
  await expect(line(page)).toContainText('Through the blog')

  await actAs(page, 'سلمى العلوي')
  await page.getByRole('button', { name: 'Decide…' }).click()
  await page.getByRole('dialog').getByText('Send back', { exact: true }).first().click()
  await page.getByRole('textbox', { name: /^A sentence for/ }).fill('قريبًا. انظروا إلى الجملة الأولى مرة أخرى.')
  await keepAll(page, 'review-rtl-decide')
  await page.getByRole('button', { name: 'Not yet' }).click()
  await conclude(page, 'Send back', 'قريبًا.')
  await expect(line(page)).toContainText('Sent back')
  await keepAll(page, 'review-rtl-queue')
})
