import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keepPicture } from './at-the-desk.ts'
import { describeText } from './describe-text.ts'
import { expect, test } from './open-desk-window.ts'

const FIXTURES = join(import.meta.dirname, '../renderer/features/editor/paste/fixtures')

/** What has to be found, in one piece, in the text that each program's clipboard becomes. */
const PASTED: Record<string, string[]> = {
  'word.html': [
    'red bread[footnoteReference] was',
    'table\n  tableRow\n    tableHeader\n      paragraph: Day\n    tableHeader\n      paragraph: Hours\n  tableRow\n    tableCell\n      paragraph: Monday',
    'footnotes\n  footnote: The baker opens at <bold>five</>.',
    'bulletList\n  listItem\n    paragraph: Passport\n    bulletList\n      listItem\n        paragraph: a copy of it\n        paragraph: both sides\n  listItem\n    paragraph: Form',
    'orderedList from 3\n  listItem\n    paragraph: Go in\n    orderedList\n      listItem\n        paragraph: by the door\n  listItem\n    paragraph: Sit down',
    'blockquote\n  paragraph: Bring patience.\n  paragraph: And a book.\nheading 3: When',
    'on the shelf. See <link https://example.org/tea?a=1&b=2>the tea</> and below.',
  ],
  'outlook.html': [
    'paragraph: two points for <link https://example.org/agenda>the agenda</>:\nbulletList\n  listItem\n    paragraph: the hall\n    bulletList\n      listItem\n        paragraph: its keys\n  listItem\n    paragraph: the guests\norderedList from 2\n  listItem\n    paragraph: second\nparagraph: Thank you⏎Amir',
  ],
  'word-online.html': [
    'table\n  tableRow\n    tableHeader\n      paragraph: Day\n    tableHeader\n      paragraph: Hours\n  tableRow\n    tableCell\n      paragraph: Monday',
    'heading 2: What to bring',
    'bulletList\n  listItem\n    paragraph: Passport\n    bulletList\n      listItem\n        paragraph: copy\n  listItem\n    paragraph: Form\norderedList from 3\n  listItem\n    paragraph: third\n  listItem\n    paragraph: fourth',
  ],
  'google-docs.html': [
    'footnotes\n  footnote: The baker opens at <bold>five</>.',
    'heading 2: What to bring\nparagraph: It was <bold>early</><italic> and cold</>',
    '<link https://example.org/tea?a=1>Tea</>',
    'bulletList\n  listItem\n    paragraph: Passport\n    bulletList\n      listItem\n        paragraph: copy\n        bulletList\n          listItem\n            paragraph: both sides\n  listItem\n    paragraph: Form\norderedList from 3',
  ],
  'google-docs-file.html': [
    'heading 2: A walk\nparagraph: It was <bold>early</> and <italic>cold</>.\nbulletList\n  listItem\n    paragraph: Passport\n    bulletList\n      listItem\n        paragraph: copy\n  listItem\n    paragraph: Form\norderedList from 2',
  ],
  'libreoffice.html': [
    'new bread[footnoteReference] and',
    'table\n  tableRow\n    tableHeader\n      paragraph: Day\n    tableHeader\n      paragraph: Hours\n  tableRow\n    tableCell\n      paragraph: Monday',
    'footnotes\n  footnote: The baker opens at <bold>five</>.\n  footnote: Signed.',
    'heading 3: What to bring\norderedList from 3\n  listItem\n    paragraph: Passport\n    orderedList\n      listItem\n        paragraph: copy of it\n      listItem\n        paragraph: photo\n  listItem\n    paragraph: Form',
    'blockquote\n  paragraph: Bring patience.',
  ],
  'pages.html': [
    'paragraph: It was <bold>early</> and <bold>loud</> <italic>there</>.\nbulletList\n  listItem\n    paragraph: Passport\n    bulletList\n      listItem\n        paragraph: copy\n  listItem\n    paragraph: Form',
  ],
  'notes.html': ['paragraph: <bold>A walk</>\nparagraph: It was early.\nbulletList'],
  'web-page.html': [
    'footnotes\n  footnote: A book, p. 4.\n  footnote: <italic>Another</>.',
    'blockquote\n  paragraph: Bring patience.\n  paragraph: And a book.',
    'codeBlock: one\n  two <b>\norderedList from 5\n  listItem\n    paragraph: five\n    bulletList\n      listItem\n        paragraph: inner',
  ],
  'picture-inside.html': ['paragraph: Before\npicture “A red stall”\nparagraph: after.'],
}

