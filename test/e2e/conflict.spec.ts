import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { connect, keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { goByName, goTo, mouseSeen, pressOn, watchForMouse } from './by-keyboard.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const paragraph = (html: string): string => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`
const FERRY = 'The ferry leaves at six from the northern pier.'
const ARABIC = 'فتحت المكتبة أبوابها صباح يوم الأحد.'
const SEED = 'Seed costs more than it did a year ago.'
const BASE = [FERRY, ARABIC, SEED].map(paragraph).join('\n\n')
const THEIRS = [
  'The ferry leaves at seven from the northern pier before noon.',
  'فتحت المكتبة أبوابها مساء يوم الأحد باكرا.',
  SEED,
  'Tickets are sold on board.',
]
  .map(paragraph)
  .join('\n\n')

const on = eachOnWordpress()
let remoteId: number

test.beforeEach(async () => {
  remoteId = Number(
    await on.site.php(
      `echo wp_insert_post(wp_slash(['post_title' => 'Two boats', 'post_status' => 'publish', 'post_author' => ${on.site.users.author.id}, 'post_content' => '${BASE}']));`,
    ),
  )
})

test('what fits together merges by itself, what touches is asked, and the answer is a draft', async ({
  openDesk,
  profile,
}) => {
  const touching = (await openDesk(join(profile, 'touching'))).page
  const apart = (await openDesk(join(profile, 'apart'))).page
  for (const page of [touching, apart]) {
    await connect(page, on.line.url, on.site.users.author)
    await page
      .getByRole('list', { name: 'Posts' })
      .getByRole('link', { name: /Two boats/ })
      .click()
    await expect(page.getByRole('textbox', { name: 'Text of the post' })).toContainText(SEED)
  }
  await on.line.cut()
  await typeAtEndOf(touching, FERRY, ' Bring a coat.')
  await typeAtEndOf(touching, ARABIC, ' وكان الجو ممطرا.')
  await typeAtEndOf(apart, SEED, ' Rice does not.')
  await editAsAdministrator(THEIRS)
  const publicBefore = await storedContent()
  await on.line.restore()

  await syncNow(apart)
  const apartText = apart.getByRole('textbox', { name: 'Text of the post' })
  await expect(apartText).toContainText('Tickets are sold on board.')
  await expect(apartText).toContainText('Seed costs more than it did a year ago. Rice does not.')
  await expect(apart.getByRole('button', { name: 'See what changed' })).toHaveCount(0)

  // From wherever one is, it is opened without a mouse.
  await watchForMouse(touching)
  await goByName(touching, 'go to the outbox')
  await goByName(touching, 'two boats')
  await touching.keyboard.press('Control+Shift+S')
  await pressOn(touching, touching.getByRole('button', { name: 'See what changed' }), 'Shift+Tab')
  await expect(touching.getByRole('heading', { name: 'What changed while you flew' })).toBeFocused()
  await expect(touching.getByRole('list', { name: 'In short' }).getByRole('listitem')).toHaveText([
    /You changed two paragraphs\. A colleague changed them too\./,
    'A colleague added one paragraph.',
  ])
  const conflicts = touching.getByRole('list', { name: 'To decide' }).getByRole('radiogroup')
  await expect(conflicts).toHaveCount(2)
  await expect(conflicts.first().getByRole('insertion').filter({ hasText: 'Bring a coat' })).toBeVisible()
  await expect(conflicts.first().getByRole('deletion').filter({ hasText: 'six' })).toBeVisible()
  expect(await mouseSeen(touching)).toEqual([])
  await keepPicture(touching, 'conflict-light')
  await touching.emulateMedia({ colorScheme: 'dark' })
  await conflicts.nth(1).scrollIntoViewIfNeeded()
  await keepPicture(touching, 'conflict-dark-arabic')
  await touching.emulateMedia({ colorScheme: 'light' })
  await touching.setViewportSize({ width: 900, height: 700 })
  await keepPicture(touching, 'conflict-narrow')
  await touching.setViewportSize({ width: 720, height: 450 })
  await keepPicture(touching, 'conflict-enlarged-200-percent')
  await touching.setViewportSize({ width: 1440, height: 900 })
  await turnInterface(touching, 'Right to left')
  await keepPicture(touching, 'conflict-mirrored')
  await turnInterface(touching, 'Left to right')

  const makeDraft = touching.getByRole('button', { name: 'Make this my draft' })
  await expect(makeDraft).toBeDisabled()
  await expect(touching.getByText('2 of 2 still to decide.')).toBeVisible()
  // It is decided without a mouse.
  await watchForMouse(touching)
  await pressOn(touching, touching.getByRole('button', { name: 'Go to the next one' }))
  await touching.keyboard.press('Space')
  await expect(conflicts.first().getByRole('radio', { name: 'Mine', exact: true })).toBeChecked()
  const theirs = conflicts.nth(1).getByRole('radio', { name: 'Theirs', exact: true })
  await pressOn(touching, touching.getByRole('button', { name: 'Go to the next one' }))
  await goTo(touching, theirs, 'ArrowDown')
  await expect(theirs).toBeChecked()
  await pressOn(touching, touching.getByRole('button', { name: '1 change fitted by itself' }))
  await expect(touching.getByText('Tickets are sold on board.')).toBeVisible()
  await keepPicture(touching, 'conflict-decided')
  await pressOn(touching, makeDraft)

  const text = touching.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  expect(await mouseSeen(touching)).toEqual([])
  await expect(text.getByRole('paragraph')).toHaveText([
    `${FERRY} Bring a coat.`,
    'فتحت المكتبة أبوابها مساء يوم الأحد باكرا.',
    SEED,
    'Tickets are sold on board.',
  ])
  // What is written from then on is there when the post is opened again.
  await typeAtEndOf(touching, SEED, ' Rice does not.')
  await syncNow(touching)
  await touching.getByRole('link', { name: /^Outbox/ }).click()
  await expect(touching.getByText('Nothing waits')).toBeVisible()
  expect(await storedContent()).toEqual(publicBefore)
  await touching
    .getByRole('link', { name: /^Writing/ })
    .first()
    .click()
  await touching
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /Two boats/ })
    .click()
  await expect(text).toContainText(`${SEED} Rice does not.`)
})

