import { holdBack, keepPicture } from './at-the-desk.ts'
import { caretTo, conclude, goTo, line, noteOn, openReview } from './at-the-review-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** The practice blog has a post that a contributor handed in; nobody wrote what to look at. */
test('a post that was handed in on the blog stands in the queue, and is reviewed as any other', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await goTo(page, 'Review')
  await openReview(page, /Tấm bưu thiếp/)
  await expect(line(page)).toContainText('handed it in; nobody wrote what to look at.')
  await expect(page.getByRole('list', { name: 'Reviews' })).toContainText('Handed in')
  await expect(page.getByRole('button', { name: 'Decide…' })).toBeVisible()
  await caretTo(page, 'end')
  await page.keyboard.type(' Xong.')
  await expect(page.locator('.post-text ins')).toContainText('Xong.')
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await noteOn(page, 'Ngày nào?')
  await keepPicture(page, 'review-handed-in')
  await conclude(page, 'Send back', 'Gần xong rồi.')
  await expect(line(page)).toContainText('Sent back')
  await expect(line(page)).toContainText('Through the blog')
  await goTo(page, 'Outbox')
  await expect(page.getByText('Tấm bưu thiếp đi lạc mười một năm').first()).toBeVisible()
})

test('a new desk begins at its posts, also where the reviews of its blog answer before the blog itself', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  const practise = page.getByRole('button', { name: 'Use the practice blog' })
  await expect(practise).toBeVisible()
  const { letGo } = await holdBack(page, 'blogs.list')
  const reviews = page.waitForResponse(
    async (response) =>
      response.request().postData()?.includes('reviews.queue') === true &&
      (await response.text()).includes('isThroughBlog'),
  )
  await practise.click()
  await reviews
  await letGo()
  await expect(page.getByRole('button', { name: 'New post', exact: true }).first()).toBeVisible()
})
