import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

const COMMENTS = 900
const THREAD = 600

let blog: ChildProcess

test.afterEach(() => blog?.disconnect())

test('a thread of hundreds is walked through by key, and the focus is never lost', async ({ openDesk, profile }) => {
  blog = fork(new URL('../bench/serve-long-lists.ts', import.meta.url), [
    '--posts=4',
    `--comments=${COMMENTS}`,
    `--threads=${THREAD}`,
  ])
  const [{ url }] = (await once(blog, 'message')) as [{ url: string }]
  const { page } = await openDesk(profile)
  await connect(page, url, { userName: 'bench', applicationPassword: 'abcd efgh ijkl mnop qrst uvwx' })
  await page.getByRole('link', { name: /^Conversation/ }).click()
  await expect(page.getByRole('radio', { name: `All ${COMMENTS}` })).toBeVisible({ timeout: 60_000 })
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link', { name: /6\d\d comments/ })
    .click()

  const cards = page.getByRole('article', { name: /^Comment by/ })
  const focused = page.locator('li:has(> article:focus)')
  const count = Number(await page.locator('.threads li').first().getAttribute('aria-setsize'))
  expect(count).toBeGreaterThan(THREAD)
  expect(await cards.count()).toBeLessThan(40)
  await cards.first().focus()
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-posinset', String(count))
  await expect(cards.last()).toBeInViewport()
  await page.keyboard.press('k')
  await expect(focused).toHaveAttribute('aria-posinset', String(count - 1))
  await page.keyboard.press('Home')
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('aria-posinset', '2')

  // The wheel takes it out of sight, and a key goes on from where the person was.
  await page.mouse.move(900, 500)
  await page.mouse.wheel(0, 9000)
  await expect(focused).not.toBeInViewport()
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('aria-posinset', '3')
  await expect(focused).toBeInViewport()

  // Answers to the third one are seen by whom they answer, and lead there.
  const answer = page.getByRole('button', { name: /^answers/ }).first()
  await answer.click()
  await expect(focused).toBeInViewport()

  // What leaves the list under the focus hands it on to what stands in its place.
  await page.keyboard.press('End')
  await page.keyboard.press('f')
  await page.keyboard.press('Home')
  await page.keyboard.press('f')
  await page.getByRole('radio', { name: 'Flagged 2' }).click()
  await cards.first().focus()
  await page.keyboard.press('f')
  await expect(page.getByRole('radio', { name: 'Flagged 1' })).toBeVisible()
  await expect(focused).toHaveAttribute('aria-posinset', '1')
  await expect(page.locator('.threads')).toContainText('Flagged')
})
