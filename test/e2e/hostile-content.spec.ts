import type { Page } from '@playwright/test'
import { hostileHtml } from '../fakes/hostile-html.ts'
import { startHostileBlog, type HostileBlog } from '../fakes/hostile-blog.ts'
import { findBlog, signIn } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** What a window under attack was seen to do. All of it must stay empty. */
interface Seen {
  foreignRequests: string[]
  dialogs: string[]
  popups: string[]
}

declare global {
  /** How often a script of the blog's ran, and what the policy had to stop. */
  interface Window {
    pwned: number
    pwn: () => void
    violations: string[]
  }
}

/**
 * With the policy, and without it: nothing may hang on the policy alone. What sanitiser and editor parse into a document of
 * their own, which shows and runs nothing, is checked by the policy too; those reports mean no attempt.
 */
const WAYS = [
  { way: 'under the policy', bypassCSP: false },
  { way: 'without the policy', bypassCSP: true },
]
const ALSO_WHEN_INERT = /^(script-src-attr|style-src-attr|style-src-elem|base-uri) /

let blog: HostileBlog
test.beforeEach(async () => {
  blog = await startHostileBlog()
})
test.afterEach(() => blog.stop())

async function watch(page: Page): Promise<Seen> {
  const { origin } = new URL(page.url())
  const seen: Seen = { foreignRequests: [], dialogs: [], popups: [] }
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) seen.foreignRequests.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.context().on('page', (popup) => seen.popups.push(popup.url()))
  await page.addInitScript(() => {
    window.pwned = 0
    window.violations = []
    window.pwn = () => void (window.pwned += 1)
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  await page.reload()
  return seen
}

async function expectUnharmed(page: Page, seen: Seen): Promise<void> {
  const inPage = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')]
    const scheme = (address: string): string => new URL(address, document.baseURI).protocol
    return {
      pwned: window.pwned,
      handlers: elements.flatMap((each) => each.getAttributeNames().filter((name) => name.startsWith('on'))),
      strange: elements
        .filter((each) =>
          each.matches('iframe, object, embed, base, form:not([class]), portal, math, meta[http-equiv]'),
        )
        .map((each) => each.outerHTML.slice(0, 100)),
      scripts: [...document.scripts].filter((each) => !each.src.startsWith(location.origin)).length,
      schemes: [...new Set([...document.links].map((each) => scheme(each.href)))].filter(
        (each) => !['http:', 'https:', 'mailto:'].includes(each),
      ),
    }
  })
  expect(inPage).toEqual({ pwned: 0, handlers: [], strange: [], scripts: 0, schemes: [] })
  const violations = await page.evaluate(() => window.violations)
  expect(violations.filter((each) => !ALSO_WHEN_INERT.test(each))).toEqual([])
  expect(seen).toEqual({ foreignRequests: [], dialogs: [], popups: [] })
  expect(blog.leaks).toEqual([])
}

/** Opens what is folded and moves over everything, as a person does in the end. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
    for (const each of document.querySelectorAll('.comment-words *, .ProseMirror *')) {
      for (const type of ['pointerover', 'mouseover', 'focus', 'animationstart', 'toggle', 'error', 'load']) {
        each.dispatchEvent(new Event(type))
      }
    }
  })
}

for (const { way, bypassCSP } of WAYS)
  test(`nothing that a hostile blog holds runs, loads or leads away, ${way}`, async ({ openDesk, profile }) => {
    const { page } = await openDesk(profile, { bypassCSP })
    const seen = await watch(page)
    await findBlog(page, blog.url)
    // Its approval page is a `javascript:` address, so that way is not offered.
    await expect(page.getByRole('button', { name: 'Approve in the browser' })).toHaveCount(0)
    await signIn(page, blog.account)
    await expectUnharmed(page, seen)

    for (const title of blog.postTitles) {
      await page.getByRole('link', { name: /^Writing/ }).click()
      await page.getByRole('link').filter({ hasText: title }).first().click()
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(title)
      await touchEverything(page)
      const images = page.getByRole('textbox', { name: 'Text of the post' }).locator('img:not(.ProseMirror-separator)')
      await expect(images).toHaveCount(0)
      await expectUnharmed(page, seen)
    }

    // Tall enough for all of them: a comment out of sight is not in the document.
    await page.setViewportSize({ width: 1440, height: 40_000 })
    await page.getByRole('link', { name: /^Conversation/ }).click()
    await expect(page.getByRole('list', { name: 'Comments' }).getByRole('article')).toHaveCount(blog.comments.length)
    const shown = await page.locator('.comment-words *').evaluateAll((elements) => ({
      names: [...new Set(elements.map((each) => each.localName))].toSorted(),
      attributes: [...new Set(elements.flatMap((each) => each.getAttributeNames()))].toSorted(),
      addresses: elements.map((each) => each.getAttribute('href')).filter((each) => each !== null),
    }))
    expect(shown.names.filter((name) => !/^(a|b|bdi|blockquote|code|del|em|i|p|q|s|strong)$/.test(name))).toEqual([])
    // DOMPurify leaves an empty `is`: an element cannot be upgraded later by it.
    expect(shown.attributes).toEqual(['href', 'is', 'rel', 'target'])
    expect(shown.addresses.filter((address) => !/^(https?|mailto):/.test(address))).toEqual([])
    const unsaid = await page
      .locator('.comment-words a[href^="http"]')
      .evaluateAll((links) =>
        links
          .map((link) => ({ host: new URL(link.getAttribute('href') ?? '').host, words: link.textContent.trim() }))
          .filter(
            ({ host, words }) =>
              words !== host && !words.endsWith(`(${host})`) && !words.startsWith(`https://${host}/`),
          ),
      )
    expect(unsaid).toEqual([])
    await touchEverything(page)
    await expectUnharmed(page, seen)

    await page
      .getByRole('button', { name: /^Reply to / })
      .first()
      .click()
    await page.getByRole('textbox', { name: /^Reply to / }).fill('<img src=x onerror=pwn()> and thank you')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(page.getByText('<img src=x onerror=pwn()> and thank you').first()).toBeVisible()
    await page.getByRole('link', { name: /^Outbox/ }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await expectUnharmed(page, seen)
  })

for (const { way, bypassCSP } of WAYS)
  test(`nothing that is pasted or dropped into a post runs or loads, ${way}`, async ({ openDesk, profile }) => {
    const { page } = await openDesk(profile, { bypassCSP })
    const seen = await watch(page)
    await page.getByRole('button', { name: 'Use the practice blog' }).click()
    await page.getByRole('button', { name: 'New post' }).click()
    const text = page.getByRole('textbox', { name: 'Text of the post' })
    await text.click()
    const leak = `${blog.url}/leak`
    for (const html of [...hostileHtml(leak), hostileHtml(leak).join('')]) {
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
    await expect(text).toContainText('a link')
    await page.getByRole('textbox', { name: 'Title' }).fill('After the paste')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await expectUnharmed(page, seen)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText('After the paste')
    await expectUnharmed(page, seen)
  })

test('a file that lies about its type is refused, and one that is a picture and a page is served as a picture', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  const seen = await watch(page)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post' }).click()
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
  await expectUnharmed(page, seen)
  await page.goto(address)
  expect(await page.evaluate(() => window.pwned)).toBe(0)
})
