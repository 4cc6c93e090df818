import type { Locator, Page } from '@playwright/test'
import { expect } from './open-desk-window.ts'

/** How a person writes blocks at the desk: by a slash and the keyboard. */
export function postText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the post' })
}

export async function newPost(page: Page, title: string, language?: string): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  const field = page.getByRole('textbox', { name: 'Title' })
  await expect(field).toBeFocused()
  if (language) {
    const combobox = page.getByRole('combobox', { name: 'Language' })
    await combobox.fill(language)
    await combobox.press('Enter')
  }
  await field.fill(title)
  await field.press('Enter')
  await expect(postText(page)).toBeFocused()
}

/** Opens the list of blocks on an empty line, finds in it and takes the first. */
export async function insert(page: Page, words: string): Promise<void> {
  await page.keyboard.type('/')
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeHidden()
}

export async function insertPictures(
  page: Page,
  words: string,
  files: { name: string; buffer: Buffer }[],
): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await insert(page, words)
  const chooser = await choosing
  await chooser.setFiles(files.map((file) => ({ ...file, mimeType: 'image/png' })))
}

/** A click on the paper under the last block, to go on there. */
export async function goOnBelow(page: Page): Promise<void> {
  const text = postText(page)
  const box = await text.boundingBox()
  if (!box) throw new Error('the text is not on the page')
  await text.click({ position: { x: box.width / 2, y: box.height - 8 } })
}

/** Selects these words where they first stand in the text, as by a drag of the mouse; arrow keys mean a side, not an end. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await postText(page).evaluate((text, words) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(words) ?? -1
      if (start !== -1) getSelection()?.setBaseAndExtent(node, start, node, start + words.length)
    }
  }, words)
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
}
