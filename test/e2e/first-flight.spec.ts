import type { Page } from '@playwright/test'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { connect, syncNow } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'
import { solidPng } from './png.ts'

const ARABIC = 'هذا السؤال سمعته في كل قرية زرتها.'
const QUESTION = 'When does the next boat leave?'
const ANSWER = 'On Thursday at six, from the northern pier.'

const PICTURE = solidPng(8, 6, [0x10, 0x3f, 0x8f])

const on = eachOnWordpress()

test('write without a line, survive a kill, publish, and answer a comment', async ({ openDesk, profile }) => {
  let desk = await openDesk(profile)
  await connect(desk.page, on.line.url, on.site.users.author)

  await on.line.cut()
  await syncNow(desk.page)
  await expect(desk.page.getByRole('button', { name: /^Line: No line/ })).toBeVisible()

  await writePost(desk.page)
  await expect(desk.page.getByText(/^Saved \d/)).toBeVisible()
  await desk.kill9()

  desk = await openDesk(profile)
  const text = desk.page.getByRole('textbox', { name: 'Text of the post' })
  await expect(desk.page.getByRole('textbox', { name: 'Title' })).toHaveText('What the delta taught me')
  await expect(text.getByRole('heading', { name: 'What I heard' })).toBeVisible()
  await expect(text.getByRole('listitem')).toHaveText(['salt comes earlier', 'seed costs more'])
  await expect(text.getByText(ARABIC)).toBeVisible()
  await expect(text.getByRole('img', { name: 'A ferry at dawn' })).toBeVisible()

  await desk.page.getByRole('button', { name: 'Publish…' }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Send when there is a line' }).click()
  await on.line.restore()
  await desk.page.getByRole('link', { name: /^Outbox/ }).click()
  await expect(
    desk.page.getByRole('list', { name: 'Sent' }).getByRole('article', { name: /What the delta taught me/ }),
  ).toBeVisible({
    timeout: 60_000,
  })

  const posts = JSON.parse(
    await on.site.php(
      `echo json_encode(array_map(fn($post) => [$post->ID, $post->post_status, get_permalink($post)], get_posts(['post_status' => 'any', 'numberposts' => -1])));`,
    ),
  ) as [number, string, string][]
  expect(posts).toHaveLength(1)
  const [postId, status, link] = posts[0] ?? [0, '', '']
  expect(status).toBe('publish')
  await expectPublicPage(on.site.url + new URL(link).pathname)

  await commentAsVisitor(on.site.url, { postId, name: 'Lan', text: QUESTION })
  await syncNow(desk.page)
  await desk.page.getByRole('link', { name: /^Conversation/ }).click()
  await on.line.cut()
  await desk.page.getByRole('button', { name: 'Reply to Lan' }).click()
  await desk.page.getByRole('textbox', { name: 'Reply to Lan' }).fill(ANSWER)
  await desk.page
    .getByRole('button', { name: 'Send when there is a line' })
    .or(desk.page.getByRole('button', { name: 'Reply', exact: true }))
    .click()
  await expect(desk.page.getByText(ANSWER).first()).toBeVisible()
  await on.line.restore()

  const replies = async (): Promise<unknown> =>
    JSON.parse(
      await on.site.php(
        `echo json_encode(array_map(fn($comment) => [$comment->comment_content, $comment->comment_author, (int) $comment->comment_parent > 0, wp_get_comment_status($comment)], get_comments(['post_id' => ${postId}, 'order' => 'ASC'])));`,
      ),
    )
  await expect
    .poll(
      async () => {
        await syncNow(desk.page)
        return replies()
      },
      { timeout: 60_000 },
    )
    .toEqual([
      [QUESTION, 'Lan', false, 'approved'],
      [ANSWER, on.site.users.author.displayName, true, 'approved'],
    ])
  await syncNow(desk.page)
  expect(await replies()).toHaveLength(2)
})

async function writePost(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('What the delta taught me')
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.click()
  await page.keyboard.type('Three provinces and two boats.\n')
  await page.keyboard.type('## What I heard\n')
  await page.keyboard.type('- salt comes earlier\n')
  await page.keyboard.type('seed costs more\n\n')
  await page.keyboard.type(`${ARABIC}\n`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a picture' }).click()
  await (await chooser).setFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: PICTURE })
  await page.getByRole('textbox', { name: /description|describe/i }).fill('A ferry at dawn')
}

/** Asserted on what the site itself serves to anyone. */
async function expectPublicPage(address: string): Promise<void> {
  const html = await (await fetch(address)).text()
  expect(html).toContain('Three provinces and two boats.')
  expect(html).toMatch(/<h2[^>]*>What I heard<\/h2>/)
  expect(html).toMatch(/<li>salt comes earlier<\/li>\s*<li>seed costs more<\/li>/)
  expect(html).toMatch(new RegExp(`<p[^>]* dir="rtl"[^>]*>${ARABIC}</p>`))
  const picture = /<img[^>]*src="([^"]+\/picture-[^"]+\.png)"[^>]*alt="A ferry at dawn"/.exec(html)?.[1]
  const file = await fetch(on.site.url + new URL(picture ?? 'http://missing/').pathname)
  expect(Buffer.from(await file.arrayBuffer()).equals(PICTURE)).toBe(true)
}
