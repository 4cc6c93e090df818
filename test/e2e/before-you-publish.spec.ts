import type { Page } from '@playwright/test'
import { pictureBytes } from '../../src/main/core/practice-blog/fixtures/fixture-pictures.ts'
import { connect, keepPicture, turnInterface } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const POLICY = {
  format: 'attache-rule-pack',
  version: 1,
  id: 'ministry',
  name: 'Rules of the ministry',
  language: '*',
  isPolicy: true,
  checks: { 'picture-without-description': 'stops' },
  names: ['António Guterres', 'Lan Tran', 'Soc Trang'],
}
const on = eachOnWordpress()

test('a guest post goes from its template through the checks to the blog', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { timezoneId: 'Asia/Ho_Chi_Minh' })
  await connect(page, on.site.url, on.site.users.author)
  await page.getByRole('button', { name: 'More ways to begin' }).click()
  await page.getByRole('menuitem', { name: /^Guest post/ }).click()
  await expect(page.getByText('7 places to fill in')).toBeVisible()
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await addPolicy(page)

  // F8 selects what is asked, so that writing is filling in. The title is the first.
  const filled = [
    'What the salt did to our rice',
    'Lan Tran grows rice in Soc Trang.',
    'Antonio Guterres quoted her, and so do we.',
    'I was asked what the salt did.It came a month early.',
    'A month early',
    'The the boats carried fresh water for forty days.',
    'Lan Tran',
    'She keeps the register of the cooperative.',
  ]
  for (const words of filled) {
    await page.keyboard.press('F8')
    await page.keyboard.type(words)
    await expect(page.getByRole('complementary', { name: 'What was found here' })).toBeHidden()
  }
  await expect(page.getByText(/to fill in/)).toHaveCount(0)
  await addPicture(page)
  const stopped = page.getByRole('region', { name: '1 thing stops this post' })
  await expect(stopped).toBeVisible()
  await keepPicture(page, 'before-you-publish')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'before-you-publish-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await keepPicture(page, 'publish-stopped')
  await dialog.getByRole('button', { name: 'Not yet' }).click()

  await stopped.getByRole('button', { name: /^Describe it/ }).click()
  await page.keyboard.type('Mangroves at low water in the morning')
  await expect(stopped).toBeHidden()
  const looks = page.getByRole('region', { name: /things? to look at$/ })
  for (const fix of [/^Write António Guterres/, /^Insert the space/, /^Take one out/]) {
    await looks.getByRole('button', { name: fix }).first().click()
    await expect(looks.getByRole('button', { name: fix })).toHaveCount(0)
  }
  await looks.getByRole('button', { name: /^Choose it/ }).click()
  await page.keyboard.type('English')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await expect(looks.getByRole('button', { name: /^Choose it/ })).toHaveCount(0)
  await looks.getByRole('button', { name: /^Name who took it/ }).click()
  await expect(page.getByRole('textbox', { name: 'Credit' })).toBeFocused()
  await looks.getByRole('button', { name: /^It is fine: .*who took it/ }).click()
  await expect(page.getByText('Nothing to look at.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Fine' })).toContainText('It says whose views they are')

  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(dialog.getByText('The checks found nothing to look at.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('link', { name: /^Outbox/ }).click()
  await expect(page.getByRole('list', { name: 'Sent' })).toContainText('What the salt did', { timeout: 60_000 })

  const content = await on.site.php(`echo get_posts(['post_status' => 'publish'])[0]->post_content;`)
  for (const words of [
    'António Guterres quoted her',
    'the salt did. It came',
    '<p>The boats carried',
    'alt="Mangroves at low water in the morning"',
    'The views in this post are the author’s own',
  ])
    expect(content).toContain(words)
  expect(content).not.toContain('[')
})

test('the panel holds in a narrow window, enlarged and mirrored', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile)
  await page
    .getByRole('button', { name: /practice blog/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'More ways to begin' }).click()
  await page.getByRole('menuitem', { name: /^Event record/ }).click()
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await expect(page.getByRole('region', { name: /things to look at$/ })).toBeVisible()
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'before-you-publish-mirrored')
  await page.setViewportSize({ width: 900, height: 700 })
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  await expect(page.getByRole('complementary', { name: 'What was found here' })).toBeVisible()
  await keepPicture(page, 'finding-strip-narrow')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'finding-strip-enlarged')
})

async function addPolicy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rules and names…' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a rule pack…' }).click()
  const buffer = Buffer.from(JSON.stringify(POLICY))
  await (await chooser).setFiles({ name: 'ministry.json', mimeType: 'application/json', buffer })
  await expect(page.getByText('Rules of the ministry')).toBeVisible()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
}

async function addPicture(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a picture' }).click()
  const buffer = Buffer.from(pictureBytes('mangrove-morning') ?? [])
  await (await chooser).setFiles({ name: 'mangroves.png', mimeType: 'image/png', buffer })
}
