import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withParts } from '../core/review-word/in-word.ts'
import { keepPicture } from './at-the-desk.ts'
import { ask, banner, caretTo, conclude, fillAsking, goTo, line, noteOn, openPost, text } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

const PASSPHRASE = 'four herons wait by the ferry'

/**
 * Two laptops and a stick: Anna has the post, Lan has no blog and no account. Neither desk ever has a line; what they know of each
 * other is in the files.
 */
test('a draft is reviewed by file, on two machines that never meet a network', async ({ openDesk, profile }) => {
  const { page: anna } = await openDesk(join(profile, 'anna'), { colorScheme: 'light' })
  const lansDesk = await openDesk(join(profile, 'lan'), { colorScheme: 'light' })
  let lan = lansDesk.page
  const stick = join(profile, 'stick')
  await anna.getByRole('button', { name: 'Use the practice blog' }).click()

  await test.step('Anna asks, and locks the file with a passphrase', async () => {
    await openPost(anna, /We gave you the wrong bus/)
    const lookAt = 'Is the apology plain enough?'
    await ask(anna, { of: 'Lan Pham', by: '', lookAt, name: 'Anna Weiss' })
    await banner(anna).getByRole('button', { name: 'Send as a file…' }).click()
    const dialog = anna.getByRole('dialog', { name: 'Send as a review file' })
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
    await expect(dialog.getByRole('button', { name: 'Save the file…' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE)
    await keepPicture(anna, 'review-file-send')
    await saved(anna, join(stick, 'first'), () => dialog.getByRole('button', { name: 'Save the file…' }).click())
  })

  await test.step('Lan opens it on a desk without a blog, suggests, notes and sends back', async () => {
    await open(lan, join(stick, 'first'))
    const dialog = lan.getByRole('dialog')
    await unlock(lan, 'five herons wait by the ferry')
    await expect(dialog).toContainText('This is not the passphrase of the review file.')
    await unlock(lan, PASSPHRASE)
    await expect(dialog).toContainText('From Anna Weiss, signed with the key')
    await expect(dialog).toContainText('New on this desk.')
    await keepPicture(lan, 'review-file-came')
    await dialog.getByRole('button', { name: 'Open the review' }).click()
    await lan.getByRole('button', { name: 'I am Lan Pham' }).click()
    await expect(lan.getByRole('button', { name: 'Decide…' })).toBeVisible()
    // How it is done can be read here, too, and the review is come back to.
    await lan.keyboard.press('F1')
    await expect(lan.getByRole('heading', { name: 'Guidance' })).toBeVisible()
    await lan.getByRole('link', { name: 'Back', exact: true }).click()
    await expect(lan.getByRole('button', { name: 'Decide…' })).toBeVisible()
    await caretTo(lan, 'end')
    await lan.keyboard.press('Enter')
    await lan.keyboard.type('Thank you for telling us.')
    await expect(lan.locator('.post-text .suggested-block')).toHaveAttribute('data-suggested', 'New paragraph')
    await caretTo(lan, 'start')
    await lan.keyboard.press('Control+Shift+ArrowRight')
    await lan.keyboard.type('We are sorry: for')
    await expect(lan.locator('.post-text del')).toHaveText('[taken out: For]')
    await lan.getByRole('tab', { name: /^Notes/ }).click()
    await noteOn(lan, 'Which line was it?')
    await lan.getByRole('tab', { name: 'About' }).click()
    await lan
      .getByRole('textbox', { name: 'Add a tag' })
      .or(lan.getByRole('combobox', { name: 'Add a tag' }))
      .fill('buses')
    await lan.keyboard.press('Enter')
    await expect(lan.getByRole('tab', { name: /^Suggestions/ })).toContainText('3')
    await lan.emulateMedia({ colorScheme: 'dark' })
    await keepPicture(lan, 'review-file-without-a-blog-dark')
    await lan.emulateMedia({ colorScheme: 'light' })
    await conclude(lan, 'Send back', 'Almost there.')
    await expect(line(lan)).toContainText('Sent back')
    await sendFor(lan, await keyOf(anna), join(stick, 'second'))
  })

  await test.step('Anna takes one, answers the note and asks again', async () => {
    await open(anna, join(stick, 'second'))
    const dialog = anna.getByRole('dialog', { name: 'What came' })
    await expect(dialog).toContainText('3 new suggestions and 1 new note.')
    await expect(dialog).toContainText('Lan Pham sent it back to Anna Weiss.')
    await dialog.getByRole('button', { name: 'Open the review' }).click()
    await open(anna, join(stick, 'second'))
    await expect(dialog).toContainText('Nothing in it is new: all of it was here already.')
    await dialog.getByRole('button', { name: 'Later' }).click()

    await anna.getByRole('button', { name: /^Take: .*We are sorry: for/ }).click()
    await anna.getByRole('button', { name: 'Take: Tag, New: buses' }).click()
    await anna.getByRole('tab', { name: /^Notes/ }).click()
    await anna.getByRole('button', { name: 'Answer' }).click()
    await anna.getByRole('textbox', { name: /^Answer/ }).fill('Line 86.')
    await anna.getByRole('button', { name: 'Answer', exact: true }).last().click()
    await expect(anna.getByRole('list', { name: 'Notes' })).toContainText('Line 86.')
    await anna.getByRole('link', { name: 'Open the post' }).click()
    await expect(text(anna)).toContainText('We are sorry: for eleven days')
    await banner(anna).getByRole('button', { name: 'Ask again…' }).click()
    await fillAsking(anna, { of: 'Lan Pham', by: '', lookAt: 'Now?', name: 'Anna Weiss' })
    await banner(anna).getByRole('link', { name: 'See the review' }).click()
    await throughWord(anna, join(stick, 'bus.docx'))
    await sendFor(anna, await keyOf(lan), join(stick, 'third.attache-review'))
  })

  await test.step('Lan opens it by a double click on the next day, and approves', async () => {
    await lansDesk.stop()
    const again = await openDesk(join(profile, 'lan'), { colorScheme: 'light' }, [join(stick, 'third.attache-review')])
    lan = again.page
    const dialog = lan.getByRole('dialog', { name: 'What came' })
    await expect(dialog).toContainText('1 new note.')
    await dialog.getByRole('button', { name: 'Open the review' }).click()
    await expect(line(lan)).toContainText('Now?')
    await lan.getByRole('tab', { name: /^Notes/ }).click()
    await expect(lan.getByRole('list', { name: 'Notes' })).toContainText('Line 86.')
    await conclude(lan, 'Approve', 'Good.')
    await sendFor(lan, await keyOf(anna), join(stick, 'fourth'))
  })

  await test.step('Anna has it dropped onto the desk; the seal is whole, breaks at one letter, and is whole again', async () => {
    await drop(anna, join(stick, 'fourth'))
    const dialog = anna.getByRole('dialog', { name: 'What came' })
    await expect(dialog).toContainText('It is exactly what Lan Pham approved.')
    await keepPicture(anna, 'review-file-answer')
    await dialog.getByRole('button', { name: 'Open the review' }).click()
    await anna.getByRole('tab', { name: 'Trail' }).click()
    await saved(anna, join(stick, 'trail.html'), () => anna.getByRole('button', { name: 'Save the trail…' }).click())
    const trail = await readFile(join(stick, 'trail.html'), 'utf8')
    expect(trail).toContain('Exactly as Lan Pham approved it.')
    expect(trail).toContain('Lan Pham sent it back')

    await anna.getByRole('link', { name: 'Open the post' }).click()
    await expect(banner(anna)).toContainText('Approved, sealed')
    await caretTo(anna, 'end')
    await anna.keyboard.type('!')
    await expect(banner(anna)).toContainText('No longer as Lan Pham approved it: the text changed since.')
    await anna.keyboard.press('Backspace')
    await expect(banner(anna)).toContainText('Approved, sealed')
  })
})

/** What the page gives out, put where it says. */
async function saved(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  await download.saveAs(path)
}

/** On whatever screen the button is, or the place of the reviews. */
async function open(page: Page, path: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Open a review file…' })
  if ((await button.count()) === 0) await goTo(page, 'Review')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles({
    name: 'bus.attache-review',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  })
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Open a review file' })
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
}

/** As they would read it out of the dialog and mail it. */
async function keyOf(page: Page): Promise<string> {
  if ((await page.getByRole('button', { name: 'More about reviews' }).count()) === 0) await goTo(page, 'Review')
  await page.getByRole('button', { name: 'More about reviews' }).click()
  await page.getByRole('menuitem', { name: 'My key…' }).click()
  const dialog = page.getByRole('dialog', { name: 'My key' })
  const key = await dialog.locator('.key-whole').innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return key
}

/** From the review that is open, for one colleague. */
async function sendFor(page: Page, key: string, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Send this review' }).click()
  await page.getByRole('menuitem', { name: 'Send as a review file…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send as a review file' })
  await dialog.getByText('One colleague, whose key I have').click()
  await dialog.getByRole('textbox', { name: 'Your colleague’s key' }).fill(key)
  await expect(dialog).toContainText('Ask them to read out theirs:')
  await saved(page, path, () => dialog.getByRole('button', { name: 'Save the file…' }).click())
  await expect(dialog).toHaveCount(0)
}

/** Out, somebody types over a word without tracking it, and in again. */
async function throughWord(page: Page, path: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Send this review' })
  await menu.click()
  await saved(page, path, () => page.getByRole('menuitem', { name: 'Send for Word…' }).click())
  const typed = withParts(new Uint8Array(await readFile(path)), (xml, name) =>
    name === 'word/document.xml' ? xml.replace('fifty minutes late', 'an hour late') : xml,
  )
  await writeFile(path, typed)
  await menu.click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Take in from Word…' }).click(),
  ])
  await chooser.setFiles(path)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await expect(dialog).toContainText('1 new suggestion.')
  await expect(dialog).toContainText('changed in Word without being tracked')
  await keepPicture(page, 'review-from-word')
  await dialog.getByRole('button', { name: 'Go to the review' }).click()
  await expect(page.locator('.post-text')).toContainText('an hour late')
  await expect(page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem').first()).toContainText('Lan Pham')
}

async function drop(page: Page, path: string): Promise<void> {
  const base64 = (await readFile(path)).toString('base64')
  const dataTransfer = await page.evaluateHandle((text64) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(text64), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], 'bus.attache-review'))
    return transfer
  }, base64)
  const place = page.getByRole('region', { name: 'Reviews' })
  await place.dispatchEvent('dragover', { dataTransfer })
  await place.dispatchEvent('drop', { dataTransfer })
}
