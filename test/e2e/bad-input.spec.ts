import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { expect, test } from './open-desk-window.ts'

/** What a person reads in the window when something is put in wrongly or comes back wrong. */
let shop: Server
let shopUrl: string
/** Where somebody has just stopped listening. */
let nobodyUrl: string
let blog: ServedPracticeBlog

test.beforeAll(async () => {
  shop = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Bicycles</title><h1>Bicycles</h1>')
  })
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  blog = await servePracticeBlog()
  const nobody = await servePracticeBlog()
  nobodyUrl = nobody.url
  await nobody.stop()
})

test.afterAll(async () => {
  shop.closeAllConnections()
  shop.close()
  await blog.stop()
})

test('a wrong address, a site that is no blog and a wrong password are sentences, and the way back is open', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  await page.getByRole('button', { name: 'Connect your blog' }).click()
  const address = page.getByRole('textbox', { name: 'Address of the blog' })
  const find = page.getByRole('button', { name: 'Find the blog' })

  for (const [wrong, sentence] of [
    ['my blog, the good one', /not an address|address/i],
    ['http://blog.example.org', /password could be read on the way/],
    [nobodyUrl, /no line to the blog/],
    [shopUrl, /WordPress|sign-in/],
  ] as const) {
    await address.fill(wrong)
    await find.click()
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }

  await address.fill(blog.url)
  await find.click()
  await page.getByRole('textbox', { name: 'User name' }).fill('author')
  await page.getByRole('textbox', { name: 'Application password' }).fill('wrong wrong wrong wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /did not accept the user name/ })).toBeVisible()

  await page.getByRole('textbox', { name: 'Application password' }).fill(blog.accounts.author.applicationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: /^Line: Line open/ })).toBeVisible()
})

test('5 MB pasted at once are in the text, are saved, and are there after a kill', async ({ openDesk, profile }) => {
  let desk = await openDesk(profile)
  await desk.page.getByRole('button', { name: 'Use the practice blog' }).click()
  await desk.page.getByRole('button', { name: 'New post', exact: true }).click()
  await desk.page.getByRole('textbox', { name: 'Title' }).fill('A very long report')
  await desk.page.getByRole('textbox', { name: 'Text of the post' }).click()
  await desk.page.evaluate(() => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `Line ${index}: ${'words and water '.repeat(64)}`)
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', lines.join('\n\n'))
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(desk.page.getByText(/^Saved \d/)).toBeVisible({ timeout: 60_000 })
  await desk.kill9()

  desk = await openDesk(profile)
  const text = desk.page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text.locator('p').filter({ hasText: 'Line 4999:' })).toHaveCount(1, { timeout: 60_000 })
  expect((await text.textContent())?.length).toBeGreaterThan(5_000_000)
})

test('a title longer than the blog can hold is kept, and the window says so', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Ộ'.repeat(30_000))
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type('Words.')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(dialog.or(page.getByRole('alert')).filter({ hasText: /title/i }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toHaveLength(30_000)
})

test('a desk file that is no database is named in the window, and stays as it was', async ({ openDesk, profile }) => {
  await mkdir(profile, { recursive: true })
  await writeFile(join(profile, 'desk.sqlite'), 'my holiday pictures')
  const { page } = await openDesk(profile)
  await expect(page.getByText('The file that should hold your posts is something else.')).toBeVisible()
  await expect(page.getByText('It was left exactly as it is.')).toBeVisible()
  expect(await readFile(join(profile, 'desk.sqlite'), 'utf8')).toBe('my holiday pictures')
})
