import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keepPicture, leaveDialogs, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

async function openBackups(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Backups…' }).click()
  return page.getByRole('dialog').last()
}

async function logOf(profile: string): Promise<string> {
  const folder = join(profile, 'log')
  const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(files)).join('')
}

async function writePost(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  const field = page.getByRole('textbox', { name: 'Title' })
  await expect(field).toHaveText('')
  await field.click()
  await page.keyboard.type(title)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(title) })).toBeVisible()
}

test('a person goes back to the desk of before, sees first what differs, and a desk that was damaged says how it was mended', async ({
  openDesk,
  profile,
}) => {
  const desk = await openDesk(profile, { colorScheme: 'light' })
  const { page } = desk
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await writePost(page, 'A morning at the ferry')
  let dialog = await openBackups(page)
  await expect(dialog).toContainText('There is none yet.')
  await dialog.getByRole('button', { name: 'Make one now' }).click()
  await expect(dialog.getByRole('button', { name: /^See what differs/ })).toHaveCount(1)
  // The thread that copies is a file of its own in the built program; without it the writer would do it, and say so once.
  expect(await logOf(profile)).not.toContain('copies-in-a-thread-failed')
  await leaveDialogs(page)
  await writePost(page, 'Written by mistake')

  dialog = await openBackups(page)
  await dialog.getByRole('button', { name: /^See what differs/ }).click()
  await expect(page.getByRole('dialog').last()).toContainText('Written by mistake')
  await expect(page.getByRole('dialog').last()).not.toContainText('A morning at the ferry')
  await keepPicture(page, 'backup-differences')
  await page.getByRole('button', { name: 'Go back to this desk' }).click()
  await expect(page.getByRole('link', { name: /A morning at the ferry/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Written by mistake/ })).toHaveCount(0)

  await desk.stop()
  const path = join(profile, 'desk.sqlite')
  const bytes = await readFile(path)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  await writeFile(path, bytes)
  const again = await openDesk(profile, { colorScheme: 'light' })
  const notice = again.page.getByRole('region', { name: 'The desk was mended' })
  await expect(notice).toContainText('The file of your desk was damaged on the disk')
  await keepPicture(again.page, 'desk-mended')
  await turnInterface(again.page, 'Right to left')
  await keepPicture(again.page, 'desk-mended-mirrored')
  await notice.getByRole('button', { name: 'I have read it' }).click()
  await expect(notice).toHaveCount(0)

  const folder = join(profile, 'backups')
  await rm(folder, { recursive: true })
  await writeFile(folder, 'in the way')
  dialog = await openBackups(again.page)
  await dialog.getByRole('button', { name: 'Make one now' }).click()
  await expect(dialog.getByRole('alert')).toContainText('cannot be written to')
  await leaveDialogs(again.page)
  const overdue = again.page.getByRole('region', { name: 'No backup could be made' })
  await expect(overdue).toContainText('there is no second copy of it')
  await keepPicture(again.page, 'backup-overdue')
  await rm(folder)
  await overdue.getByRole('button', { name: 'Try again now' }).click()
  await expect(overdue).toHaveCount(0)
})
