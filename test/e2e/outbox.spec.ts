import type { Page } from '@playwright/test'
import { startFaultyLine } from '../support/fault-proxy-line.ts'
import { holdPosts } from '../support/held-posts.ts'
import { openDesk as openCore } from '../support/open-desk.ts'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { connect, keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'
import { noisyPng } from './png.ts'

/** More bytes than the buffers of a connection on one machine swallow at once. */
const LARGE_PICTURE = noisyPng(2000, 2000)
const QUESTION = 'When does the next boat leave?'

test.describe('on a real blog', () => {
  const on = eachOnWordpress()
  let commentedId: number

  test.beforeEach(async () => {
    commentedId = Number(
      await on.site.php(
        `echo wp_insert_post(['post_title' => 'Two boats', 'post_status' => 'publish', 'post_author' => ${on.site.users.author.id}, 'post_content' => '<!-- wp:paragraph --><p>At six.</p><!-- /wp:paragraph -->']);`,
      ),
    )
    await commentAsVisitor(on.site.url, { postId: commentedId, name: 'Lan', text: QUESTION })
  })

  test('kept, moved, changed, discarded, let go, and proved by a receipt', async ({ openDesk, profile }) => {
    const desk = await openDesk(profile, { permissions: ['clipboard-read', 'clipboard-write'] })
    const { page } = desk
    await connect(page, on.line.url, on.site.users.author)
    await syncNow(page)
    await on.line.cut()
    await syncNow(page)
    for (const title of ['The first boat', 'The second boat', 'The third boat']) await publish(page, title)
    await reply(page, 'On Thursday at six.')
    await page.getByRole('link', { name: /^Outbox/ }).click()
    await expect(page.getByText('There is no line to the blog.').first()).toBeVisible()
    await expect
      .poll(() => waiting(page))
      .toEqual([
        'Post: The first boat',
        'Post: The second boat',
        'Post: The third boat',
        'Reply: Lan: On Thursday at six.',
      ])
    await keepPicture(page, 'outbox-waiting')

    await choose(page, 'The second boat', 'Keep here until I say')
    await expect(page.getByRole('article', { name: /The second boat/ }).getByText('Kept here')).toBeVisible()

    const handle = page.getByRole('button', { name: /^Place of “The third boat”/ })
    await handle.focus()
    await page.keyboard.press('ArrowUp')
    await expect(handle).toHaveAccessibleName(/: 2 of 4/)
    await page.keyboard.press('Alt+ArrowUp')
    await expect(handle).toHaveAccessibleName(/: 1 of 4/)
    await expect(page.getByText('“The third boat” is now number 1 of 4.')).toBeAttached()
    await page.keyboard.press('ArrowDown')
    await expect(handle).toHaveAccessibleName(/: 2 of 4/)
    await expect(handle).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(handle).toHaveAccessibleName(/: 1 of 4/)

    await choose(page, 'On Thursday at six.', 'Change the reply…')
    await page.getByRole('textbox', { name: 'Your reply' }).fill('On Friday at seven.')
    await keepPicture(page, 'outbox-change-a-reply')
    await page.getByRole('button', { name: 'Use these words' }).click()
    await expect(page.getByRole('article', { name: /^Reply: Lan: On Friday/ })).toBeVisible()

    await choose(page, 'The first boat', 'Take back')
    await expect(page.getByText('It is not sent, and the pictures that only it shows are not either.')).toBeVisible()
    await expect
      .poll(() => waiting(page))
      .toEqual(['Post: The third boat', 'Post: The second boat', 'Reply: Lan: On Friday at seven.'])

    await on.line.restore()
    await syncNow(page)
    const sent = page.getByRole('list', { name: 'Sent' })
    await expect(sent.getByRole('article', { name: /On Friday at seven/ })).toBeVisible({ timeout: 60_000 })
    await expect(sent.getByRole('article', { name: /The third boat/ })).toBeVisible({ timeout: 60_000 })
    expect(await titlesOnSite()).toEqual(['The third boat', 'Two boats'])
    expect(await repliesOnSite()).toEqual(['On Friday at seven.'])

    await page.getByRole('button', { name: 'Let it go' }).click()
    await expect(sent.getByRole('article', { name: /The second boat/ })).toBeVisible({ timeout: 60_000 })
    expect(await titlesOnSite()).toEqual(['The second boat', 'The third boat', 'Two boats'])

    await page.getByRole('button', { name: 'Receipt for “The second boat”' }).click()
    const receipt = page.getByRole('dialog', { name: 'Receipt' })
    await expect(receipt.getByText('Read back from the site after sending. It is public.')).toBeVisible()
    await expect(receipt.getByRole('link')).toHaveAttribute('href', /the-second-boat/)
    await expect(receipt.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await receipt.getByRole('button', { name: 'Copy' }).click()
    await expect(receipt.getByText('The receipt is on the clipboard.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^Post: The second boat\nAddress: http.*the-second-boat/)
    await keepPicture(page, 'outbox-receipt')
    await receipt.getByRole('button', { name: 'Close' }).click()

    await page.getByText(/^Taken back \(1\)/).click()
    await expect(page.getByRole('list', { name: 'Taken back' }).getByText('On Thursday at six.')).toBeVisible()
    await page.getByRole('button', { name: /^Use again/ }).click()
    await expect(page.getByRole('textbox', { name: 'Reply to Lan' })).toHaveText('On Thursday at six.')
  })

  test('a picture on a slow line says how much of it is sent, is stopped, and arrives once after all', async ({
    openDesk,
    profile,
  }) => {
    const slow = await startFaultyLine({ target: on.site.url })
    try {
      const { page } = await openDesk(profile)
      await connect(page, slow.url, on.site.users.author)
      slow.shape({ bytesPerSecond: 400_000 })
      await page.getByRole('button', { name: 'New post', exact: true }).click()
      await page.getByRole('textbox', { name: 'Title' }).fill('The long ferry')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Add a picture' }).click()
      await (await chooser).setFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: LARGE_PICTURE })
      await page.getByRole('textbox', { name: /description|describe/i }).fill('A ferry')
      await page.getByRole('button', { name: 'Publish…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
      await page.getByRole('link', { name: /^Outbox/ }).click()
      const picture = page.getByRole('article', { name: 'Picture: ferry.png' })
      await expect(picture.getByRole('progressbar', { name: 'Sending' })).toBeVisible()
      await expect(picture.getByText(/^\d+(\.\d)? [KM]B of 16\.0 MB sent\.$/)).toBeVisible()
      await keepPicture(page, 'outbox-sending')
      await picture.getByRole('button', { name: 'Stop' }).click()
      await expect(picture.getByText('Stopping')).toBeVisible()
      await expect(picture.getByText('The desk is checking whether it has arrived.')).toBeVisible()
      await keepPicture(page, 'outbox-stopping')
      slow.shape({})
      await picture.getByRole('button', { name: 'Send after all' }).click()
      await expect(page.getByRole('list', { name: 'Sent' }).getByRole('article', { name: /long ferry/ })).toBeVisible({
        timeout: 90_000,
      })
      const library = await on.site.php(
        `echo json_encode(array_map(fn($file) => filesize(get_attached_file($file->ID)), get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'numberposts' => -1])));`,
      )
      expect(JSON.parse(library)).toEqual([LARGE_PICTURE.byteLength])
    } finally {
      await slow.stop()
    }
  })

  const titlesOnSite = async (): Promise<string[]> =>
    JSON.parse(
      await on.site.php(
        `echo json_encode(array_map(fn($post) => $post->post_title, get_posts(['post_status' => 'publish', 'numberposts' => -1, 'orderby' => 'title', 'order' => 'ASC'])));`,
      ),
    ) as string[]

  const repliesOnSite = async (): Promise<string[]> =>
    JSON.parse(
      await on.site.php(
        `echo json_encode(array_values(array_map(fn($comment) => $comment->comment_content, get_comments(['post_id' => ${commentedId}, 'user_id' => ${on.site.users.author.id}]))));`,
      ),
    ) as string[]
})

test('five hundred things that wait: in both lights, mirrored, narrow and enlarged, and moved by keyboard', async ({
  openDesk,
  profile,
}) => {
  await fillOutbox(profile, 500)
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('link', { name: /^Outbox/ }).click()
  const lines = page.getByRole('list', { name: 'Waiting' }).getByRole('listitem')
  await expect(lines.first()).toHaveAttribute('aria-setsize', '500')
  expect(await lines.count()).toBeLessThan(60)
  await keepPicture(page, 'outbox-very-full')

  const handle = page.getByRole('button', { name: /^Place of “Letter 3”/ })
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await expect(handle).toHaveAccessibleName(/: 2 of 500/)
  await expect(handle).toBeFocused()
  // Far away what has the focus is still there; Tab goes on behind it.
  await page.locator('.outbox').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
  await expect(page.getByRole('article', { name: /Letter 500$/ })).toBeInViewport()
  await expect(handle).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Letter 3', exact: true })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Letter 3', exact: true })).toBeInViewport()
  await page.getByRole('button', { name: 'More about “Letter 3”' }).click()
  await expect(page.getByRole('menuitem', { name: 'Send earlier' })).toBeVisible()
  await keepPicture(page, 'outbox-menu')
  await page.keyboard.press('Escape')

  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'outbox-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'outbox-mirrored')
  await turnInterface(page, 'Left to right')
  await page.setViewportSize({ width: 640, height: 800 })
  await keepPicture(page, 'outbox-narrow')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'outbox-enlarged')
})

