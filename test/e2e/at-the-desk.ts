import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'

interface Account {
  userName: string
  applicationPassword: string
}

/** What journeys do at every desk. Each returns once the desk says that it is so. */
export async function connect(page: Page, address: string, account: Account): Promise<void> {
  await findBlog(page, address)
  await signIn(page, account)
}

export async function findBlog(page: Page, address: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Connect your blog' })
  await button.or(page.getByRole('link', { name: 'Connect your blog' })).click()
  await page.getByRole('textbox', { name: 'Address of the blog' }).fill(address)
  await page.getByRole('button', { name: 'Find the blog' }).click()
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible()
}

export async function signIn(page: Page, { userName, applicationPassword }: Account): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(userName)
  await page.getByRole('textbox', { name: 'Application password' }).fill(applicationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: /^Line: Line open/ })).toBeVisible()
}

/** Asks for a round, as a person does who does not want to wait for the next. */
export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Line:/ }).click()
  const button = page.getByRole('button', { name: 'Sync now' })
  await button.click()
  // That it is under way is drawn a turn after the press: until then the name still says that it is not.
  await page.evaluate(() => new Promise((resolve) => void setTimeout(() => requestAnimationFrame(resolve), 0)))
  await expect(button).toHaveAccessibleName('Sync now')
  await page.keyboard.press('Escape')
}

export async function turnInterface(page: Page, direction: 'Right to left' | 'Left to right'): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').getByText(direction, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Escape closes one dialog after the other; the key of the next is pressed once it has the focus again, not in the frame before. */
export async function leaveDialogs(page: Page): Promise<void> {
  const dialogs = page.getByRole('dialog')
  for (let left = (await dialogs.count()) - 1; left >= 0; left -= 1) {
    await page.keyboard.press('Escape')
    await expect(dialogs).toHaveCount(left)
    if (left > 0) await expect(dialogs.last().locator(':focus')).toHaveCount(1)
  }
}

/** The desk on the Node host hears no answer to `path` before it is let go; that returns once it has heard them all. */
export async function holdBack(page: Page, path: string): Promise<{ letGo: () => Promise<void> }> {
  const gate = Promise.withResolvers<void>()
  const held: Promise<void>[] = []
  await page.route('**/call', (route) => {
    if ((route.request().postDataJSON() as { path?: string } | null)?.path !== path) return route.continue()
    const heard = gate.promise.then(() => route.continue())
    held.push(heard)
    return heard
  })
  return {
    async letGo() {
      await expect.poll(() => held.length).toBeGreaterThan(0)
      const answer = page.waitForResponse((response) => response.request().postData()?.includes(path) === true)
      gate.resolve()
      await (await answer).finished()
      await page.unroute('**/call')
    },
  }
}

/** To be looked at after a run; `npm run screenshots` takes its best from where it names. */
const FOLDER = process.env['ATTACHE_SCREENSHOTS_TO'] ?? 'test-results/screens'

/** One of very many: it is wide enough, and there is a picture of it where somebody asked for pictures. */
export async function keepPictureIfWanted(page: Page, name: string): Promise<void> {
  if (process.env['ATTACHE_SCREENSHOTS_TO'] === undefined) await expectNothingBeside(page, name)
  else await keepPictureElsewhere(page, name)
}

/** The desk as it came to rest: it keeps nobody out, is wide enough for everything on it, and a picture of it is kept. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  await keepPictureElsewhere(page, name)
}

/** A picture of what is not ours to mend: the blog's own pages. */
export async function keepPictureElsewhere(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await expectNothingBeside(page, name)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}

async function expectNothingBeside(page: Page, name: string): Promise<void> {
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflowPx, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
}