test('an hour of writing: signs set themselves, other programs’ text comes whole, words are found, the source is read, tags stay tidy', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.click()

  await page.keyboard.type('He said "yes" - it\'s fine...')
  await expect(text).toHaveText('He said “yes” – it’s fine…')
  await page.keyboard.press('Backspace')
  await expect(text).toHaveText('He said “yes” – it’s fine...')
  await page.keyboard.type(' "')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).toHaveText('He said “yes” – it’s fine... "')

  for (const [name, pieces] of Object.entries(PASTED)) {
    await paste(page, await readFile(join(FIXTURES, name), 'utf8'))
    for (const piece of pieces) await expect.poll(() => writtenIn(page), { message: name }).toContain(piece)
  }

  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('By bus')
  await paste(page, '<p>The bus stops here. A Bus, élève of buses.</p>')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('eleve')
  await expect(page.getByLabel('Found')).toHaveText('1 of 1')
  await page.getByRole('textbox', { name: 'Find' }).fill('bus')
  await expect(page.getByLabel('Found')).toHaveText('4 of 4')
  await page.getByRole('button', { name: 'Whole words' }).click()
  await page.getByRole('button', { name: 'Replace', exact: true }).click()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('tram')
  await keepPicture(page, 'find-and-replace')
  await expect(page.getByLabel('Where', { exact: true })).toHaveText('In the title')
  const replaceAll = page.getByRole('button', { name: 'Replace all 3' })
  await replaceAll.click()
  await expect(text).toHaveText('The tram stops here. A tram, élève of buses.')
  await expect(title).toHaveValue('By tram')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click()
  await expect(title).toHaveValue('By bus')
  await expect(text).toContainText('The bus stops here.')
  await replaceAll.click()
  await expect(title).toHaveValue('By tram')
  await page.getByRole('button', { name: 'Close find' }).click()

  const size = page.getByRole('contentinfo')
  await text.press('ControlOrMeta+a')
  await expect(size).toContainText('9 of 9 words')
  await title.press('ControlOrMeta+a')
  await expect(size).not.toContainText('of 9 words')

  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitem', { name: 'Source' }).click()
  const source = page.getByRole('textbox', { name: 'Source' })
  await expect(source).toHaveValue(/<p>The tram stops here/)
  await source.press('ControlOrMeta+End')
  await page.keyboard.type('\n\nloose words')
  await keepPicture(page, 'source')
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await expect(text).toContainText('loose words')

  const tag = page.getByRole('combobox', { name: 'Add a tag' })
  await tag.click()
  await page.keyboard.type('mangro')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option')).toHaveText(['mangroves1 post'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('Visa')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nearly the same as “visas” (1 post). Use that one? Enter takes it.')).toBeVisible()
  await keepPicture(page, 'tags-asked')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Libary, buses')
  await page.keyboard.press('Enter')
  const tags = page.getByRole('grid', { name: 'Tags of this post' }).getByRole('row')
  await expect(tags).toHaveText(['mangroves', 'visas', 'Libary', 'buses'])
  await page.getByRole('button', { name: 'Use “library”' }).click()
  await expect(tags).toHaveText(['mangroves', 'visas', 'library', 'buses'])

  const list = page.getByRole('region', { name: 'Posts' })
  await list.getByRole('link', { name: 'Tags' }).click()
  const visas = page.getByRole('list', { name: 'Tags' }).getByRole('button', { name: 'visas 2 posts' })
  await visas.press('Enter')
  await expect(visas).toHaveAttribute('aria-pressed', 'true')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await keepPicture(page, 'tags-cloud')
  await list.getByRole('button', { name: 'All posts', exact: true }).click()
  await expect(visas).toHaveAttribute('aria-pressed', 'false')

  await page.getByRole('button', { name: /Best bits of this blog/ }).press('Enter')
  await page.getByRole('option', { name: 'visas' }).click()
  await list
    .getByRole('link', { name: /One of the best bits/ })
    .first()
    .click()
  const isBest = page.getByRole('checkbox', { name: 'One of the best bits (tag “visas”)' })
  await expect(isBest).toBeChecked()
  await isBest.press('Space')
  await expect(tags.filter({ hasText: 'visas' })).toHaveCount(0)
  await isBest.press('Space')
  await list.getByRole('button', { name: /^All posts/ }).press('Enter')
  await page.getByRole('option', { name: /Best bits/ }).press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await keepPicture(page, 'best-bits')
  await list.getByRole('button', { name: /^Best bits/ }).press('Enter')
  await page.getByRole('option', { name: /All posts/ }).press('Enter')

  const isKept = page.getByRole('checkbox', { name: /^Keep at the top of the blog/ })
  await isKept.press('Space')
  const pinned = list.getByRole('link', { name: /At the top of the blog/ })
  await expect(pinned).toHaveCount(1)
  await keepPicture(page, 'sticky-post')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Kept at the top of the blog')
  await keepPicture(page, 'sticky-asked')
  await page.getByRole('button', { name: 'Not yet' }).click()
  await list.getByRole('link', { name: 'Tags' }).click()
  await page.getByRole('button', { name: /Best bits of this blog/ }).press('Enter')
  await page.getByRole('option', { name: 'What is at the top of the blog' }).click()
  await list.getByRole('button', { name: /^All posts/ }).press('Enter')
  await page.getByRole('option', { name: /Best bits/ }).press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await keepPicture(page, 'best-bits-at-the-top')
  await list.getByRole('button', { name: /^Best bits/ }).press('Enter')
  await page.getByRole('option', { name: /All posts/ }).press('Enter')

  await list.getByRole('button', { name: /Year/ }).press('Enter')
  await page.getByRole('option', { name: /^20/ }).last().press('Enter')
  await list.getByRole('button', { name: /Month/ }).press('Enter')
  await keepPicture(page, 'posts-by-month')
  await page.getByRole('option').nth(1).press('Enter')
  await expect(list.getByRole('listitem')).not.toHaveCount(0)
})

async function writtenIn(page: Page): Promise<string> {
  const doc = await page.getByRole('textbox', { name: 'Text of the post' }).evaluate((element) => {
    const { editor } = element as unknown as { editor: { getJSON: () => unknown } }
    return editor.getJSON()
  })
  return describeText(doc as Parameters<typeof describeText>[0])
}

/** Puts it in the place of everything. */
async function paste(page: Page, html: string): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await text.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    clipboardData.setData('text/plain', 'as plain text')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}
