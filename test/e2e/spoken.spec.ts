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
  const speech = await listenTo(page)

  await speech.press('Control+k', () => expect(page.getByRole('option').first()).toBeVisible())
  await speech.type('conv', () => expect(page.getByRole('option')).toHaveCount(1))
  await speech.press('Enter', () => expect(comment.first()).toBeVisible())
  await speech.press('F6')
  await speech.press('F6')
  await speech.press('F6')
  await speech.press('F6')
  await speech.press('j')
  await speech.press('j')
  await speech.press('Tab')
  await speech.press('Tab')
  await speech.press('Tab')
  await speech.press('Tab')
  console.log(speech.transcript())
  await speech.press('r', () => expect(page.getByRole('textbox', { name: /^Reply to/ })).toBeFocused())
  await speech.type('Thank you.')
  await speech.press('Control+Enter', () => expect(page.getByText(/^Your reply to/)).toBeVisible())
  await speech.press('h', () => expect(page.getByText('Will be held')).toBeVisible())
  await speech.press('z', () => expect(page.getByText('Will be held')).toHaveCount(0))

  const heard = speech.transcript().replaceAll(/\b\d{1,2}:\d\d\b/g, 'HH:MM')
  if (process.env['ATTACHE_WRITE_TRANSCRIPT'] === '1') await writeFile(TRANSCRIPT, heard)
  expect(heard).toBe(await readFile(TRANSCRIPT, 'utf8'))
})
