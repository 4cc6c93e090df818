import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { keepPicture, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const PASSPHRASE = 'four herons wait by the ferry'

async function writePost(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  const field = page.getByRole('textbox', { name: 'Title' })
  await expect(field).toHaveText('')
  await field.click()
  await page.keyboard.type(title)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(title) })).toBeVisible()
}

async function openHandover(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Hand over this desk…' }).click()
  return page.getByRole('dialog', { name: 'Hand over this desk' })
}

async function saveFile(page: Page, dialog: Locator, path: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the file…' }).click()
  await (await download).saveAs(path)
  await expect(dialog).toHaveCount(0)
}

async function lookInto(page: Page, path: string): Promise<Locator> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Take in a handover file…' }).click()
  await (await chooser).setFiles(path)
  const dialog = page.getByRole('dialog', { name: 'Take in a handover file' })
  await dialog.getByRole('textbox', { name: 'Passphrase of the file' }).fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Look into it' }).click()
  return dialog
}

test('a person moves to another laptop by a file, and hands over to a successor by another', async ({
  openDesk,
  profile,
}) => {
  const { page: old } = await openDesk(join(profile, 'old'), { colorScheme: 'light' })
  const stick = join(profile, 'stick')
  await mkdir(stick)
  await old.getByRole('button', { name: 'Use the practice blog' }).click()
  await writePost(old, 'A morning at the ferry')

  await test.step('the page says what is in the file before it is saved', async () => {
    const dialog = await openHandover(old)
    await expect(dialog.getByRole('list', { name: 'What is in the file' })).toContainText('1 draft or changed post')
    await expect(dialog.getByRole('button', { name: 'Save the file…' })).toBeDisabled()
    await keepPicture(old, 'handover-move')
    await saveFile(old, dialog, join(stick, 'desk.attache-handover'))
    await old.keyboard.press('Escape')
    const notice = old.getByRole('region', { name: 'This desk was handed over' })
    await expect(notice).toContainText('This desk was moved to another laptop')
    await keepPicture(old, 'handed-over')
  })

  await test.step('a new laptop becomes that desk', async () => {
    const { page } = await openDesk(join(profile, 'next'), { colorScheme: 'dark' })
    const dialog = await lookInto(page, join(stick, 'desk.attache-handover'))
    await expect(dialog).toContainText('Nothing was written on this desk yet')
    await keepPicture(page, 'handover-opened-dark')
    await dialog.getByRole('button', { name: 'Take it in' }).click()
    const arrived = page.getByRole('dialog', { name: 'What came to this desk' })
    await expect(arrived).toContainText('This desk is now the one that you moved')
    await keepPicture(page, 'handover-arrived-dark')
    await arrived.getByRole('button', { name: 'I have read it' }).click()
    await expect(arrived).toHaveCount(0)
    await expect(page.getByRole('link', { name: /A morning at the ferry/ })).toBeVisible()
  })

  await test.step('the old desk stays in use after all, and hands over to a successor', async () => {
    await old.getByRole('button', { name: 'It stays in use' }).click()
    await expect(old.getByRole('region', { name: 'This desk was handed over' })).toHaveCount(0)
    await turnInterface(old, 'Right to left')
    const dialog = await openHandover(old)
    await dialog.getByText('Hand over to a successor').click()
    await dialog.getByText('This desk stays in use').click()
    await keepPicture(old, 'handover-successor-mirrored')
    await saveFile(old, dialog, join(stick, 'successor.attache-handover'))
    await old.keyboard.press('Escape')
    await expect(old.getByRole('region', { name: 'This desk was handed over' })).toHaveCount(0)
  })

  await test.step('the successor, who has written already, keeps that beside what comes', async () => {
    const { page } = await openDesk(join(profile, 'successor'), { colorScheme: 'light' })
    await page.getByRole('button', { name: 'Use the practice blog' }).click()
    await writePost(page, 'My own first post')
    await page.getByRole('button', { name: 'Settings' }).click()
    const dialog = await lookInto(page, join(stick, 'successor.attache-handover'))
    await expect(dialog).toContainText('Everything here stays as it is')
    await dialog.getByRole('button', { name: 'Take it in' }).click()
    const arrived = page.getByRole('dialog', { name: 'What came to this desk' })
    await expect(arrived).toContainText('1 post is new here')
    await keepPicture(page, 'handover-joined')
    await arrived.getByRole('button', { name: 'I have read it' }).click()
    await expect(page.getByRole('link', { name: /A morning at the ferry/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /My own first post/ })).toBeVisible()
  })
})
