import type { Page } from '@playwright/test'
import { openBlockEditor, type BlockEditor } from '../wordpress/open-in-block-editor.ts'
import { connect, keepPicture, syncNow } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'
import { solidPng } from './png.ts'
import { goOnBelow, insert, insertPictures, newPost, postText } from './write-blocks.ts'

const on = eachOnWordpress()
let wordpress: BlockEditor

test.beforeEach(async () => {
  wordpress = await openBlockEditor(on.site, 'administrator')
})

test.afterEach(async () => {
  await wordpress?.close()
})

test('a post of every block, written at the desk, opens in the block editor of WordPress without a notice', async ({
  openDesk,
  profile,
}) => {
  // The longest journey: two programs, and every key typed.
  test.slow()
  const { page } = await openDesk(profile)
  await connect(page, on.site.url, on.site.users.editor)
  await newPost(page, 'Every block')
  await writeEveryBlock(page)
  await keepPicture(page, 'every-block')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect
    .poll(
      async () => {
        await syncNow(page)
        return postIds()
      },
      { timeout: 90_000 },
    )
    .toHaveLength(1)

  const judged = await wordpress.judge((await postIds())[0] ?? 0)
  expect(judged.filter(({ isValid }) => !isValid)).toEqual([])
  expect(await wordpress.warnings()).toEqual([])
  expect([...new Set(judged.map(({ name }) => name))]).toEqual([
    'core/paragraph',
    'core/heading',
    'core/list',
    'core/list-item',
    'core/quote',
    'core/pullquote',
    'core/table',
    'core/embed',
    'core/buttons',
    'core/button',
    'core/columns',
    'core/column',
    'core/separator',
    'core/more',
    'core/nextpage',
    'core/verse',
    'core/preformatted',
    'core/code',
    'core/html',
    'core/gallery',
    'core/image',
    'core/footnotes',
  ])
  expect((await wordpress.notes()).join()).toContain('And one interpreter.')
  await wordpress.keepPicture('block-editor-written-at-the-desk')
})

/** Those that are public, by the site's own word. */
const postIds = async (): Promise<number[]> =>
  JSON.parse(
    await on.site.php(
      `echo json_encode(get_posts(['post_status' => 'publish', 'fields' => 'ids', 'numberposts' => -1]));`,
    ),
  ) as number[]

async function writeEveryBlock(page: Page): Promise<void> {
  const { keyboard } = page
  const below = async (words: string): Promise<void> => {
    await goOnBelow(page)
    await insert(page, words)
  }
  await keyboard.type('Three provinces, two boats.')
  await keyboard.press('Control+Alt+f')
  await keyboard.type('And one interpreter.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await insert(page, 'heading')
  await keyboard.type('What I heard')
  await keyboard.press('Enter')
  await keyboard.type('- salt comes earlier\nseed costs more\n\n')
  await insert(page, 'quote')
  await keyboard.type('Who decides?')
  await page.getByRole('textbox', { name: 'Who said it' }).fill('A farmer')
  await below('pull')
  await keyboard.type('Who decides?')
  await below('table')
  for (const words of ['Port', 'Ships', 'Berths', 'Hai Phong', '214']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  await keyboard.type('12')
  await below('embed')
  await keyboard.type('https://www.youtube.com/watch?v=x1')
  await below('button')
  await keyboard.type('Apply')
  await page.getByRole('textbox', { name: 'Where the button leads' }).fill('https://example.org/apply')
  await below('columns')
  await keyboard.type('Left')
  for (const words of ['separator', 'read more', 'page break']) await below(words)
  for (const words of ['verse', 'preformatted', 'code']) {
    await below(words)
    await keyboard.type('Lines of their own')
  }
  await below('html')
  await keyboard.type('<div class="own">mine</div>')
  await goOnBelow(page)
  await insertPictures(page, 'gallery', [
    { name: 'field.png', buffer: solidPng(64, 36, [0x6f, 0x8f, 0x4e]) },
    { name: 'boat.png', buffer: solidPng(64, 36, [0x4d, 0x6b, 0x84]) },
  ])
  const gallery = page.getByRole('figure', { name: 'Gallery' })
  await expect(gallery.locator('img')).toHaveCount(2)
  await gallery.getByRole('textbox', { name: 'Description of the picture' }).first().fill('A field')
  await gallery.getByRole('textbox', { name: 'Description of the picture' }).last().fill('A boat')
  await expect(postText(page).getByRole('region', { name: 'Footnotes' })).toContainText('And one interpreter.')
}
