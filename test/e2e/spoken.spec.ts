import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillDesk } from './full-desk.ts'
import { expect, test } from './open-desk-window.ts'
import { listenTo } from './spoken.ts'

const TRANSCRIPT = join(import.meta.dirname, 'spoken-conversation.txt')

/** The conversation by ear alone. What is heard is read as a text, and is one: `spoken-conversation.txt`. */
test('who does not see the screen hears where they are, what stands there and what came of each key', async ({
  openDesk,
  profile,
}) => {
  await fillDesk(profile)
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await expect(page.getByRole('button', { name: /^Line: Line open/ })).toBeVisible()
  const comment = page.getByRole('article', { name: /^Comment by/ })
  const notice = page.locator('output.notice')
  const speech = await listenTo(page)
  const hasFound = async (name: string): Promise<void> => {
    await expect(page.getByRole('status').filter({ hasText: '1 action' })).toBeVisible()
    const option = page.getByRole('option', { name })
    await expect(option).toHaveAttribute('data-focused', 'true')
    // What is said is the line that is marked, some time after the last key; not one that was marked for fewer letters.
    const field = page.getByRole('combobox', { name: /^Find a post/ })
    await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? 'none')
  }

  await speech.press('Control+k', () => expect(page.getByRole('option').first()).toBeVisible())
  await speech.type('conv', () => hasFound('Go to the conversation'))
  await speech.press('Enter', () => expect(page.getByRole('heading', { name: 'Conversation' })).toBeFocused())
  await expect(comment.first()).toBeVisible()
  await speech.press('F6')
  await speech.press('j')
  await speech.press('j')
  await speech.press('r', () => expect(page.getByRole('textbox', { name: /^Reply to/ })).toBeFocused())
  await speech.type('Thank you.')
  await speech.press('Control+Enter', async () => {
    await expect(notice).toContainText('Your reply to')
    await expect(comment.nth(2)).not.toContainText('Unanswered')
    await expect(comment.nth(2)).toBeFocused()
  })
  await speech.press('h', () => expect(notice).toContainText('will be held'))
  await speech.press('Tab')
  await speech.press('Tab')
  await speech.press('Shift+Tab')
  await speech.press('z', () => expect(notice).not.toContainText('will be held'))

  await speech.press('Control+k', () => expect(page.getByRole('option').first()).toBeVisible())
  await speech.type('outbox', () => hasFound('Go to the outbox'))
  await speech.press('Enter', () => expect(page.getByRole('heading', { name: 'Outbox' })).toBeFocused())

  // When a comment is no longer new is for the clock to say.
  const heard = speech.transcript().replaceAll(/article, (?:New : |: )?(?=Then|Box|It)/g, 'article, New : ')
  if (process.env['ATTACHE_WRITE_TRANSCRIPT'] === '1') await writeFile(TRANSCRIPT, heard)
  expect(heard).toBe(await readFile(TRANSCRIPT, 'utf8'))
})
