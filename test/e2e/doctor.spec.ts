import { connect, keepPicture, turnInterface } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const on = eachOnWordpress()

test('a sign-in that fails leads to the cause, in words, and to a report that can be saved', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await on.site.php(
    "wp_insert_post(['post_title' => 'Theirs', 'post_status' => 'publish', 'post_content' => 'Words.']);",
  )
  // What the blog itself shows is allowed; signed in or not, a request for posts or people meets a wall.
  on.line.strikeEach(({ path }) =>
    path.includes('/wp/v2/')
      ? {
          kind: 'answer',
          answer: { status: 403, headers: { 'content-type': 'text/html', server: 'WAF' }, body: '<h1>Forbidden</h1>' },
        }
      : null,
  )
  await page.getByRole('button', { name: 'Connect your blog' }).click()
  await page.getByRole('textbox', { name: 'Address of the blog' }).fill(on.line.url)
  await page.getByRole('button', { name: 'Find the blog' }).click()
  const { userName, applicationPassword } = on.site.users.author
  await page.getByRole('textbox', { name: 'User name' }).fill(userName)
  await page.getByRole('textbox', { name: 'Application password' }).fill(applicationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Find out why…' }).click()

  const dialog = page.getByRole('dialog', { name: 'Site doctor' })
  await expect(dialog).toContainText('takes all of it away again')
  await keepPicture(page, 'doctor-before')
  await dialog.getByRole('button', { name: 'Look at the site' }).click()
  await expect(dialog.getByRole('status').first()).toContainText('Reading is allowed, and signing in is blocked (403)')
  await keepPicture(page, 'doctor-cause')
  const report = dialog.locator('pre')
  await expect(report).toContainText('THE CAUSE: Sign-in')
  await expect(report).toContainText('Server: WAF')
  await expect(report).not.toContainText(userName)
  await report.scrollIntoViewIfNeeded()
  await keepPicture(page, 'doctor-report')
  for (const [name, ending] of [
    ['Save to print or send…', 'html'],
    ['Save as text…', 'txt'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name }).click()
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`^site-report-127\\.0\\.0\\.1.*\\.${ending}$`))
  }

  // The wall is taken down, and the same doctor has nothing to say.
  on.line.strikeEach(null)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByRole('status').first()).toContainText('Nothing is wrong')
})

test('a visit shows how far it is, and is ended with nothing left behind', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'dark' })
  await connect(page, on.line.url, on.site.users.author)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Site doctor…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Site doctor' })
  const release = on.line.hold({ method: 'POST', pathContains: '/wp/v2/media' })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status').first()).toContainText('Looking at: Uploading pictures')
  await keepPicture(page, 'doctor-running-dark')
  await dialog.getByRole('button', { name: 'End the visit' }).click()
  release()
  await expect(dialog.getByText('The visit was ended before it was through.').last()).toBeVisible()
  await keepPicture(page, 'doctor-ended-dark')
  expect(
    await on.site.php("echo count(get_posts(['post_type' => ['post', 'attachment'], 'post_status' => 'any,trash']));"),
  ).toBe('0')
})

test('a line that is down is named from the mark of the line, mirrored and narrow as well', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await connect(page, on.line.url, on.site.users.author)
  await turnInterface(page, 'Right to left')
  await page.setViewportSize({ width: 900, height: 700 })
  await on.line.cut()
  await page.getByRole('button', { name: /^Line:/ }).click()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByRole('button', { name: 'Find out why…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Site doctor' })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status').first()).toContainText('refuses the connection')
  await expect(dialog).toContainText('Not looked at, because “Line and proxy” comes first.')
  await keepPicture(page, 'doctor-no-line-mirrored')
  await dialog.getByRole('button', { name: 'Save as text…' }).scrollIntoViewIfNeeded()
  await keepPicture(page, 'doctor-report-mirrored')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the diagnostics are read before they are saved', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await expect(page.getByRole('button', { name: /^Line:/ })).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Diagnostics for your IT…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Diagnostics for your IT' })
  await expect(dialog.locator('pre')).toContainText('integrity: whole')
  await expect(dialog.locator('pre')).not.toContainText('practice.attache.invalid')
  await keepPicture(page, 'diagnostics')
  await dialog.getByText('With the addresses of the blogs').click()
  await expect(dialog.locator('pre')).toContainText('practice.attache.invalid')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save…' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^attache-diagnostics-.*\.txt$/)
})
