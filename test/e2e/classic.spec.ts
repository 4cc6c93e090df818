import { markupToDocument } from '../../src/shared/content/markup-to-document.ts'
import { connectedPractice } from '../support/connected-practice.ts'
import { openDesk } from '../support/open-desk.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const CLASSIC = `The reading room opens at nine.
It closes at <em>five</em>.

<h2>What to bring</h2>
<ul>
 \t<li>A passport</li>
 \t<li>A photograph</li>
</ul>
<blockquote>Nobody is turned away.</blockquote>

[map address="Unter den Linden 1"]

See you there.`

/** A post of before blocks is edited where it stands, goes back as it came, and becomes blocks only when somebody says so. */
test('a classic post', async ({ openDesk: openWindow, profile }) => {
  const blogId = await connectedPractice(profile)
  const desk = openDesk(profile)
  const { id: postId } = await desk.mutate('posts', 'create', { blogId })
  const document = markupToDocument(CLASSIC)
  const fields = { title: 'The reading room', excerpt: '', language: 'en', direction: 'ltr', caret: null } as const
  await desk.mutate('posts', 'edit', { ...fields, postId, sequence: 1, document, categoryIds: [], tags: [] })
  await desk.mutate('posts', 'flush', { postId })
  await desk.close()

  const { page } = await openWindow(profile, { colorScheme: 'light' })
  const posts = page.getByRole('list', { name: 'Posts' })
  await posts.getByRole('link', { name: /The reading room/ }).click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text.getByRole('heading', { name: 'What to bring' })).toBeVisible()
  await expect(text.getByRole('region', { name: 'Block Shortcode' })).toBeVisible()
  await expect(page.getByText('Classic, as WordPress wrote before it had blocks.')).toBeVisible()
  await text.getByText('See you there.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Come early.\nThe door is open.')
  await keepPicture(page, 'classic')

  const source = page.getByRole('textbox', { name: /source/i })
  const readSource = async (): Promise<string> => {
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Source' }).click()
    const markup = await source.inputValue()
    await page.getByRole('button', { name: /^(Close|Back)/ }).click()
    return markup
  }
  expect(await readSource()).toBe(`${CLASSIC} Come early.\n\nThe door is open.`)

  await text.press('ControlOrMeta+End')
  await page.keyboard.type('\n/pull quote')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Open to all')
  await expect(page.getByText(/A pull quote has no place in a classic post.*stays\./)).toBeVisible()
  await keepPicture(page, 'classic-becomes-blocks')
  await page.getByRole('button', { name: 'Make blocks of it' }).click()
  await expect(page.getByText('The post is made of blocks now. Nothing was sent.')).toBeVisible()
  await expect(page.getByText('Classic, as WordPress wrote')).toBeHidden()
  const blocks = await readSource()
  expect(blocks).toContain(
    '<!-- wp:paragraph -->\n<p>The reading room opens at nine.<br>It closes at <em>five</em>.</p>',
  )
  expect(blocks).toContain('<!-- wp:shortcode -->\n[map address="Unter den Linden 1"]\n<!-- /wp:shortcode -->')
})
