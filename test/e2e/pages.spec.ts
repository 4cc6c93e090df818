import type { Page } from '@playwright/test'
import { keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })
const list = (page: Page) => page.getByRole('region', { name: 'Posts' })

async function begin(page: Page, title: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await text(page).fill(words)
}

async function publish(page: Page, question: string, act: 'Publish' | 'Update'): Promise<void> {
  await page.getByRole('button', { name: `${act}…`, exact: true }).click()
  const asked = page.getByRole('dialog', { name: question })
  await asked.getByRole('button', { name: act, exact: true }).click()
  await expect(asked).toBeHidden()
}

/** A page is begun, published and moved under another, and the list shows pages alone; nothing of it is among the posts of the blog. */
test('a page is written and published, and stands under another', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'More ways to begin' }).click()
  await page.getByRole('menuitem', { name: 'New page' }).click()
  await begin(page, 'About this blog', 'Three people in Hanoi write here, and one who reads.')
  await expect(page.getByRole('textbox', { name: 'Excerpt' })).toHaveCount(0)
  await publish(page, 'Publish this page?', 'Publish')
  await syncNow(page)
  await expect(page.getByRole('link', { name: /practice\.attache\.invalid.*about-this-blog/ })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('New page')
  await page.getByRole('option', { name: /New page/ }).click()
  await begin(page, 'Opening hours', 'From nine to four, and by telephone in the evening.')
  await page.getByRole('button', { name: /Under/ }).click()
  await page.getByRole('option', { name: 'About this blog' }).click()
  await expect(page.getByText('It moves there with the next sending')).toBeVisible()
  await publish(page, 'Publish this page?', 'Publish')
  await syncNow(page)
  await expect(page.getByRole('link', { name: /about-this-blog\/opening-hours/ })).toBeVisible()

  await list(page)
    .getByRole('button', { name: /Posts or pages/ })
    .click()
  await page.getByRole('option', { name: /^Pages/ }).click()
  await expect(list(page).locator('.post-row')).toHaveCount(2)
  await keepPicture(page, 'pages')
  await page.emulateMedia({ colorScheme: 'dark' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'pages-dark-rtl')
})
