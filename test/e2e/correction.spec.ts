import { holdBack, keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** A reader finds a mistake: the post is mended, says so, and the reader is answered with its link, in one go and in that order. */
test('from a comment to the corrected post and its answer', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  const { letGo } = await holdBack(page, 'settings.set')
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('link', { name: /^Conversation/ }).click()
  // Connecting ends only now; who went elsewhere meanwhile stays there.
  await letGo()
  await page
    .getByRole('region', { name: 'Conversations' })
    .getByRole('link', { name: /We gave you the wrong bus/ })
    .click()
  const comment = page
    .getByRole('article', { name: /^Comment by/ })
    .filter({ hasText: 'Unanswered' })
    .first()
  const name = ((await comment.getAttribute('aria-label')) ?? '').replace('Comment by ', '')
  await comment.focus()
  await comment.press('c')

  const strip = page.getByRole('region', { name: `Correction after what ${name} wrote` })
  await expect(strip.getByText('Correct the text')).toBeVisible()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.getByText('Bus 45 or 51').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' On Sundays only 45 runs.')
  await strip.getByRole('button', { name: 'Say so in a dated note' }).click()
  // Pressed again it is the same note.
  await strip.getByRole('button', { name: 'Say so in a dated note' }).click()
  await page.keyboard.type('the Sundays are in the list.')
  await expect(text.locator('.update-note')).toHaveCount(1)
  await expect(text.locator('.update-note').last()).toHaveText(/^Update, .*: the Sundays are in the list\.$/)
  await expect(strip.getByText('Done: Say so in a dated note')).toBeVisible()
  await keepPicture(page, 'correction')

  await page.getByRole('button', { name: 'Update…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Update', exact: true }).click()
  await expect(strip.getByText('The post is in the outbox')).toBeVisible()
  await strip.getByRole('button', { name: `Answer ${name} with the link` }).click()
  const answer = page.getByRole('textbox', { name: `Reply to ${name}` })
  await expect(answer).toHaveText(/^Thank you, .*The post is corrected: http/)
  await expect(answer).toBeFocused()
  await expect(page.getByText('an answer written now goes behind it')).toBeVisible()
  await keepPicture(page, 'correction-answer')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()

  await page.getByRole('link', { name: /^Outbox/ }).click()
  const sent = page.getByRole('list', { name: 'Sent' })
  await expect(sent.getByText(/We gave you the wrong bus/)).toBeVisible({ timeout: 60_000 })
  await expect(sent.getByText(/The post is corrected/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: /^Writing/ }).click()
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /We gave you the wrong bus/ })
    .click()
  await expect(text).toBeVisible()
  await expect(strip).toHaveCount(0)
})
