import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { connect, keepPicture, keepPictureElsewhere, syncNow } from './at-the-desk.ts'
import { banner, conclude, fillAsking, goTo, line, noteOn, openReview, text } from './at-the-review-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const on = eachOnWordpress()

/** What a desk did not hear in the round that was asked for comes with the next one. */
const A_ROUND = { timeout: 90_000 }

test.describe.configure({ timeout: 300_000 })

/**
 * An author and an editor with a desk each, on one blog; and a colleague who only has the blog's own editor. Nothing but the blog
 * is between them.
 */
test('a draft is reviewed through the blog, and its notes are those of the blog’s own editor', async ({
  openDesk,
  profile,
  browser,
}) => {
  const { page: anna } = await openDesk(join(profile, 'anna'), { colorScheme: 'light' })
  const { page: lan } = await openDesk(join(profile, 'lan'), { colorScheme: 'light' })
  await connect(anna, on.line.url, on.site.users.author)
  await connect(lan, on.line.url, on.site.users.editor)

  await test.step('Anna asks through the blog', async () => {
    await anna.getByRole('button', { name: 'New post', exact: true }).first().click()
    await anna.getByRole('textbox', { name: 'Title' }).fill('The ferry at Can Tho')
    await text(anna).focus()
    await anna.keyboard.type('It leaves at six.')
    await anna.keyboard.press('Enter')
    await anna.keyboard.type('Nobody has seen it wait.')
    await anna.getByRole('tab', { name: /^Before you publish/ }).click()
    await anna.getByRole('button', { name: 'Ask for review…' }).first().click()
    await anna.getByRole('dialog').getByText('Through the blog', { exact: true }).click()
    await keepPicture(anna, 'review-ask-through-blog')
    await fillAsking(anna, { of: 'Lan', by: '', lookAt: 'Is the hour right?', name: 'Anna Weiss' })
    await sent(anna)
  })

  await test.step('Lan reads it on a train, suggests, notes and sends back', async () => {
    await syncNow(lan)
    await on.line.cut()
    await goTo(lan, 'Review')
    await openReview(lan, /The ferry at Can Tho/)
    await expect(line(lan)).toContainText('Is the hour right?')
    await expect(line(lan)).toContainText('Through the blog')
    await text(lan).focus()
    await lan.keyboard.press('Control+Home')
    await lan.keyboard.press('Control+Shift+ArrowRight')
    await lan.keyboard.type('The boat ')
    await expect(lan.locator('.post-text del')).toBeVisible()
    await lan.keyboard.press('Control+End')
    await lan.keyboard.press('Control+Shift+ArrowLeft')
    await lan.getByRole('tab', { name: /^Notes/ }).click()
    await noteOn(lan, 'Who says so?')
    await conclude(lan, 'Send back', 'Nearly.')
    await expect(line(lan)).toContainText('Sent back')
    await keepPicture(lan, 'review-through-blog')
    await on.line.restore()
    await sent(lan)
  })

  await test.step('Anna takes what Lan proposes, answers, and asks again', async () => {
    await syncNow(anna)
    await goTo(anna, 'Review')
    await openReview(anna, /The ferry at Can Tho/)
    await expect(line(anna)).toContainText('Nearly.', A_ROUND)
    await anna.getByRole('button', { name: /^Take: .*The boat/ }).click()
    await anna.getByRole('tab', { name: /^Notes/ }).click()
    await anna.getByRole('button', { name: 'Answer' }).click()
    await anna.getByRole('textbox', { name: /^Answer/ }).fill('The pilot.')
    await anna.getByRole('button', { name: 'Answer', exact: true }).last().click()
    await anna.getByRole('link', { name: 'Open the post' }).click()
    await expect(text(anna)).toContainText('The boat leaves at six.')
    await banner(anna).getByRole('button', { name: 'Ask again…' }).click()
    await expect(anna.getByRole('radio', { name: /^Through the blog/ })).toBeChecked()
    await fillAsking(anna, { of: 'Lan', by: '', lookAt: 'Now?', name: 'Anna Weiss' })
    await sent(anna)
  })

  await test.step('a colleague finds the note on its block in the blog’s own editor, and writes another there', async () => {
    const editor = await openInBlockEditor(browser)
    await editor.getByRole('button', { name: 'All notes' }).click()
    const notes = editor.getByRole('region', { name: 'Editor settings' })
    await expect(notes).toContainText('Who says so?')
    await expect(notes).toContainText('The pilot.')
    await editor.frameLocator('iframe[name="editor-canvas"]').getByText('The boat leaves at six.').click()
    await editor.keyboard.press('Control+Alt+m')
    await editor.keyboard.type('Say in which month.')
    await editor.getByRole('button', { name: 'Add note' }).click()
    await expect(editor.getByRole('button', { name: 'Add note' })).toHaveCount(0)
    await expect(notes).toContainText('Say in which month.')
    await keepPictureElsewhere(editor, 'review-notes-in-wp-admin')
    await editor.keyboard.press('Control+s')
    await expect.poll(pendingContent).toMatch(/noteId[^]*noteId/)
    // The post was saved since Anna asked: the blog throws away what lies beside it when it is opened there, and did so before if both came in one second.
    await editor.reload()
    expect(Number(await lettersBeside())).toBeLessThan(2)
    await editor.context().close()
  })

  await test.step('Lan finds it on its passage, and what Anna asks, and approves', async () => {
    await syncNow(anna)
    await expect.poll(() => lettersBeside(on.site.users.author.userName), A_ROUND).toBe('1')
    await syncNow(lan)
    await goTo(lan, 'Review')
    await openReview(lan, /The ferry at Can Tho/)
    await expect(line(lan)).toContainText('Now?', A_ROUND)
    await lan.getByRole('tab', { name: /^Notes/ }).click()
    const notes = lan.getByRole('list', { name: 'Notes' })
    await expect(notes).toContainText('Say in which month.')
    await expect(notes).toContainText('The boat leaves at six.')
    await keepPicture(lan, 'review-notes-from-wp-admin')
    await conclude(lan, 'Approve', 'Go.')
    await sent(lan)
  })

  await test.step('Anna has the seal', async () => {
    await syncNow(anna)
    await goTo(anna, 'Review')
    await openReview(anna, /The ferry at Can Tho/)
    await expect(line(anna)).toContainText('Approved, sealed', A_ROUND)
    await anna.getByRole('tab', { name: /^Notes/ }).click()
    await expect(anna.getByRole('list', { name: 'Notes' })).toContainText('Say in which month.')
    await keepPicture(anna, 'review-approved-through-blog')
  })
})

