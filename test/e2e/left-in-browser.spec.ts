import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { solidPng } from './png.ts'
import { expect, serveOnNode, test } from './open-desk-window.ts'

const TITLE = 'Kanarek-w-tytule'
const TEXT = 'Kanarek-w-tekscie'
const REPLY = 'Kanarek-w-odpowiedzi'
const SEARCH = 'Kanarek-w-szukaniu'
const PASSPHRASE = 'Kanarek siedzi na hasle'
const PICTURE = solidPng(9, 7, [0x21, 0x55, 0x8f])

/** The files under `folder` that hold one of the words, in letters of 8 or of 16 bits, or the bytes. */
async function holding(folder: string, words: readonly (string | Buffer)[]): Promise<string[]> {
  const wanted = words.flatMap((word) =>
    typeof word === 'string' ? [Buffer.from(word), Buffer.from(word, 'utf16le')] : [word],
  )
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    // The lock of a running browser is a link to nowhere.
    const isFile = await stat(path).then(
      (each) => each.isFile(),
      () => false,
    )
    if (!isFile) continue
    const bytes = await readFile(path)
    if (wanted.some((each) => bytes.includes(each))) found.push(name)
  }
  return found
}

/** What the browser of a person keeps to itself: its history, its cache, forms to fill in again, the session to restore. */
test('a browser that keeps a profile keeps nothing in it of what was written at the desk', async ({
  profile,
  serve,
  launchOptions,
}) => {
  const desk = await serveOnNode(serve, join(profile, 'desk'))
  const kept = join(profile, 'browser')
  const context = await chromium.launchPersistentContext(kept, { ...launchOptions, locale: 'en-GB' })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(desk.address)
    await writeAll(page)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(TITLE)
    await context.close()
  } finally {
    await desk.end('SIGTERM')
  }
  expect(await holding(kept, ['127.0.0.1'])).not.toEqual([])
  expect(await holding(kept, [TITLE, TEXT, REPLY, SEARCH, PASSPHRASE, PICTURE])).toEqual([])
})

async function writeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await page
    .getByRole('button', { name: /^Reply to / })
    .first()
    .click()
  await page.getByRole('textbox', { name: /^Reply to / }).fill(REPLY)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find a post/ }).fill(SEARCH)
  await page.keyboard.press('Escape')
  await choosePassphrase(page)
  await page.getByRole('link', { name: /^Writing/ }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Title' }).click()
  await page.keyboard.type(TITLE)
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type(`${TEXT}\n`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a picture' }).click()
  await (await chooser).setFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: PICTURE })
  await page.getByRole('textbox', { name: /description|describe/i }).fill(TEXT)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

async function choosePassphrase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /Protection/ }).click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByRole('button', { name: 'Choose a passphrase…' }).click()
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Set it' }).click()
  await expect(dialog).toContainText('opens with your passphrase')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Escape')
}