test('a post that was trashed meanwhile becomes a new draft when the person says so, and nothing of it is sent', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.author)
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /Two boats/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toContainText(SEED)
  await on.line.cut()
  await typeAtEndOf(page, FERRY, ' Bring a coat.')
  await on.site.php(`wp_trash_post(${remoteId});`)
  await on.line.restore()
  await syncNow(page)

  const banner = page.getByText(/Somebody put this post into the trash of the blog/)
  await expect(banner).toContainText('Your words are safe here, and nothing is sent.')
  await expect(page.getByRole('list', { name: 'Posts' }).getByRole('link', { name: /Two boats/ })).toContainText(
    'Off the blog',
  )
  await keepPicture(page, 'off-the-blog-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'off-the-blog-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'off-the-blog-enlarged-200-percent')
  await page.setViewportSize({ width: 1440, height: 900 })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, 'off-the-blog-mirrored')
  await turnInterface(page, 'Left to right')

  await page.getByRole('button', { name: 'Let it go' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).not.toContainText('Bring a coat.')
  await page.getByText('Undo', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toContainText(`${FERRY} Bring a coat.`)
  const publicBefore = await storedContent()
  await page.getByRole('button', { name: 'Keep mine as a new draft' }).click()
  await expect(banner).toHaveCount(0)
  await syncNow(page)
  expect(await storedContent()).toEqual(publicBefore)

  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('link', { name: /^Outbox/ }).click()
  await expect(page.getByRole('list', { name: 'Sent' }).getByRole('article', { name: /Two boats/ })).toBeVisible({
    timeout: 60_000,
  })
  const states = await on.site.php(
    `echo json_encode(array_map(fn($post) => [$post->ID === ${remoteId}, $post->post_status], get_posts(['post_status' => ['publish', 'draft', 'trash'], 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC'])));`,
  )
  expect(JSON.parse(states)).toEqual([
    [true, 'trash'],
    [false, 'publish'],
  ])
})

const storedContent = async (): Promise<unknown> =>
  JSON.parse(
    await on.site.php(
      `$posts = get_posts(['post_status' => 'any', 'numberposts' => -1]); echo json_encode(array_map(fn($post) => [$post->ID, $post->post_status, $post->post_modified_gmt, $post->post_content], $posts));`,
    ),
  )

async function editAsAdministrator(content: string): Promise<void> {
  const { userName, applicationPassword } = on.site.users.administrator
  const answer = await fetch(`${on.site.url}/wp-json/wp/v2/posts/${remoteId}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ content }),
  })
  expect(answer.status).toBe(200)
}

async function typeAtEndOf(page: Page, text: string, added: string): Promise<void> {
  const paper = page.getByRole('textbox', { name: 'Text of the post' })
  await paper.getByText(text).click()
  await page.keyboard.press('End')
  await page.keyboard.type(added)
  await expect(paper.getByText(text + added)).toBeVisible()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}
