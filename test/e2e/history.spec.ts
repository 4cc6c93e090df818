import type { Page } from '@playwright/test'
import { markupToDocument } from '../../src/shared/content/markup-to-document.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { connectedPractice } from '../support/connected-practice.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** Written yesterday, spoilt today, brought back, and what is of no use any more thrown away. */
test('restore yesterday’s version', async ({ openDesk: openWindow, profile }) => {
  const blogId = await connectedPractice(profile)
  const yesterday = openDesk(profile, { clock: createManualClock(new Date(Date.now() - 24 * 3_600_000).toISOString()) })
  await write(
    yesterday,
    blogId,
    'The ferry at Can Tho',
    'The ferry leaves at six, whether the minister is on it or not.',
    'Nobody has ever seen it wait.',
  )
  await write(yesterday, blogId, 'Of no use', 'Words.')
  await yesterday.close()

  const { page } = await openWindow(profile, { colorScheme: 'light' })
  await openPost(page, 'The ferry at Can Tho')
  const words = page.getByRole('textbox', { name: 'Text of the post' })
  await words.press('ControlOrMeta+a')
  await page.keyboard.type('The ferry leaves when it is full.')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  const versions = page.getByRole('list', { name: 'Versions' })
  const day = versions.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Yesterday' }) })
  await keepPicture(page, 'history')
  await day.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: /^Version of/ })
  await dialog.getByRole('button', { name: /Compared with/ }).click()
  await page.getByRole('option').first().press('Enter')
  await expect(dialog.locator('ins').filter({ hasText: 'minister' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name of this version' }).fill('As the ministry knows it')
  await keepPicture(page, 'history-compared')
  await dialog.getByRole('radio', { name: 'Side by side' }).check({ force: true })
  await expect(dialog.getByRole('region', { name: 'Before' })).toContainText('The ferry leaves')
  await keepPicture(page, 'history-side-by-side')

  await dialog.getByRole('button', { name: 'Bring this version back' }).click()
  await expect(words).toContainText('whether the minister is on it or not')
  await expect(page.getByText(/What was there is in the history/)).toBeVisible()
  await expect(versions.getByText('Brought back')).toBeVisible()
  await expect(versions.getByText('As the ministry knows it')).toBeVisible()

  await throwAway(page, 'Of no use')
})

async function write(desk: TestDesk, blogId: BlogId, title: string, ...texts: string[]): Promise<void> {
  const { id: postId } = await desk.mutate('posts', 'create', { blogId })
  const document = markupToDocument(
    texts.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n'),
  )
  const fields = { excerpt: '', language: 'en', direction: 'ltr', caret: null } as const
  await desk.mutate('posts', 'edit', { ...fields, postId, sequence: 1, title, document, categoryIds: [], tags: [] })
  await desk.mutate('posts', 'flush', { postId })
}

async function openPost(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: new RegExp(name) })
    .click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(name)
}

async function throwAway(page: Page, name: string): Promise<void> {
  await openPost(page, name)
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Put into the trash' }).click()
  await page.getByRole('button', { name: /^All posts/ }).click()
  await page.getByRole('option', { name: /In the trash/ }).click()
  await expect(page.getByText('30 days left')).toBeVisible()
  await keepPicture(page, 'trash')
  await page.getByRole('button', { name: `Delete now: ${name}` }).click()
  await expect(page.getByRole('dialog', { name: 'Delete this post for good?' })).toContainText(name)
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('No post is in this state.')).toBeVisible()
}
