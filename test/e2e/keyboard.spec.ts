import type { Locator, Page } from '@playwright/test'
import { pictureBytes } from '../../src/main/core/practice-blog/fixtures/fixture-pictures.ts'
import { holdBack } from './at-the-desk.ts'
import { chooseFromMenu, expectFocusKept, goByName, goTo, mouseSeen, pressOn, watchForMouse } from './by-keyboard.ts'
import { fillDesk } from './full-desk.ts'
import { expect, test } from './open-desk-window.ts'

const BY_THE_RIVER = ' by the river that brings the ferry and the boats and takes them away again'

/** Until `letGo`, the window hears no answer to what it asks of its code under that name. */
async function holdBackCode(page: Page, name: RegExp): Promise<{ letGo: () => void }> {
  const gate = Promise.withResolvers<void>()
  await page.route(name, async (route) => {
    await gate.promise
    await route.continue()
  })
  return { letGo: gate.resolve }
}

/** The caret is at the end of a new post, in a window that has just begun and has no search yet. */
async function writeBeforeThePalette(page: Page): Promise<{ letGo: () => void }> {
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  await textOf(page).pressSequentially('Of the river')
  await expect(page.locator('body')).toContainText('Saved')
  const palette = await holdBackCode(page, /assets\/search-palette/)
  await page.reload()
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  return palette
}

test('what is typed before a dialog is there goes into it, and never into the post', async ({ openDesk, profile }) => {
  await fillDesk(profile)
  const { page } = await openDesk(profile)
  const palette = await writeBeforeThePalette(page)
  const field = page.getByRole('combobox', { name: /^Find a post/ })

  await page.keyboard.press('Control+k')
  await page.keyboard.type('ferry')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type(' and')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('can tho')
  palette.letGo()
  // Whoever types does not wait: letters come while the dialog takes the place, and after.
  for (const letter of BY_THE_RIVER) await page.keyboard.type(letter, { delay: 1 })
  await expect(field).toHaveValue(`can tho${BY_THE_RIVER}`)
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type(' its boats')
  await expect(textOf(page)).toHaveText('Of the river and its boats')
})

test('Enter behind a name that is typed before the search is there does what is named', async ({
  openDesk,
  profile,
}) => {
  await fillDesk(profile)
  const { page } = await openDesk(profile)
  const palette = await writeBeforeThePalette(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to the outbox')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and more')
  palette.letGo()
  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goBack()
  await expect(textOf(page)).toHaveText('Of the river')
})