/** Of one account, or of all. */
const lettersBeside = (userName = ''): Promise<string> =>
  on.site.php(`global $wpdb;
    $whose = '${userName}' === '' ? '' : ' AND post_author = ' . get_user_by('login', '${userName}')->ID;
    echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'revision' AND post_content LIKE '%attache/review%'" . $whose);`)

const pendingContent = (): Promise<string> =>
  on.site.php(`echo get_posts(['post_status' => 'pending'])[0]->post_content;`)

/** Signed in as somebody who has no desk, with the post that waits for a review open. */
async function openInBlockEditor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const { userName, password } = on.site.users.administrator
  await page.goto(`${on.site.url}/wp-login.php`)
  await page.locator('#user_login').fill(userName)
  await page.locator('#user_pass').fill(password)
  await page.locator('#wp-submit').click()
  await page.waitForURL(/wp-admin/)
  const id = await on.site.php(`
    update_user_meta(get_user_by('login', '${userName}')->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences',
      ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);
    echo get_posts(['post_status' => 'pending'])[0]->ID;`)
  await page.goto(`${on.site.url}/wp-admin/post.php?post=${id.trim()}&action=edit`)
  await page.frameLocator('iframe[name="editor-canvas"]').getByText('The boat leaves at six.').waitFor()
  return page
}

/** What waits goes, once it can no longer be undone: the pill says of nothing that it waits. */
async function sent(page: Page): Promise<void> {
  const pill = page.getByRole('button', { name: /^Line:/ })
  await expect(pill).toHaveAccessibleName(/waits?$/)
  await expect(pill).toHaveAccessibleName('Line: Line open', { timeout: 60_000 })
}
