import { connectedPractice } from '../support/connected-practice.ts'
import { fillWithPosts } from '../support/fill-with-posts.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** One sentence is looked for among 10,000 posts, by the keyboard alone, from the middle of another text. */
test('find in 10,000 posts', async ({ openDesk, profile }) => {
  const blogId = await connectedPractice(profile)
  fillWithPosts(profile, blogId, 10_000, 'the oyster farmers of Đồng Tháp')
  const { page } = await openDesk(profile, { colorScheme: 'light' })

  await expect(page.getByRole('button', { name: /^Find a post/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Find a post/ })
  await expect(field).toBeFocused()
  await expect(page.getByText(/The index is still filling/)).toBeVisible()
  await keepPicture(page, 'search-filling')
  await expect(page.getByText(/The index is still filling/)).toBeHidden({ timeout: 90_000 })

  await page.keyboard.type('oyster dong thap')
  const found = page.getByRole('listbox', { name: 'Found' })
  await expect(found.getByRole('option')).toHaveCount(1)
  await expect(found.locator('mark')).toHaveText(['oyster', 'Đồng', 'Tháp'])
  // The mark of an option that is gone moves on with the next frame.
  await expect.poll(() => field.evaluate(pointsAtSomething)).toBe(true)
  await keepPicture(page, 'search-found')

  await page.keyboard.press('Enter')
  await expect(found).toBeHidden()
  const words = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(words).toBeFocused()
  expect(await page.evaluate(() => String(document.getSelection()))).toBe('oyster')
  await expect(words.getByText(/oyster farmers/)).toBeInViewport()
  await keepPicture(page, 'search-opened')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('visa')
  await expect(found.getByRole('option', { name: /Show more of 1,000 or more posts/ })).toBeVisible()
  await keepPicture(page, 'search-many')
  await page.keyboard.press('Escape')
  await expect(words).toBeFocused()

  await test.step('what can be done with the open post is found by its name, and its key in the sheet', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('history of')
    await expect(found.getByRole('option').first()).toHaveText('History of this post')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Control+/')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await keepPicture(page, 'shortcuts')
    await page.keyboard.type('paper')
    await expect(sheet.getByRole('definition')).toHaveText(['F9'])
    await page.keyboard.press('Control+/')
    await expect(sheet).toBeHidden()
    await page.keyboard.press('F9')
    await expect(page.getByRole('button', { name: /^Back to the desk/ })).toBeVisible()
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    await page.keyboard.press('?')
    await expect(sheet).toBeVisible()
  })
})

function pointsAtSomething(field: Element): boolean {
  const id = field.getAttribute('aria-activedescendant')
  return id === null || document.getElementById(id) !== null
}
