import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** A text comes in as a file, is looked at as the site, a phone and paper will show it, and leaves as a file. */
test('a text from a file becomes a draft, is looked at, printed, and saved as Word', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await expect(
    page.getByRole('list', { name: 'Posts' }).getByRole('link', { name: /We gave you the wrong bus/ }),
  ).toBeVisible()

  const path = join(profile, 'notes.html')
  await writeFile(path, NOTES)
  await page.getByRole('button', { name: 'More ways to begin' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: /^Import a Word/ }).click()
  await (await chooser).setFiles(path)
  const report = page.getByRole('dialog', { name: 'What came over' })
  await expect(report.getByRole('listitem')).toHaveText([
    /^1 list$/,
    /^1 table$/,
    /^1 footnote$/,
    /^1 script/,
    /^1 picture on another/,
  ])
  await keepPicture(page, 'import-report')
  await report.getByRole('button', { name: 'Go to the text' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText('Notes from the ferry')

  await page.keyboard.press('Control+Shift+P')
  const preview = page.getByRole('dialog', { name: 'Preview' })
  await expect(preview.getByText(/^The theme as it was/)).toBeVisible()
  await keepPicture(page, 'preview-wide')
  await preview.getByText('Phone', { exact: true }).click()
  await keepPicture(page, 'preview-phone')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'preview-phone-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await preview.getByText('Paper', { exact: true }).click()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.byteLength).toBeGreaterThan(5_000)
  if (process.env['ATTACHE_SCREENSHOTS_TO'] !== undefined)
    await writeFile(join(process.env['ATTACHE_SCREENSHOTS_TO'], 'paper.pdf'), paper)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  await page.getByRole('button', { name: 'More about this post' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Word (.docx)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Notes-from-the-ferry-\d{4}-\d\d-\d\d\.docx$/)
  expect((await readFile(await file.path())).subarray(0, 2).toString('latin1')).toBe('PK')
  // Whatever the text and the theme name, this window asks its own desk alone.
  expect(asked.filter((url) => !url.startsWith('http://127.0.0.1:'))).toEqual([])
})

test('an export of a whole blog is opened, read, and one post of it becomes a draft', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await expect(
    page.getByRole('list', { name: 'Posts' }).getByRole('link', { name: /We gave you the wrong bus/ }),
  ).toBeVisible()

  const openFile = async (path: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open an archive (WXR)…' }).click()
    await (await chooser).setFiles(path)
  }
  const half = join(profile, 'half.xml')
  await writeFile(half, (await readFile(EXPORT)).subarray(0, 6000))
  await openFile(half)
  await expect(page.getByRole('alert')).toContainText('ends in the middle')
  await keepPicture(page, 'archive-refused')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await openFile(EXPORT)
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /The bell & the pier/ })
    .click()
  await expect(page.getByRole('button', { name: 'New post', exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Line: Archive' })).toBeVisible()
  await keepPicture(page, 'archive')
  await page.getByRole('link', { name: '2 comments' }).click()
  await expect(page.getByRole('article', { name: 'Comment by Minh' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Reply/ })).toBeHidden()
  await keepPicture(page, 'archive-comments')
  await page.goBack()
  await page.getByRole('button', { name: 'Copy to The Open Gate as a draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText('The bell & the pier')
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeVisible()
})

const EXPORT = join(import.meta.dirname, '../fixtures/small-export.xml')

const NOTES = `<!doctype html><html lang="en"><head><title>Notes from the ferry</title></head><body>
<p>The bell rings twice<sup><a href="#n1">1</a></sup>. <span lang="fa" dir="rtl">سلام</span> says the pilot.</p>
<p>رودخانه آرام است و قایق دیر می‌رسد.</p>
<ul><li>Rice</li><li>Letters</li></ul>
<table><thead><tr><th>Day</th><th>Crossings</th></tr></thead><tbody><tr><td>Monday</td><td>14</td></tr></tbody></table>
<p><img src="https://pictures.example/ferry.jpg" alt="A ferry at the pier"></p>
<script>document.title = 'no'</script>
<ol><li id="n1">Once for boarding, once for luck. <a href="#r1">↩</a></li></ol></body></html>`
