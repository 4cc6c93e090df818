import type { Page } from '@playwright/test'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { connect, keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const REFUSED = { code: 'rest_comment_closed', message: 'Sorry, comments are closed.', data: { status: 403 } }

const on = eachOnWordpress()

/** The conversation as a person sees it, see keepPicture: full, Arabic, without a line, refused, with what may deceive, empty. */
test('the conversation in each of its states', async ({ openDesk, profile }) => {
  const ferryId = await post('What the oyster farmers told me')
  for (const [name, text] of [
    ['Lan', 'When does the ferry run in the rainy season, and does it still stop at the northern pier?'],
    ['Minh', 'My grandmother grew oysters there. Thank you for asking her neighbours.'],
    ['Thu', 'Is there a way to help?'],
  ] as const)
    await commentAsVisitor(on.site.url, { postId: ferryId, name, text })
  const arabicId = await post('مكتبة صغيرة في الحي')
  for (const [name, text] of [
    ['ليلى', 'متى تفتح المكتبة أبوابها يوم الجمعة؟ وهل يمكن للأطفال أن يستعيروا الكتب؟'],
    ['سامي', 'شكرًا على هذا النص. قرأته مع ابنتي، وسألتني: من اختار الكتب؟'],
  ] as const)
    await commentAsVisitor(on.site.url, { postId: arabicId, name, text })
  await commentAsVisitor(on.site.url, {
    postId: arabicId,
    name: 'Аmbassador Ilin',
    text: 'Please confirm at <a href="https://evil.example/x">mіnistry.example</a>, or by \u202Eelpmaxe.yrtsinim mail.',
  })
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.editor)
  await syncNow(page)
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await thread(page, /oyster/).click()
  await expect(page.getByRole('article', { name: /^Comment by/ }).first()).toBeVisible()
  await keepPicture(page, 'conversation-light')

  await thread(page, /مكتبة/).click()
  await expect(page.getByText('The name mixes letters of alphabets that look alike.')).toBeVisible()
  await keepPicture(page, 'conversation-arabic')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'conversation-arabic-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'conversation-mirrored')
  await turnInterface(page, 'Left to right')

  await on.line.cut()
  await syncNow(page)
  await page.getByRole('button', { name: 'Reply to ليلى' }).click()
  await page.getByRole('textbox', { name: /^Reply to ليلى/ }).fill('من التاسعة إلى الخامسة، والأطفال مرحب بهم.')
  await page.getByRole('button', { name: 'Send when there is a line' }).click()
  await page.getByRole('article', { name: 'Comment by سامي' }).press('h')
  await expect(page.getByRole('article', { name: 'Comment by سامي' })).toContainText('Will be held')
  const answer = page.getByRole('article').filter({ hasText: 'والأطفال مرحب بهم' })
  await keepPicture(page, 'conversation-offline')

  on.line.answerNext(
    { method: 'POST', pathContains: '/comments?' },
    { status: 403, headers: { 'content-type': 'application/json' }, body: JSON.stringify(REFUSED) },
  )
  await on.line.restore()
  await syncNow(page)
  await expect(answer).toContainText('Closed', { timeout: 60_000 })
  await expect(answer).toContainText('Comments on this post are closed. Ask for them to be opened')
  await keepPicture(page, 'conversation-refused')
  await page.setViewportSize({ width: 900, height: 700 })
  await keepPicture(page, 'conversation-narrow')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'conversation-200-percent')
  await answer.getByRole('button', { name: 'Keep as a draft: reply to ليلى' }).click()
  await expect(page.getByRole('textbox', { name: /^Reply to ليلى/ })).toContainText('والأطفال مرحب بهم')
  await expect(page.getByRole('article').filter({ hasText: 'Closed' })).toHaveCount(0)
})

test('a conversation that nobody has begun', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.contributor)
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await keepPicture(page, 'conversation-empty')
})

const thread = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name }).first()

const post = async (title: string): Promise<number> =>
  Number(
    await on.site.php(
      `echo wp_insert_post(['post_title' => '${title}', 'post_content' => '<p>…</p>', 'post_status' => 'publish', 'post_author' => ${on.site.users.editor.id}]);`,
    ),
  )
