import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

test.use({ serve: 'test/e2e/serve-under-policy.ts' })

const DAY_MS = 24 * 3_600_000
const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString()

const MANAGED = {
  organisation: 'Ministry of Foreign Affairs',
  reason: 'Circular 12 of 2026 on public diplomacy.',
  allowedBlogs: ['*.mfa.example'],
  connection: { address: 'hanoi.mfa.example', userName: 'amir' },
  answeringPromise: { workingDays: 2, closedOn: [0, 6] },
  forbiddenExports: ['blog', 'handover'],
  lockAfterMinutes: 15,
  updates: { from: 'feed', feed: 'https://updates.mfa.example/attache/' },
  proxy: { mode: 'fixed', server: 'http://proxy.mfa.example:8080', bypass: ['*.mfa.example', '<local>'] },
}

async function publish(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /^Writing/ }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type('It begins at eight, and everybody is welcome.')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Publish|Send)/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** On a day of mourning nothing leaves, the desk says why and until when, and afterwards it asks before anything goes. */
test('a quiet date holds the outbox, says why and until when, and what waited goes only when told', async ({
  openDesk,
  profile,
}) => {
  const machineHas = (policy: object): void => writeFileSync(join(profile, 'policy.json'), JSON.stringify(policy))
  const mourning = { from: fromNow(-DAY_MS), until: fromNow(2 * DAY_MS), why: 'National mourning', allowsUrgent: true }
  machineHas({ ...MANAGED, quietDates: [mourning], holdSeconds: 0 })
  const first = await openDesk(profile, { colorScheme: 'light' })
  const { page } = first
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await publish(page, 'A concert by the lake')
  await publish(page, 'The consulate is closed')
  await page.getByRole('link', { name: /^Outbox/ }).click()
  await expect(page.getByText('Your organisation keeps this time quiet: National mourning.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Line: Quiet date — 2 things wait/ })).toBeVisible()
  await expect(page.getByText('It waits until the quiet time is over, and then for your Go.')).toHaveCount(2)
  await syncNow(page)
  await expect(page.getByRole('article', { name: /A concert by the lake/ })).toBeVisible()
  await keepPicture(page, 'policy-quiet-date')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'policy-quiet-date-dark')

  await page.getByRole('button', { name: 'More about “The consulate is closed”' }).click()
  await page.getByRole('menuitem', { name: 'It is urgent: send it now' }).click()
  const sent = page.getByRole('list', { name: 'Sent' })
  await expect(sent.getByRole('article', { name: /The consulate is closed/ })).toBeVisible()
  await expect(sent.getByRole('article', { name: /A concert by the lake/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(
    settings.getByText('Set by Ministry of Foreign Affairs: Circular 12 of 2026 on public diplomacy.').first(),
  ).toBeVisible()
  await expect(settings.getByText('Within 2 working days; closed on Sun, Sat').first()).toBeVisible()
  await expect(settings.getByText('but not for *.mfa.example, addresses of this network')).toBeVisible()
  await keepPicture(page, 'policy-settings-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await keepPicture(page, 'policy-settings')
  await page.keyboard.press('Escape')
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'policy-quiet-date-rtl')
  await page.getByRole('button', { name: 'Settings' }).click()
  await keepPicture(page, 'policy-settings-rtl')
  await page.keyboard.press('Escape')
  await turnInterface(page, 'Left to right')
  await first.stop()

  machineHas({ ...MANAGED, reviewRequired: 'never mind', quietDates: [{ ...mourning, until: fromNow(-1_000) }] })
  const { page: after } = await openDesk(profile, { colorScheme: 'light' })
  await expect(after.getByRole('button', { name: 'Line: 1 thing waits for your Go' })).toBeVisible()
  await after.getByRole('button', { name: 'Settings' }).click()
  await expect(after.getByText('“reviewRequired” cannot be read; the strictest that it can say holds.')).toBeVisible()
  await keepPicture(after, 'policy-broken')
})
