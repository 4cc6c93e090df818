import { expect, type Page } from '@playwright/test'

export const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })
export const line = (page: Page) => page.locator('.review-line')

export async function openPost(page: Page, name: RegExp): Promise<void> {
  await goTo(page, 'Writing')
  await page.getByRole('list', { name: 'Posts' }).getByRole('link', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(name)
}

export const goTo = (page: Page, place: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: new RegExp(`^${place}`) })
    .click()

export const banner = (page: Page) => page.locator('output.state-banner')

interface Asking {
  of: string
  by: string
  lookAt: string
  name: string
}

export async function ask(page: Page, { of, by, lookAt, name }: Asking): Promise<void> {
  await page.getByRole('tab', { name: /^Before you publish/ }).click()
  await page
    .getByRole('button', { name: /^Ask (for review|again)…$/ })
    .first()
    .click()
  await fillAsking(page, { of, by, lookAt, name })
}

export async function fillAsking(page: Page, { of, by, lookAt, name }: Asking): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Who is to look at it' }).fill(of)
  await dialog.getByLabel('By', { exact: true }).fill(by)
  await dialog.getByRole('textbox', { name: 'What to look at' }).fill(lookAt)
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name)
  await dialog.getByRole('button', { name: /^Ask/ }).click()
  await expect(dialog).toHaveCount(0)
}

export async function openReview(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('list', { name: 'Reviews' }).getByRole('link', { name }).click()
  await expect(page.locator('.title-field')).toHaveText(name)
}

export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Not you?' }).click()
  await page.getByRole('button', { name: `I am ${name}` }).click()
}

export async function noteOn(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Note on/ }).fill(words)
  await page.getByRole('button', { name: 'Write the note' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText(words)
}

export async function conclude(page: Page, decision: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Decide…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(decision, { exact: true }).first().click()
  await dialog.getByRole('textbox', { name: /^A sentence for/ }).fill(words)
  await dialog.getByRole('button', { name: decision, exact: true }).click()
  // Decided: the desk is drawn anew, and who acts is asked anew with it.
  await expect(page.getByRole('button', { name: 'Decide…' })).toHaveCount(0)
}

/**
 * The caret by the keyboard where it is wanted, as seen on the page: for a moment after the first focus, shorter than any person's,
 * the editor puts it back to where it had been.
 */
export async function caretTo(page: Page, place: 'start' | 'end'): Promise<void> {
  await text(page).focus()
  await expect(async () => {
    await page.keyboard.press(place === 'end' ? 'Control+End' : 'Control+Home')
    expect(await wordsBeyondCaret(page, place)).toBe('')
    await page.evaluate(someFrames)
    expect(await wordsBeyondCaret(page, place)).toBe('')
  }).toPass()
}

/** Longer than the editor takes to put it back. */
const someFrames = async (): Promise<void> => {
  for (let frame = 0; frame < 8; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

const wordsBeyondCaret = (page: Page, side: 'start' | 'end'): Promise<string> =>
  text(page).evaluate((root, to) => {
    const selection = getSelection()
    const range = document.createRange()
    range.selectNodeContents(root)
    if (selection?.focusNode && to === 'end') range.setStart(selection.focusNode, selection.focusOffset)
    else if (selection?.focusNode) range.setEnd(selection.focusNode, selection.focusOffset)
    return range.toString().trim()
  }, side)
