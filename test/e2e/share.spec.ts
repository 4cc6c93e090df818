import type { Page } from '@playwright/test'
import { keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { actAs, ask, banner, conclude, goTo, openReview, text } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

const TITLE = 'The ferry at Can Tho waits for nobody'
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Share' })
const lineOf = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })
const words = (page: Page, name: string) => lineOf(page, name).getByRole('textbox', { name: 'Text', exact: true })
const said = (page: Page) => panel(page).getByRole('status').filter({ hasText: /cop/i })

/** Opens the menu by key, types what the line is for, and writes into it. */
async function add(page: Page, where: string, text: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Add a line' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Announcement' })).toBeFocused()
  await page.keyboard.type(where)
  await expect(page.getByRole('menuitem', { name: where, exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(words(page, where)).toBeFocused()
  await page.keyboard.insertText(text)
}

/**
 * Lines for elsewhere are written with the post, approved with it, broken by one letter, and copied with the live address once the post
 * is public. Nothing of them leaves the laptop.
 */
test('share lines are sealed with the post and copied with its address', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, {
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(TITLE)
  await text(page).fill('It leaves at six in the morning, with bread and tea, and it is never late.')
  await page.getByRole('tab', { name: 'Share' }).click()
  await keepPicture(page, 'share-empty')

  await add(page, 'Announcement', 'Nobody has seen the ferry wait. {link}')
  await add(page, 'Mastodon', 'Chưa ai thấy phà chờ. {link}')
  await lineOf(page, 'Mastodon').getByRole('combobox', { name: 'Language' }).fill('Vietnamese')
  await page.keyboard.press('Enter')
  await expect(lineOf(page, 'Mastodon, Vietnamese')).toContainText(
    `${'Chưa ai thấy phà chờ. '.length + 23} of 500 with the address`,
  )
  await add(page, 'X', '渡船从不等人。'.repeat(20))
  await expect(lineOf(page, 'X')).toContainText('280 of 280')
  await page.keyboard.type('!')
  await expect(lineOf(page, 'X')).toContainText('281 of 280 – 1 too many')
  await expect(lineOf(page, 'X').getByRole('status')).toHaveText('Too long for X')
  await keepPicture(page, 'share-lines')
  await page.keyboard.press('Backspace')
  await expect(lineOf(page, 'X').getByRole('status')).toHaveText('')

  await lineOf(page, 'Announcement').getByRole('button', { name: 'Copy' }).click()
  await expect(said(page)).toHaveText('The address is not known before the post is public, so nothing was copied.')

  await lineOf(page, 'X').getByRole('button', { name: 'Remove' }).click()
  await expect(words(page, 'Mastodon, Vietnamese')).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 'X')).toHaveValue('渡船从不等人。'.repeat(20))

  await ask(page, { of: 'Lan Pham', by: '', lookAt: 'Also what we say on Mastodon.', name: 'Anna Weiss' })
  await goTo(page, 'Review')
  await openReview(page, new RegExp(TITLE))
  await actAs(page, 'Lan Pham')
  await page.getByRole('tab', { name: 'About' }).click()
  await words(page, 'Mastodon, Vietnamese').fill('Chưa ai từng thấy phà chờ. {link}')
  await keepPicture(page, 'share-review')
  await page.getByRole('tab', { name: /^Suggestions/ }).click()
  await expect(page.getByRole('list', { name: 'Suggestions' })).toContainText('Chưa ai từng thấy phà chờ.')
  await conclude(page, 'Approve with changes', 'Good.')
  await actAs(page, 'Anna Weiss')
  await page.getByRole('button', { name: /^Take all/ }).click()
  await page.getByRole('link', { name: 'Open the post' }).click()
  await expect(banner(page)).toContainText('Approved, sealed')

  await page.getByRole('tab', { name: 'Share' }).click()
  await expect(words(page, 'Mastodon, Vietnamese')).toHaveValue('Chưa ai từng thấy phà chờ. {link}')
  await words(page, 'Announcement').press('End')
  await page.keyboard.type('!')
  await expect(banner(page)).toContainText('No longer as Lan Pham approved it: the share lines changed since.')
  await expect(panel(page)).toContainText('the share lines changed since.')
  await keepPicture(page, 'share-seal-broken')
  await page.keyboard.press('Backspace')
  await expect(banner(page)).toContainText('Approved, sealed')

  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(async () => {
    await syncNow(page)
    await expect(panel(page)).toContainText('the address of the post is copied', { timeout: 1000 })
  }).toPass()
  await lineOf(page, 'Announcement').getByRole('button', { name: 'Copy' }).click()
  await expect(said(page)).toHaveText('Copied, with the address of the post.')
  expect(await copied()).toMatch(
    /^Nobody has seen the ferry wait\. https:\/\/practice\.attache\.invalid\/\S*\/the-ferry-at-can-tho-waits-for-nobody\/$/,
  )
  await keepPicture(page, 'share-copied')
})

/** Many lines, in several scripts, on every shape of the window. */
test('a full share pack is written on any window, in any direction', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await goTo(page, 'Writing')
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /مكتبة صغيرة/ })
    .click()
  await page.getByRole('tab', { name: 'Share' }).click()
  await add(page, 'Announcement', 'مكتبة صغيرة في الميناء. {link}')
  await expect(words(page, 'Announcement')).toHaveAttribute('dir', 'rtl')
  for (const where of ['Press line', 'Facebook', 'Telegram', 'WhatsApp', 'Weibo', 'LINE', 'Zalo'])
    await add(page, where, 'A small library at the harbour lends its books to whoever comes by. {link}')
  await add(page, 'Another platform', 'A small library lends books.')
  await lineOf(page, 'Another platform').getByRole('textbox', { name: 'Longest text' }).fill('20')
  await lineOf(page, 'Another platform').getByRole('textbox', { name: 'Its name' }).fill('KakaoTalk')
  await expect(lineOf(page, 'KakaoTalk')).toContainText('28 of 20 – 8 too many')
  await expect(words(page, 'KakaoTalk')).toHaveAttribute('dir', 'ltr')
  await keepPicture(page, 'share-full')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'share-full-dark')
  await words(page, 'Announcement').scrollIntoViewIfNeeded()
  await keepPicture(page, 'share-arabic-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'share-mirrored')
  await turnInterface(page, 'Left to right')
  for (const [width, height, name] of [
    [1100, 800, 'share-tight'],
    [900, 700, 'share-narrow'],
    [720, 450, 'share-200-percent'],
  ] as const) {
    await page.setViewportSize({ width, height })
    const button = page.getByRole('button', { name: 'Show details' })
    await expect(button.or(page.getByRole('button', { name: 'Hide details' }))).toBeVisible()
    const isSheet = await button.isVisible()
    if (isSheet) await button.click()
    await words(page, 'Announcement').scrollIntoViewIfNeeded()
    await keepPicture(page, name)
    if (isSheet) await page.keyboard.press('Escape')
  }
})
