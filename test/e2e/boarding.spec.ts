import type { Page } from '@playwright/test'
import { pictureBytes } from '../../src/main/core/practice-blog/fixtures/fixture-pictures.ts'
import { lineWasAwayFor } from '../support/line-was-away.ts'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { connect, keepPicture, syncNow, turnInterface } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const QUESTION = 'Which pier does the ferry leave from?'
const ANSWER = 'From the northern one.'

const on = eachOnWordpress()

test('everything comes down before a flight, is there during it, and goes after landing once the person says so', async ({
  openDesk,
  profile,
}) => {
  const postId = await postWithPictures()
  await commentAsVisitor(on.site.url, { postId, name: 'Lan', text: QUESTION })
  let desk = await openDesk(profile)
  await connect(desk.page, on.line.url, on.site.users.author)

  await desk.page.getByRole('link', { name: 'Boarding check' }).press('Enter')
  await expect(desk.page.getByText('Not ready to leave yet.')).toBeVisible()
  await expect(desk.page.getByText(/0 of 3 pictures here; about .* to bring/)).toBeVisible()
  await keepPicture(desk.page, 'boarding-before')
  await desk.page.getByRole('button', { name: 'Bring everything down' }).press('Enter')
  await expect(desk.page.getByText('Ready to leave.')).toBeVisible()
  await expect(desk.page.getByText(/All 3 pictures at reading size/)).toBeVisible()
  await keepPicture(desk.page, 'boarding-light')
  await chooseInSettings(desk.page, 'Ask me before anything goes')
  expect(widthsAsked()).toEqual([800, 1024])

  // In the air.
  await on.line.cut()
  await syncNow(desk.page)
  await expect(desk.page.getByText('Ready to leave.')).toBeVisible()
  await desk.page.getByRole('link', { name: /^Writing/ }).click()
  await desk.page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /The ferry/ })
    .click()
  const text = desk.page.getByRole('textbox', { name: 'Text of the post' })
  await expectLoaded(text.getByRole('img', { name: 'A market on a Saturday' }))
  await expectLoaded(text.getByRole('img', { name: 'A wide river' }))
  await expectLoaded(text.getByRole('img', { name: 'The mangroves' }))
  await expect(text.getByText('It is on pictures.example.')).toBeVisible()
  await keepPicture(desk.page, 'editor-pictures-offline')

  await text.getByText('Tickets are sold on board.').click()
  await desk.page.keyboard.press('End')
  await desk.page.keyboard.type(' Bring small change.')
  await expect(desk.page.getByText(/^Saved \d/)).toBeVisible()
  await desk.page.getByRole('button', { name: 'Update…' }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Send when there is a line' }).click()
  await desk.page.getByRole('link', { name: /^Conversation/ }).click()
  await desk.page.getByRole('button', { name: 'Reply to Lan' }).click()
  await desk.page.getByRole('textbox', { name: 'Reply to Lan' }).fill(ANSWER)
  await desk.page.getByRole('button', { name: 'Send when there is a line' }).click()
  await expect(desk.page.getByText(ANSWER).first()).toBeVisible()
  await desk.stop()

  // Landed, eleven hours later.
  expect(lineWasAwayFor(profile, 11)).toBe(1)
  await on.line.restore()
  desk = await openDesk(profile)
  const before = writesSeen()
  await expect(desk.page.getByText(/is back\. 2 things wait for your Go\./)).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Line: 2 things wait for your Go' })).toBeVisible()
  await syncNow(desk.page)
  await keepPicture(desk.page, 'arrivals-strip')
  await desk.page.getByRole('button', { name: 'See what will go' }).press('Enter')
  const list = desk.page.getByRole('list', { name: 'What will go' })
  await expect(list.getByRole('listitem')).toHaveText([/The ferry/, /Lan/])
  await keepPicture(desk.page, 'arrivals-light')
  await looksGoodEverywhere(desk.page, 'arrivals')
  await list.getByRole('checkbox', { name: /Send Lan/ }).press('Space')
  await expect(desk.page.getByText(/1 thing stays here until you say Go/)).toBeVisible()
  await keepPicture(desk.page, 'arrivals-one-stays')
  expect(writesSeen()).toBe(before)

  await desk.page.getByRole('button', { name: 'Let 1 thing go' }).click()
  const sent = desk.page.getByRole('list', { name: 'Sent' })
  await expect(sent.getByRole('article', { name: /The ferry/ })).toBeVisible()
  expect(await storedComments()).toEqual([[QUESTION, 'Lan']])
  await desk.page.getByRole('button', { name: 'See what will go' }).click()
  await desk.page.getByRole('button', { name: 'Let it go' }).click()
  await expect(sent.getByRole('article', { name: /Lan/ })).toBeVisible()
  await syncNow(desk.page)
  expect(await storedComments()).toEqual([
    [QUESTION, 'Lan'],
    [ANSWER, on.site.users.author.displayName],
  ])
  expect(await on.site.php(`echo get_post(${postId})->post_content;`)).toContain('Bring small change.')

  await desk.page.getByRole('link', { name: 'Boarding check' }).click()
  await looksGoodEverywhere(desk.page, 'boarding')
})

