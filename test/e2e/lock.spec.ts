import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keepPicture, leaveDialogs } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const PASSPHRASE = 'four herons over the delta'

const protection = (page: Page) => page.getByRole('dialog', { name: 'Protection of this desk' })
const unlockButton = (page: Page) => page.getByRole('button', { name: 'Unlock' })

async function openProtection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Protection of this desk…' }).click()
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await unlockButton(page).click()
}

test('a desk gets a passphrase and a recovery code, is locked by a key, and opens with either, also on another laptop', async ({
  openDesk,
  profile,
}) => {
  const home = join(profile, 'home')
  const desk = await openDesk(home, { colorScheme: 'light' })
  const { page } = desk
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  const heading = page.getByRole('heading', { name: 'Writing' })
  await expect(heading).toBeVisible()

  await test.step('without a passphrase the desk says that it lies open', async () => {
    await openProtection(page)
    await expect(protection(page)).toContainText('whoever has this disk can read it')
    await keepPicture(page, 'protection-none')
  })

  await test.step('a passphrase, and a recovery code that is typed back', async () => {
    await protection(page).getByRole('button', { name: 'Choose a passphrase…' }).click()
    await protection(page).getByRole('textbox', { name: 'Passphrase' }).fill('short')
    await expect(protection(page)).toContainText('at least 12 letters')
    await protection(page).getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
    await protection(page).getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE)
    await protection(page).getByRole('button', { name: 'Set it' }).click()
    await expect(protection(page)).toContainText('opens with your passphrase')
    await protection(page).getByRole('button', { name: 'Make a recovery code…' }).click()
    await protection(page).getByLabel('Passphrase, or the recovery code you have').fill(PASSPHRASE)
    await protection(page).getByRole('button', { name: 'Show a new code' }).click()
  })
  const code = await protection(page).locator('output.recovery-code').innerText()
  expect(code).toMatch(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
  await keepPicture(page, 'protection-code')
  await protection(page).getByRole('button', { name: 'I have written it down' }).click()
  await protection(page)
    .getByLabel('Type it back from the paper')
    .fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)
  await protection(page).getByRole('button', { name: 'It counts from now on' }).click()
  await expect(protection(page)).toContainText('was not typed as it was shown')
  await protection(page).getByLabel('Type it back from the paper').fill(code.toLowerCase().replaceAll('-', ' '))
  await protection(page).getByRole('button', { name: 'It counts from now on' }).click()
  await expect(protection(page)).toContainText('There is one.')
  await protection(page).getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Escape')

  await test.step('a key locks it: nothing of the desk stays in the window', async () => {
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible()
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
    expect(await page.locator('body').innerText()).not.toContain('Writing')
    await unlock(page, 'three herons over the delta')
    await expect(page.getByRole('alert')).toContainText('That is not the passphrase of this desk.')
    await keepPicture(page, 'locked')
    await page.emulateMedia({ colorScheme: 'dark' })
    await keepPicture(page, 'locked-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(heading).toBeVisible()
  })

  await test.step('after a restart it asks, and a copy on another laptop opens with the code', async () => {
    await desk.stop()
    const away = join(profile, 'away')
    await cp(home, away, { recursive: true })
    const again = await openDesk(home, { colorScheme: 'light' })
    await unlock(again.page, PASSPHRASE)
    await expect(again.page.getByRole('heading', { name: 'Writing' })).toBeVisible()
    const other = await openDesk(away, { colorScheme: 'light' })
    await other.page.getByRole('button', { name: 'Use the recovery code' }).click()
    await other.page.getByLabel('Recovery code').fill(code)
    await unlockButton(other.page).click()
    await expect(other.page.getByRole('heading', { name: 'Writing' })).toBeVisible()
    await other.page.getByRole('button', { name: 'Choose a new passphrase…' }).click()
    await expect(protection(other.page)).toContainText('was opened with its recovery code')

    const { page: given } = again
    await openProtection(given)
    await protection(given).getByRole('button', { name: 'Change the key…' }).click()
    await protection(given).getByRole('textbox', { name: 'Passphrase' }).fill('three herons over the delta')
    await protection(given).getByRole('button', { name: 'Change the key' }).click()
    await expect(protection(given).getByRole('alert')).toContainText('That is not the passphrase of this desk.')
    await keepPicture(given, 'desk-new-key')
    await protection(given).getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
    await protection(given).getByRole('button', { name: 'Change the key' }).click()
    await expect(given.getByText('The desk has a new key')).toBeVisible()
    await expect(protection(given)).toContainText('There is none yet.')
    await leaveDialogs(given)
    await given.keyboard.press('Control+Shift+L')
    await unlock(given, PASSPHRASE)
    await expect(given.getByRole('heading', { name: 'Writing' })).toBeVisible()
    await openProtection(given)
    await protection(given).getByRole('button', { name: 'Erase this desk…' }).click()
    const go = protection(given).getByRole('button', { name: 'Erase everything' })
    await protection(given).getByLabel('Passphrase, or the recovery code').fill('three herons over the delta')
    await protection(given).getByLabel('Type “erase” to go on').fill('eras')
    await expect(go).toBeDisabled()
    await protection(given).getByLabel('Type “erase” to go on').fill('erase')
    await go.click()
    await expect(protection(given).getByRole('alert')).toContainText('That is not the passphrase of this desk.')
    await keepPicture(given, 'desk-erase')
    await protection(given).getByLabel('Passphrase, or the recovery code').fill(PASSPHRASE)
    await go.click()
    await expect(given.getByRole('heading', { name: /^A desk for your blog/ })).toBeVisible()
    expect(await readdir(join(home, 'backups'))).toEqual(['keys.json'])
  })
})
