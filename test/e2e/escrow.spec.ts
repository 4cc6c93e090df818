import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { runAttache } from '../support/run-attache.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

test.use({ serve: 'test/e2e/serve-under-policy.ts' })

const OWN = 'four herons over the delta'
const GIVEN_BY_IT = 'six grey herons at dawn'

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'Writing' })).toBeVisible()
}

test('a desk that IT opened with its escrow key says so, when, and until it was read', async ({
  openDesk,
  profile,
}) => {
  const [home, secret] = [join(profile, 'home'), join(profile, 'escrow-secret')]
  await mkdir(home)
  const made = await runAttache(['escrow', 'make', '--out', secret, '--json'])
  const { publicKey } = JSON.parse(made.stdout) as { publicKey: string }
  writeFileSync(join(home, 'policy.json'), JSON.stringify({ escrowKey: publicKey, lockAfterMinutes: 15 }))

  const first = await openDesk(home, { colorScheme: 'light' })
  await first.page.getByRole('button', { name: 'Use the practice blog' }).click()
  await first.page.getByRole('button', { name: 'Settings' }).click()
  await first.page.getByRole('button', { name: 'Protection of this desk…' }).click()
  const protection = first.page.getByRole('dialog', { name: 'Protection of this desk' })
  await protection.getByRole('button', { name: 'Choose a passphrase…' }).click()
  await protection.getByRole('textbox', { name: 'Passphrase' }).fill(OWN)
  await protection.getByRole('textbox', { name: 'Once more' }).fill(OWN)
  await protection.getByRole('button', { name: 'Set it' }).click()
  await expect(protection).toContainText('Your IT department can open it with its escrow key.')
  await expect(protection.getByRole('radio', { name: '15 minutes' })).toBeVisible()
  await expect(protection.getByRole('radio', { name: 'Never' })).toBeHidden()
  await expect(protection).toContainText('Not longer than 15 minutes. Set by your organisation.')
  await keepPicture(first.page, 'protection-managed')
  await first.stop()

  const again = await openDesk(home)
  await unlock(again.page, OWN)
  await expect(again.page.getByRole('region', { name: 'The escrow key was used' })).toBeHidden()
  await again.stop()
  const opened = await runAttache(['escrow', 'open', '--file', secret, '--profile', home], {
    input: `${GIVEN_BY_IT}\n`,
  })
  expect(opened).toMatchObject({ code: 0, stderr: '' })

  const { page } = await openDesk(home, { colorScheme: 'light' })
  await unlock(page, GIVEN_BY_IT)
  const notice = page.getByRole('region', { name: 'The escrow key was used' })
  await expect(notice).toContainText('If you did not know of it, ask them.')
  await keepPicture(page, 'escrow-used')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 900, height: 700 })
  await keepPicture(page, 'escrow-used-narrow-dark')
  await notice.getByRole('button', { name: 'I have read it' }).click()
  await expect(notice).toBeHidden()
})