test('bringing down says why it ended, can be stopped, and goes on; without a blog there is nothing to bring', async ({
  openDesk,
  profile,
}) => {
  await postWithPictures()
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.author)
  await on.line.cut()
  await page.getByRole('link', { name: 'Boarding check' }).click()
  await page.getByRole('button', { name: 'Bring everything down' }).click()
  await expect(page.getByText(/There is no line to the blog\. What came down is kept/)).toBeVisible()
  await keepPicture(page, 'boarding-no-line')
  await on.line.restore()
  on.line.answerNext({ pathContains: 'market' }, { status: 500 })
  await page.getByRole('button', { name: 'Bring everything down' }).click()
  await expect(page.getByText('1 picture could not be had.')).toBeVisible()
  const release = on.line.hold({ pathContains: 'market' })
  await page.getByRole('button', { name: 'Bring everything down' }).click()
  await expect(page.getByRole('progressbar', { name: /Pictures: 0 of 1/ })).toBeVisible()
  await keepPicture(page, 'boarding-under-way')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText(/You stopped it\. What came down is kept/)).toBeVisible()
  release()
  await page.getByRole('button', { name: 'Bring everything down' }).click()
  await expect(page.getByText('Ready to leave.')).toBeVisible()

  await page.getByRole('button', { name: /^Line:/ }).click()
  await page.getByRole('button', { name: 'Sign out…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('No blog is signed in')).toBeVisible()
  await keepPicture(page, 'boarding-empty')
})

test('on a line that costs the pictures of a journey are asked for, with their size, and none comes before a yes', async ({
  openDesk,
  profile,
}) => {
  await postWithPictures()
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.author)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('checkbox', { name: 'The line I am on costs by the megabyte' }).press('Space')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await page.getByRole('link', { name: 'Boarding check' }).click()
  await page.getByRole('button', { name: 'Bring everything down' }).click()
  const question = page.getByRole('group', { name: 'Pictures over a line that costs' })
  await expect(question).toContainText(/^The line costs\. 3 pictures, about .* are still to come\./)
  await expect(page.getByText('A question below waits for your answer.')).toBeVisible()
  await keepPicture(page, 'boarding-costly')
  await looksGoodEverywhere(page, 'boarding-costly')
  await question.getByRole('button', { name: 'Leave the pictures' }).press('Enter')
  await expect(question).toHaveCount(0)
  await expect(page.getByText(/0 of 3 pictures here; about .* to bring/)).toBeVisible()
  expect(widthsAsked()).toEqual([])

  await page.getByRole('button', { name: 'Bring everything down' }).press('Enter')
  await question.getByRole('button', { name: 'Fetch the pictures now' }).press('Enter')
  await expect(page.getByText(/All 3 pictures at reading size/)).toBeVisible()
})

