import type { Page } from '@playwright/test'
import { connect, keepPicture } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

/** The blog's clock, Asia/Ho_Chi_Minh, is seven hours ahead of UTC all year. */
const BLOG_AHEAD_MS = 7 * 3_600_000
const MINUTE_MS = 60_000

const on = eachOnWordpress()

test('a post is scheduled on the blog for the time on the blog’s clock', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { timezoneId: 'America/New_York' })
  await connect(page, on.line.url, on.site.users.author)
  await writePost(page, 'The morning boat')
  const dialog = await openSchedule(page)

  await fillTime(page, '2001-01-01', '08:00')
  await expect(dialog.getByText(/has passed already/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Schedule', exact: true })).toBeDisabled()
  await fillTime(page, '2099-06-22', '08:00')
  await expect(dialog.getByRole('status')).toHaveText('22 June 2099, 08:00 at the blog (21 June 2099, 21:00 here).')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()

  await page.getByRole('link', { name: /^Outbox/ }).click()
  const sent = page.getByRole('list', { name: 'Sent' }).getByRole('article', { name: /The morning boat/ })
  await expect(sent).toContainText('The blog makes it public at its time.', { timeout: 60_000 })
  expect(await posts()).toEqual([['future', '2099-06-22 01:00:00']])
  await page.getByRole('link', { name: /^Writing/ }).click()
  await expect(page.getByRole('link', { name: /The morning boat/ })).toContainText('Scheduled')
})

test('a scheduled post is given another time, and then none, by two clocks that disagree', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { timezoneId: 'America/New_York' })
  on.line.setClockAhead(7 * MINUTE_MS)
  await connect(page, on.line.url, on.site.users.author)
  await writePost(page, 'The morning boat')
  const dialog = await openSchedule(page)
  await expect(
    dialog.getByText('This laptop’s clock is 7 minutes behind the blog’s. The blog’s clock counts.'),
  ).toBeVisible()
  await fillTime(page, '2099-06-22', '08:00')
  await keepPicture(page, 'schedule-two-clocks')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect.poll(async () => (await posts())[0], { timeout: 60_000 }).toEqual(['future', '2099-06-22 01:00:00'])

  await page.getByText('Goes out on 22 June 2099, 08:00 at the blog (21 June 2099, 21:00 here).').waitFor()
  await page.getByRole('button', { name: 'Change its time…' }).click()
  await expect(dialog.getByRole('radio', { name: 'At another time' })).toBeChecked()
  await fillTime(page, '2099-06-23', '10:00')
  await keepPicture(page, 'change-time')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'change-time-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await dialog.getByRole('button', { name: 'Change the time' }).click()
  await expect.poll(async () => (await posts())[0], { timeout: 60_000 }).toEqual(['future', '2099-06-23 03:00:00'])

  await page.getByText('Goes out on 23 June 2099, 10:00 at the blog').waitFor()
  await page.getByRole('button', { name: 'Change its time…' }).click()
  await dialog.getByText('Not by itself: make it a draft again').click()
  await dialog.getByRole('button', { name: 'Take it off the schedule' }).click()
  await expect.poll(async () => (await posts())[0]?.[0], { timeout: 60_000 }).toBe('draft')
  await expect(page.getByRole('button', { name: 'Change its time…' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeVisible()
})

test('a time that passed without a line is asked about, and nothing was sent', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile)
  await connect(page, on.line.url, on.site.users.author)
  await writePost(page, 'The evening boat')
  await on.line.cut()
  await openSchedule(page)
  // The first full minute that leaves time enough to press the button.
  const at = new Date(Math.ceil((Date.now() + 8_000) / MINUTE_MS) * MINUTE_MS)
  const [date = '', time = ''] = new Date(at.getTime() + BLOG_AHEAD_MS).toISOString().slice(0, 16).split('T')
  await fillTime(page, date, time)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Schedule|Send when there is a line)$/ })
    .click()
  await expect.poll(() => Date.now(), { timeout: 90_000 }).toBeGreaterThan(at.getTime() + 1_000)
  await on.line.restore()

  await page.getByRole('link', { name: /^Outbox/ }).click()
  const waiting = page.getByRole('article', { name: /The evening boat/ })
  await expect(waiting).toContainText('Its time passed before there was a line. Nothing was sent.', { timeout: 60_000 })
  expect((await posts()).filter(([status]) => status === 'publish' || status === 'future')).toEqual([])

  await waiting.getByRole('button', { name: 'Publish now…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect.poll(async () => (await posts()).map(([status]) => status), { timeout: 60_000 }).toEqual(['publish'])
})

const posts = async (): Promise<[status: string, dateGmt: string][]> =>
  JSON.parse(
    await on.site.php(
      `echo json_encode(array_map(fn($post) => [$post->post_status, $post->post_date_gmt], get_posts(['post_status' => 'any', 'numberposts' => -1])));`,
    ),
  ) as [string, string][]

async function writePost(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type('It leaves from the northern pier.')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

async function openSchedule(page: Page) {
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('At a time', { exact: true }).click()
  return dialog
}

async function fillTime(page: Page, date: string, time: string): Promise<void> {
  await page.getByLabel('Day at the blog').fill(date)
  await page.getByLabel('Time at the blog', { exact: true }).last().fill(time)
}
