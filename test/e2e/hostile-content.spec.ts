import type { Page } from '@playwright/test'
import { startHostileBlog, type HostileBlog } from '../fakes/hostile-blog.ts'
import { hostilePosts } from '../fakes/hostile-posts.ts'
import { someHtmls } from '../fakes/payloads/payloads.ts'
import { findBlog, signIn } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'
import { expectUnharmed, type Seen, touchEverything, watch } from './under-attack.ts'

/** With the policy, and without it: nothing may hang on the policy alone. */
const WAYS = [
  { way: 'under the policy', bypassCSP: false },
  { way: 'without the policy', bypassCSP: true },
]

let blog: HostileBlog
let postTitles: string[]
test.beforeEach(async () => {
  blog = await startHostileBlog((leak) => {
    const posts = hostilePosts(leak)
    postTitles = posts.map(({ title }) => title)
    return { posts, comments: [] }
  })
})
test.afterEach(() => blog.stop())

const unharmed = (page: Page, seen: Seen): Promise<void> =>
  expectUnharmed(page, seen, { leaks: blog.leaks, inertParsing: true })

for (const { way, bypassCSP } of WAYS)
  test(`nothing in the posts of a hostile blog runs, loads or leads away, ${way}`, async ({ openDesk, profile }) => {
    const { page } = await openDesk(profile, { bypassCSP })
    const seen = await watch(page)
    await findBlog(page, blog.url)
    // Its approval page is a `javascript:` address, so that way is not offered.
    await expect(page.getByRole('button', { name: 'Approve in the browser' })).toHaveCount(0)
    await signIn(page, blog.account)
    await unharmed(page, seen)

    for (const title of postTitles) {
      await page.getByRole('link', { name: /^Writing/ }).click()
      await page.getByRole('link').filter({ hasText: title }).first().click()
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(title)
      await touchEverything(page)
      const images = page.getByRole('textbox', { name: 'Text of the post' }).locator('img:not(.ProseMirror-separator)')
      await expect(images).toHaveCount(0)
      await unharmed(page, seen)
    }
  })

for (const { way, bypassCSP } of WAYS)
  test(`nothing that is pasted or dropped into a post runs or loads, ${way}`, async ({ openDesk, profile }) => {
    const { page } = await openDesk(profile, { bypassCSP })
    const seen = await watch(page)
    await page.getByRole('button', { name: 'Use the practice blog' }).click()
    await page.getByRole('button', { name: 'New post', exact: true }).click()
    const text = page.getByRole('textbox', { name: 'Text of the post' })
    await text.click()
    const leak = `${blog.url}/leak`
    const htmls = someHtmls(leak)
    for (const html of [...htmls, htmls.join('')]) {
      await text.evaluate((editor, pasted) => {
        for (const type of ['paste', 'drop'] as const) {
          const carried = new DataTransfer()
          carried.setData('text/html', pasted)
          carried.setData('text/plain', 'pasted')
          const options = { bubbles: true, cancelable: true, clientX: 400, clientY: 400 }
          editor.dispatchEvent(
            type === 'paste'
              ? new ClipboardEvent(type, { ...options, clipboardData: carried })
              : new DragEvent(type, { ...options, dataTransfer: carried }),
          )
        }
      }, html)
    }
    await expect(text).toContainText('kept words')
    await page.getByRole('textbox', { name: 'Title' }).fill('After the paste')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await unharmed(page, seen)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText('After the paste')
    await unharmed(page, seen)
  })

test('a file that lies about its type is refused, and one that is a picture and a page is served as a picture', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  const seen = await watch(page)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  const add = async (name: string, mimeType: string, content: string | Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add a picture' }).click()
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(content) })
  }
  for (const [name, content] of [
    ['flag.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="pwn()"/>'],
    ['flag.gif', '<!doctype html><script>pwn()</script>'],
    ['"><img src=x onerror=pwn()>.jpg', '%PDF-1.7'],
  ] as const) {
    await add(name, 'image/png', content)
    await expect(
      page.getByRole('alert').or(page.getByRole('alertdialog')).filter({ hasText: name }).first(),
    ).toBeVisible()
  }
  const onePixel = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')
  await add(
    'both.gif',
    'image/gif',
    Buffer.concat([onePixel, Buffer.from('<script>pwn()</script><img src=x onerror=pwn()>')]),
  )
  const picture = page.locator('img[src^="media/"]').or(page.getByText('The picture is not on this laptop.')).first()
  await expect(picture).toBeVisible()
  const address = await page.evaluate(
    () => performance.getEntriesByType('resource').findLast(({ name }) => name.includes('/media/'))?.name ?? '',
  )
  const served = await page.request.get(address)
  expect(served.headers()).toMatchObject({ 'content-type': 'image/gif', 'x-content-type-options': 'nosniff' })
  await unharmed(page, seen)
  await page.goto(address)
  expect(await page.evaluate(() => window.pwned)).toBe(0)
})