/** Each kept here, so that the practice blog does not take them at once. */
async function fillOutbox(profileFolder: string, count: number): Promise<void> {
  const core = openCore(profileFolder)
  const { id: blogId } = await core.mutate('blogs', 'connectPractice')
  const letters = Array.from({ length: count }, (_, index) => ({
    title: `Letter ${index + 1}`,
    text: `What letter ${index + 1} says.`,
  }))
  await holdPosts(core, blogId, letters)
  await core.close()
}

/** What waits, by the names of the lines, in their order. */
const waiting = (page: Page): Promise<(string | null)[]> =>
  page
    .getByRole('list', { name: 'Waiting' })
    .getByRole('article')
    .evaluateAll((lines) => lines.map((each) => each.getAttribute('aria-label')))

async function choose(page: Page, line: string, item: string): Promise<void> {
  await page
    .getByRole('article', { name: new RegExp(line) })
    .getByRole('button', { name: /^More about/ })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function publish(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /^Writing/ }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type(`What came of ${title.toLowerCase()}.`)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send when there is a line' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function reply(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await page.getByRole('button', { name: 'Reply to Lan' }).click()
  await page.getByRole('textbox', { name: 'Reply to Lan' }).fill(text)
  await page.getByRole('button', { name: 'Send when there is a line' }).click()
  await expect(page.getByRole('textbox', { name: 'Reply to Lan' })).toBeHidden()
}