/** Two pictures of the library, one of them 4000 px wide, a gallery, and one on another site; the address is the proxy's, as readers of it see. */
async function postWithPictures(): Promise<number> {
  const market = await upload('saturday-market', pictureBytes('saturday-market') ?? new Uint8Array())
  const river = await upload('river', await wideJpeg())
  const morning = await upload('mangrove-morning', pictureBytes('mangrove-morning') ?? new Uint8Array())
  const content = [
    '<!-- wp:paragraph -->\n<p>Tickets are sold on board.</p>\n<!-- /wp:paragraph -->',
    image(market, 'A market on a Saturday'),
    image(river, 'A wide river'),
    `<!-- wp:gallery {"linkTo":"none"} -->\n<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${image(morning, 'The mangroves')}</figure>\n<!-- /wp:gallery -->`,
    '<!-- wp:image -->\n<figure class="wp-block-image"><img src="https://pictures.example/map.png" alt="A map"/></figure>\n<!-- /wp:image -->',
  ].join('\n\n')
  const php = `echo wp_insert_post(wp_slash(['post_title' => 'The ferry', 'post_status' => 'publish', 'post_author' => ${on.site.users.author.id}, 'post_content' => base64_decode('${Buffer.from(content).toString('base64')}')]));`
  return Number(await on.site.php(php))
}

interface Uploaded {
  id: number
  source_url: string
}

async function upload(name: string, bytes: Uint8Array): Promise<Uploaded> {
  const { userName, applicationPassword } = on.site.users.author
  const isPng = bytes[0] === 0x89
  const answer = await fetch(`${on.line.url}/wp-json/wp/v2/media`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
      'content-type': isPng ? 'image/png' : 'image/jpeg',
      'content-disposition': `attachment; filename="${name}.${isPng ? 'png' : 'jpg'}"`,
    },
    body: Buffer.from(bytes),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as Uploaded
}

/** As a camera makes it: WordPress keeps smaller ones beside it. */
async function wideJpeg(): Promise<Uint8Array> {
  const php = `$image = imagecreatetruecolor(4000, 2400); for ($band = 0; $band < 12; $band++) imagefilledrectangle($image, 0, $band * 200, 4000, $band * 200 + 200, imagecolorallocate($image, 40, 90 + $band * 8, 120 + $band * 10)); ob_start(); imagejpeg($image, null, 80); echo base64_encode(ob_get_clean());`
  return Buffer.from(await on.site.php(php), 'base64')
}

const image = ({ id, source_url }: Uploaded, alt: string): string =>
  `<!-- wp:image {"id":${id},"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="${source_url}" alt="${alt}" class="wp-image-${id}"/></figure>\n<!-- /wp:image -->`

/** The widths of the files that were read, by their names. */
function widthsAsked(): number[] {
  const names = on.line.requests.flatMap(({ method, path }) =>
    method === 'GET' && path.includes('/uploads/') ? [path] : [],
  )
  return [...new Set(names.map((name) => Number(/-(\d+)x\d+\./.exec(name)?.[1] ?? 800)))].toSorted((a, b) => a - b)
}

const writesSeen = (): number => on.line.requests.filter(({ method }) => method === 'POST').length

const storedComments = async (): Promise<unknown> =>
  JSON.parse(
    await on.site.php(
      `echo json_encode(array_map(fn($comment) => [$comment->comment_content, $comment->comment_author], get_comments(['order' => 'ASC'])));`,
    ),
  )

async function expectLoaded(image: ReturnType<Page['getByRole']>): Promise<void> {
  await expect
    .poll(() => image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0)))
    .toBeGreaterThan(100)
}

async function chooseInSettings(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText(label, { exact: true }).click()
  await expect(page.getByRole('radio', { name: label })).toBeChecked()
  await keepPicture(page, 'settings')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
}

/** Dark, mirrored, narrow, and as at 200 %: nothing is cut off and nothing scrolls sideways. */
async function looksGoodEverywhere(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await turnInterface(page, 'Right to left')
  await keepPicture(page, `${name}-mirrored`)
  await turnInterface(page, 'Left to right')
  await page.setViewportSize({ width: 900, height: 700 })
  await keepPicture(page, `${name}-narrow`)
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, `${name}-200-percent`)
  await page.setViewportSize({ width: 1440, height: 900 })
}
