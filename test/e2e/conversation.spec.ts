import type { Page } from '@playwright/test'
import { connect, keepPicture, syncNow } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const NAMES = ['Lan', 'Minh', 'Thu', 'Huong', 'Duc', 'Quang', 'Mai', 'Hoa']

const on = eachOnWordpress()

test('read without a line, three answered and five moderated, then all of it on the blog once', async ({
  openDesk,
  profile,
}) => {
  const postId = Number(
    await on.site.php(
      `echo wp_insert_post(['post_title' => 'Questions from the delta', 'post_content' => '<p>Ask.</p>', 'post_status' => 'publish', 'post_author' => get_user_by('login', '${on.site.users.editor.userName}')->ID]);`,
    ),
  )
  // Past the blog's own brake on people who write quickly.
  await on.site.php(
    `foreach (json_decode('${JSON.stringify(NAMES)}') as $at => $name) { wp_insert_comment(['comment_post_ID' => ${postId}, 'comment_author' => $name, 'comment_author_email' => "$name@reader.example", 'comment_content' => "A question of $name: when does the rain come?", 'comment_approved' => 1, 'comment_date' => get_date_from_gmt(gmdate('Y-m-d H:i:s', time() - 3600 + $at)), 'comment_date_gmt' => gmdate('Y-m-d H:i:s', time() - 3600 + $at)]); }`,
  )
  // Already with the spam when the desk comes.
  await on.site.php(
    `wp_insert_comment(['comment_post_ID' => ${postId}, 'comment_author' => 'Chi', 'comment_content' => 'Not spam at all: thank you.', 'comment_approved' => 'spam']);`,
  )
  const desk = await openDesk(profile)
  const { page } = desk
  await connect(page, on.line.url, on.site.users.editor)
  await syncNow(page)
  await on.line.cut()
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await expect(commentBy(page, 'Hoa')).toBeVisible()

  for (const name of ['Lan', 'Minh', 'Thu']) await answer(page, name)
  await decide(page, 'Huong', 'h', 'Will be held')
  await decide(page, 'Duc', 's', 'Goes to the spam')
  await decide(page, 'Quang', 'Delete', 'Goes to the trash')
  await decide(page, 'Mai', 's', 'Goes to the spam')
  await decide(page, 'Hoa', 'h', 'Will be held')
  // A second thought, and a key for the next comment.
  await commentBy(page, 'Mai').press('a')
  await expect(commentBy(page, 'Mai')).not.toContainText('Goes to the spam')
  await commentBy(page, 'Mai').press('j')
  await expect(commentBy(page, 'Hoa')).toBeFocused()
  await commentBy(page, 'Hoa').press('f')
  await expect(commentBy(page, 'Hoa')).toContainText('Flagged')
  await keepPicture(page, 'conversation-decided')
  // Several at once, and one undo for all of them.
  await commentBy(page, 'Huong').focus()
  for (const key of ['Shift+J', 'Shift+J', 'a']) await page.keyboard.press(key)
  await expect(page.getByText('3 comments will be approved.')).toBeVisible()
  await expect(commentBy(page, 'Duc')).not.toContainText('Goes to the spam')
  await page.keyboard.press('z')
  await expect(commentBy(page, 'Huong')).toContainText('Will be held')
  await expect(commentBy(page, 'Duc')).toContainText('Goes to the spam')
  await expect(commentBy(page, 'Quang')).toContainText('Goes to the trash')
  await page.getByRole('radio', { name: /^Held/ }).click()
  await expect(page.getByRole('article', { name: /^Comment by/ }).first()).toHaveAccessibleName('Comment by Huong')
  await page.getByRole('radio', { name: /^All/ }).click()

  await on.line.restore()
  const states = async (): Promise<Record<string, string>> =>
    JSON.parse(
      await on.site.php(
        `$states = []; foreach (get_comments(['post_id' => ${postId}, 'status' => 'any']) as $c) { $states[$c->comment_author . ($c->comment_parent ? ' > ' . get_comment($c->comment_parent)->comment_author : '')][] = wp_get_comment_status($c); } foreach (get_comments(['post_id' => ${postId}, 'status' => 'trash']) as $c) { $states[$c->comment_author][] = 'trash'; } foreach (get_comments(['post_id' => ${postId}, 'status' => 'spam']) as $c) { $states[$c->comment_author][] = 'spam'; } echo json_encode(array_map(fn($each) => implode(' ', array_unique($each)), $states));`,
      ),
    ) as Record<string, string>
  const own = on.site.users.editor.displayName
  await expect
    .poll(
      async () => {
        await syncNow(page)
        return states()
      },
      { timeout: 120_000 },
    )
    .toEqual({
      Lan: 'approved',
      Minh: 'approved',
      Thu: 'approved',
      Huong: 'unapproved',
      Duc: 'spam',
      Quang: 'trash',
      Mai: 'approved',
      Hoa: 'unapproved',
      Chi: 'spam',
      [`${own} > Lan`]: 'approved',
      [`${own} > Minh`]: 'approved',
      [`${own} > Thu`]: 'approved',
    })
  await expect(commentBy(page, 'Duc')).toHaveCount(0)

  // The blog is asked for its spam, and one of it comes back.
  await page.getByRole('link', { name: 'Spam', exact: true }).click()
  await expect(commentBy(page, 'Duc')).toBeVisible()
  await expect(commentBy(page, 'Chi')).toBeVisible()
  await keepPicture(page, 'conversation-spam')
  await decide(page, 'Chi', 'a', 'Will be approved')
  await expect
    .poll(async () => {
      await syncNow(page)
      return (await states())['Chi']
    })
    .toBe('approved')
  await expect(commentBy(page, 'Chi')).toHaveCount(0)
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click()
  await expect(commentBy(page, 'Chi')).toBeVisible()

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /answered within/ }).click()
  await page.getByRole('option', { name: '2 working days' }).click()
  await page.getByRole('button', { name: /A second look at replies/ }).click()
  await page.getByRole('option', { name: 'It stays until I have looked at it again' }).click()
  for (const quiet of ['Stay quiet at night', 'Stay quiet on the days on which the house is closed']) {
    await page.getByText(quiet, { exact: true }).click()
    await expect(page.getByRole('checkbox', { name: quiet })).not.toBeChecked()
  }
  await saveReply(page, 'The season', 'Thank you, {name}. In {month}.')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(commentBy(page, 'Hoa')).toContainText('Answer by ')
  await expect(commentBy(page, 'Lan')).not.toContainText('Answer by ')

  // What is said again and again, with a place that only the person can fill, and a second look before it goes.
  await commentBy(page, 'Chi').press('r')
  const box = page.getByRole('textbox', { name: /^Reply to Chi/ })
  await box.press('Control+;')
  await page.getByRole('menuitem', { name: /^The season/ }).click()
  await expect(box).toHaveText('Thank you, Chi. In {month}.')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByText('This is still to be filled: {month}.')).toBeVisible()
  await box.press('Control+End')
  for (let left = '{month}.'.length; left > 0; left -= 1) await box.press('Backspace')
  await box.pressSequentially('March.')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByText('Your reply to Chi stays in the outbox until you have looked at it again.')).toBeVisible()
  await syncNow(page)
  expect((await states())[`${own} > Chi`]).toBeUndefined()
  await page.getByRole('link', { name: /^Outbox/ }).click()
  const held = page.getByRole('article', { name: /^Reply: Chi/ })
  await expect(held).toContainText('Thank you, Chi. In March.')
  await held.getByRole('button', { name: 'Let it go' }).click()
  await expect
    .poll(async () => {
      await syncNow(page)
      return (await states())[`${own} > Chi`]
    })
    .toBe('approved')

  // Nobody is at the desk when somebody writes: the browser says so and nothing of it, and leads there.
  await lookAway(page)
  await on.site.php(
    `wp_insert_comment(['comment_post_ID' => ${postId}, 'comment_author' => 'Nga', 'comment_content' => 'Between us: when?', 'comment_approved' => 1]);`,
  )
  await syncNow(page)
  await expect.poll(() => told(page)).toEqual([expect.stringMatching(/^A new comment on /)])
  expect((await told(page)).join()).not.toMatch(/Nga|Between us/)
  await page.evaluate(() => (window as unknown as Away).notices[0]?.dispatchEvent(new Event('click')))
  await expect(page.getByRole('region', { name: 'Comments on Questions from the delta' })).toBeVisible()

  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'conversation-dark')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'conversation-enlarged')
})

