import type { Page } from '@playwright/test'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { connect, keepPicture, turnInterface } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const HOSTILE = [
  '<p>Go to <a href="https://evil.example/login">https://blog.example</a></p>',
  '<script>window.canary = 1</script>',
  '<img src="https://evil.example/a.png" onerror="window.canary = 2">',
  '<svg onload="window.canary = 3"><image href="https://evil.example/b.png"></image></svg>',
  '<a href="javascript:window.canary=4" style="background:url(https://evil.example/c)">A link</a>',
  '<iframe src="https://evil.example/d" srcdoc="<script>parent.canary=5</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.canary=6&gt;">',
  '<form action="https://evil.example/e"><button>Sign in</button></form>',
  '<video poster="https://evil.example/f" src="https://evil.example/g" autoplay></video>',
  '<link rel="stylesheet" href="https://evil.example/h"><style>@import "https://evil.example/i";</style>',
].join('\n')

test.describe('reading', () => {
  let blog: ServedPracticeBlog
  test.beforeEach(async () => {
    blog = await servePracticeBlog({ contents: 'empty' })
    await publish(blog, '<b>Harbour</b> <img src=x onerror="window.canary=7"> notes', HOSTILE, 1)
    await publish(blog, 'ميناء صغير', '<p>وصلت السفن صباحًا.</p>', 2)
    await publish(blog, 'The long pier', '<h2>Wood and salt</h2><p>They began in spring. It held.</p>', 3)
  })
  test.afterEach(() => blog.stop())

  test('a feed is added by the address of a blog, read and noted beside without a line, and written about', async ({
    openDesk,
    profile,
  }) => {
    const desk = await openDesk(profile)
    const { page } = desk
    const outside = requestsOutside(page)
    await connect(page, blog.url, blog.accounts.you)
    await page.getByRole('link', { name: /^Reading/ }).click()
    await page.getByRole('button', { name: 'Add a feed…' }).click()
    await page.getByRole('textbox', { name: /^Address of a feed/ }).fill('http://192.168.1.1/')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('belongs to the network you are on')
    await page.getByRole('textbox', { name: /^Address of a feed/ }).fill(blog.url)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Remove The Open Gate/ })).toBeVisible()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const item = (name: string) => page.getByRole('region', { name, exact: true })
    await expect(item('The long pier')).toContainText('Wood and salt')
    await page.keyboard.press('j')
    await expect(item('ميناء صغير')).toBeVisible()
    await keepPicture(page, 'reading-arabic')
    await page.keyboard.press('j')
    await expect(item('Harbour notes')).toContainText('https://blog.example (evil.example)')
    await expect(item('Harbour notes').locator('img, svg, iframe, form, video, style, script')).toHaveCount(0)
    expect(await page.evaluate(() => (window as { canary?: unknown }).canary)).toBeUndefined()
    expect(outside).toEqual([])

    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await expect(item('The long pier')).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('Ask the harbour master.')
    await page.getByRole('textbox', { name: 'Answer on its page' }).fill('It held here, too.')
    await keepPicture(page, 'reading')
    await turnInterface(page, 'Right to left')
    await keepPicture(page, 'reading-mirrored')
    await page.setViewportSize({ width: 900, height: 700 })
    await keepPicture(page, 'reading-mirrored-narrow')
    await page.setViewportSize({ width: 1440, height: 900 })
    await turnInterface(page, 'Left to right')
    await page.getByRole('radio', { name: 'To answer 1' }).click()
    await expect(page.getByRole('list', { name: 'Items' }).getByRole('link')).toHaveCount(1)

    // The line goes, and the power with it.
    await blog.stop()
    await desk.kill9()
    const { page: later } = await openDesk(profile)
    await later.getByRole('link', { name: /^Reading/ }).click()
    await later
      .getByRole('list', { name: 'Items' })
      .getByRole('link', { name: /The long pier/ })
      .click()
    await expect(later.getByText('They began in spring. It held.')).toBeVisible()
    await expect(later.getByRole('textbox', { name: 'Note' })).toHaveValue('Ask the harbour master.')
    await expect(later.getByText('Your answer waits here until there is one.')).toBeVisible()
    await later.emulateMedia({ colorScheme: 'dark' })
    await later.setViewportSize({ width: 720, height: 450 })
    await keepPicture(later, 'reading-enlarged')
    await later.setViewportSize({ width: 1440, height: 900 })
    await later.getByRole('button', { name: 'Write about this' }).click()
    await expect(later.getByRole('textbox', { name: 'Title' })).toHaveText('The long pier')
    await expect(later.getByText('Ask the harbour master.', { exact: true })).toBeVisible()
  })
})

/** As an administrator of that blog, whose HTML is left as it is. */
async function publish(
  { url, accounts }: ServedPracticeBlog,
  title: string,
  content: string,
  day: number,
): Promise<void> {
  const { userName, applicationPassword } = accounts.administrator
  const answer = await fetch(`${url}/wp-json/wp/v2/posts`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
    },
    body: JSON.stringify({ title, content, status: 'publish', date_gmt: `2026-11-0${day}T08:00:00` }),
  })
  if (!answer.ok) throw new Error(`not published: ${answer.status} ${await answer.text()}`)
}

function requestsOutside(page: Page): string[] {
  const home = new URL(page.url()).origin
  const outside: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`) && !request.url().startsWith('data:')) outside.push(request.url())
  })
  return outside
}