/** Writing, review, comments and the outbox without a mouse; the fifth, a conflict, is in conflict.spec.ts. */
test('a post is written, reviewed, talked about and taken back without a mouse', async ({ openDesk, profile }) => {
  await fillDesk(profile)
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await expect(page.getByRole('button', { name: /^Line: Line open/ })).toBeVisible()
  await watchForMouse(page)

  await test.step('what waits is taken back', async () => {
    await goByName(page, 'go to the outbox')
    const line = page.getByRole('article', { name: /The ferry at Can Tho/ })
    await pressOn(page, line.getByRole('button', { name: /^More about/ }))
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await chooseFromMenu(page, page.getByRole('menuitem', { name: 'Take back' }))
    await expect(line).toHaveCount(0)
    await expectFocusKept(page)
  })

  await test.step('a post is written and published', async () => {
    await goByName(page, 'new post')
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.type('Low water')
    await page.keyboard.press('Enter')
    await expect(textOf(page)).toBeFocused()
    await page.keyboard.type('The river is lower than it was.')
    await page.keyboard.press('Enter')
    await insert(page, 'heading')
    await page.keyboard.type('What we saw')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Two boats aground')
    await page.keyboard.press('Enter')
    await page.keyboard.type('One ferry late')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const choosing = page.waitForEvent('filechooser')
    await insert(page, 'image')
    await (
      await choosing
    ).setFiles({
      name: 'mangroves.png',
      mimeType: 'image/png',
      buffer: Buffer.from(pictureBytes('mangrove-morning') ?? []),
    })
    const description = page.getByRole('textbox', { name: 'Description of the picture' })
    await goTo(page, description)
    await page.keyboard.type('Mangroves at low water in the morning')
    await page.keyboard.press('F6')
    await goTo(page, page.getByRole('tab', { name: /^About/ }), 'F6')
    await goTo(page, page.getByRole('tab', { name: /^Before you publish/ }), 'ArrowRight')
    await expect(page.getByRole('tabpanel', { name: /^Before you publish/ })).toContainText('No language is chosen.')
    await goTo(page, textOf(page), 'F6')
    await page.keyboard.press('Alt+F10')
    await pressOn(page, page.getByRole('button', { name: 'Publish…' }))
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectFocusKept(page)
  })

  await test.step('a comment is read, answered, approved, and the last of it undone', async () => {
    await goByName(page, 'go to the conversation')
    const comments = page.getByRole('article', { name: /^Comment by/ })
    await goTo(page, comments.first(), 'F6', 8)
    await page.keyboard.press('j')
    await expect(comments.nth(1)).toBeFocused()
    const id = await comments.nth(1).getAttribute('data-comment-id')
    const answered = page.locator(`[data-comment-id="${id}"]`)
    await page.keyboard.press('r')
    const reply = page.getByRole('textbox', { name: /^Reply to/ })
    await expect(reply).toBeFocused()
    await page.keyboard.type('Thank you. We have changed the form.')
    await pressOn(page, page.getByRole('button', { name: 'Reply', exact: true }))
    await expect(page.getByText('Thank you. We have changed the form.')).toBeVisible()
    await expect(answered).toBeFocused()
    await page.keyboard.press('h')
    await expect(answered).toContainText('Will be held')
    await page.keyboard.press('a')
    await expect(answered).not.toContainText('Will be held')
    await page.keyboard.press('z')
    await expect(answered).toContainText('Will be held')
    await expect(answered).toBeFocused()
  })

  await test.step('Enter that comes before what was found opens it all the same', async () => {
    const found = await holdBack(page, 'search.find')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('gave you the wrong bus')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: /^Find a post/ })).toBeFocused()
    await found.letGo()
    await expect(textOf(page)).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(/We gave you the wrong bus/)
  })

  await test.step('a review is asked for', async () => {
    await goTo(page, page.getByRole('tab', { name: /^About/ }), 'F6')
    await goTo(page, page.getByRole('tab', { name: /^Before you publish/ }), 'ArrowRight')
    await pressOn(page, page.getByRole('button', { name: 'Ask for review…' }))
    const dialog = page.getByRole('dialog')
    await typeInto(page, dialog.getByRole('textbox', { name: 'Who is to look at it' }), 'Lan Pham')
    await typeInto(page, dialog.getByRole('textbox', { name: 'What to look at' }), 'Is it plain enough?')
    await page.keyboard.press('Tab')
    await typeInto(page, dialog.getByRole('textbox', { name: 'Your name' }), 'Anna Weiss')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expectFocusKept(page)
  })

  await test.step('it is read, changed, noted and decided', async () => {
    await pressOn(page, page.getByRole('tabpanel').getByRole('link', { name: 'See the review' }), 'Shift+Tab')
    await pressOn(page, page.getByRole('button', { name: 'Not you?' }))
    await pressOn(page, page.getByRole('button', { name: 'I am Lan Pham' }))
    await goTo(page, textOf(page), 'F6')
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Again: ')
    await expect(page.locator('.post-text ins')).toContainText('Again')
    await page.keyboard.press('Control+Alt+m')
    await expect(page.getByRole('textbox', { name: /^Note on/ })).toBeFocused()
    await page.keyboard.type('Which line was it?')
    await pressOn(page, page.getByRole('button', { name: 'Write the note' }))
    await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Which line was it?')
    await goTo(page, textOf(page), 'F6')
    await page.keyboard.press('Alt+F10')
    await pressOn(page, page.getByRole('button', { name: 'Decide…' }))
    const dialog = page.getByRole('dialog')
    await goTo(page, dialog.getByRole('radio', { name: /^Send back/ }))
    await typeInto(page, dialog.getByRole('textbox', { name: /^A sentence for/ }), 'Almost there.')
    await pressOn(page, dialog.getByRole('button', { name: 'Send back', exact: true }))
    await expect(page.locator('.review-line')).toContainText('Sent back')
    await expectFocusKept(page)
  })

  await goByName(page, 'go to the outbox')
  await expect(page.getByRole('list', { name: 'Sent' }).getByRole('article', { name: /Low water/ })).toBeVisible({
    timeout: 60_000,
  })
  expect(await mouseSeen(page)).toEqual([])

  await test.step('a place whose code cannot be had says so, and is there when it is tried again', async () => {
    const code = /assets\/insight-screen-.*\.js/
    await page.route(code, (route) => route.abort())
    await page.reload()
    await expect(page.getByRole('button', { name: /^Line: Line open/ })).toBeVisible()
    // The window has only just begun: what is typed before the palette is there goes where the focus was.
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
    await page.keyboard.type('go to insight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('This part of the desk could not be loaded.')
    await page.unroute(code)
    await pressOn(page, page.getByRole('button', { name: 'Try again' }))
    await expect(page.getByRole('heading', { name: 'Insight' })).toBeVisible()
    await expectFocusKept(page)
  })
})

const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the post' })

async function insert(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`)
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeHidden()
}

async function typeInto(page: Page, field: Locator, words: string): Promise<void> {
  await goTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}