interface Away {
  notices: Notification[]
}

/** As if the person were at another window; what the browser shows is kept to be looked at. */
async function lookAway(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin: new URL(page.url()).origin })
  await page.evaluate(() => {
    const notices: Notification[] = []
    Object.assign(window, { notices })
    document.hasFocus = () => false
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        notices.push(this)
      }
    }
  })
}

const told = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Away).notices.map(({ title, body }) => `${title} ${body}`.trim()))

async function saveReply(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Saved replies…' }).click()
  await page.getByRole('button', { name: 'New saved reply…' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'Words of the saved reply' }).fill(words)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Saved replies' })).toContainText(name)
  await page.getByRole('button', { name: 'Done', exact: true }).last().click()
}

const commentBy = (page: Page, name: string) => page.getByRole('article', { name: `Comment by ${name}`, exact: true })

async function answer(page: Page, name: string): Promise<void> {
  await commentBy(page, name).focus()
  await commentBy(page, name).press('r')
  const box = page.getByRole('textbox', { name: new RegExp(`^Reply to ${name}`) })
  await box.fill(`In March, ${name}. Shall we hope?`)
  await page
    .getByRole('button', { name: 'Send when there is a line' })
    .or(page.getByRole('button', { name: 'Reply', exact: true }))
    .click()
  await expect(page.getByText(`In March, ${name}. Shall we hope?`).first()).toBeVisible()
}

async function decide(page: Page, name: string, key: string, words: string): Promise<void> {
  await commentBy(page, name).focus()
  await commentBy(page, name).press(key)
  await expect(commentBy(page, name)).toContainText(words)
}
