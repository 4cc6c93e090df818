import { connect, keepPicture } from './at-the-desk.ts'
import { eachOnWordpress } from './each-on-wordpress.ts'
import { expect, test } from './open-desk-window.ts'

const on = eachOnWordpress()

test('whoever signs out without a line is told that the blog still takes the password, until it does not', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  const { author } = on.site.users
  await connect(page, on.line.url, author)
  await page.getByRole('button', { name: /^Line:/ }).click()
  await page.getByRole('button', { name: 'Sign out…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Sign out of/ })
  await expect(dialog.getByRole('checkbox', { name: /^Take the password back on the blog too/ })).toBeChecked()
  await keepPicture(page, 'sign-out')
  await on.line.cut()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  const notice = page.getByRole('region', { name: /^A password of .* is to be taken back$/ })
  await expect(notice).toContainText('still takes this laptop’s password: there was no line to take it back')
  await keepPicture(page, 'sign-out-to-be-done')
  await page.setViewportSize({ width: 720, height: 450 })
  await keepPicture(page, 'sign-out-to-be-done-enlarged')
  await notice.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('could not be reached. It is tried again by itself.')).toBeVisible()

  await on.line.restore()
  await notice.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('no longer takes the password of this laptop.')).toBeVisible()
  await expect(notice).toBeHidden()
  const left = await on.site.php(`echo count(WP_Application_Passwords::get_user_application_passwords(${author.id}));`)
  expect(left).toBe('0')
})
