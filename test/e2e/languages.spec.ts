import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'
import { solidPng } from './png.ts'
import { goOnBelow, insert, insertPictures, newPost, postText, selectWords } from './write-blocks.ts'

const field = { name: 'canh-dong.png', buffer: solidPng(640, 360, [0x6f, 0x8f, 0x4e]) }
const boat = { name: 'thuyen.png', buffer: solidPng(640, 360, [0x4d, 0x6b, 0x84]) }

/** Nothing is selected, and is not two frames later either. */
const isCaretAtRest = (): Promise<boolean> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(getSelection()?.isCollapsed === true)))
  })

test('an interview in Vietnamese, with pictures', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await newPost(page, 'Năm câu hỏi với người giữ đập', 'Vietnamese')
  const { keyboard } = page

  await insert(page, 'interview')
  await keyboard.type('LT')
  await keyboard.press('Tab')
  await keyboard.type('NM')
  await keyboard.press('Enter')
  await expect(postText(page)).toBeFocused()
  await keyboard.type('Nước mặn đến sớm hơn mọi năm phải không?')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Đúng vậy. Sớm hơn một tháng, và chúng tôi phải chọn thửa ruộng nào để bỏ.')
  await keyboard.press('Enter')
  await keyboard.type('Có năm nước ngọt về muộn, lúa cháy đầu bông.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Ai quyết định?')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Cả xóm.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await insertPictures(page, 'gallery', [field, boat])
  const gallery = page.getByRole('figure', { name: 'Gallery' })
  await expect(gallery.locator('img')).toHaveCount(2)
  const descriptions = gallery.getByRole('textbox', { name: 'Description of the picture' })
  await descriptions.first().fill('Cánh đồng lúa lúc hừng đông')
  await descriptions.last().fill('Thuyền trên kênh')
  await gallery.getByRole('textbox', { name: 'Caption of the gallery' }).fill('Đồng bằng, tháng ba')
  await goOnBelow(page)
  await insert(page, 'dated')
  await keyboard.type('Giờ họp đã đổi.')

  const text = postText(page)
  await expect(text.locator('.interview-question')).toHaveText([
    'LT: Nước mặn đến sớm hơn mọi năm phải không?',
    'LT: Ai quyết định?',
  ])
  await expect(text.locator('.interview-answer')).toHaveText([
    'NM: Đúng vậy. Sớm hơn một tháng, và chúng tôi phải chọn thửa ruộng nào để bỏ.',
    'Có năm nước ngọt về muộn, lúa cháy đầu bông.',
    'NM: Cả xóm.',
  ])
  await expect(text.locator('.update-note')).toHaveText(/^Cập nhật, .*: Giờ họp đã đổi\.$/)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await text.locator('.interview-question').first().scrollIntoViewIfNeeded()
  await keepPicture(page, 'interview-vietnamese')
  await page.reload()
  await expect(gallery.getByRole('img', { name: 'Thuyền trên kênh' })).toBeVisible()
  await expect(text.locator('.interview-answer')).toHaveCount(3)
})

test('a Farsi post with a nested list, a quote, a table and English inside', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await newPost(page, 'آنچه از دلتا آموختم', 'Persian')
  const { keyboard } = page
  const text = postText(page)

  await keyboard.type('سه استان، دو قایق و یک مترجم بسیار صبور.')
  await keyboard.press('Enter')
  await keyboard.type('- نمک زودتر می‌رسد')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type('یک ماه زودتر از پیش')
  await keyboard.press('Enter')
  await keyboard.type('و هر سال بیشتر')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('بذر گران‌تر شده است')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('> چه کسی تصمیم می‌گیرد کدام مزرعه را رها کنیم؟')
  await page.getByRole('textbox', { name: 'Who said it' }).fill('کشاورزی در سوک‌ترانگ')
  await goOnBelow(page)
  await keyboard.type('این را ')
  await keyboard.type('salt intrusion')
  await selectWords(page, 'salt intrusion')
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Language of the words' }).click()
  await page.getByRole('menuitemradio', { name: /^English/ }).click()
  // The menu closes first, and gives the text back what was selected some frames later.
  await expect(text).toBeFocused()
  await expect(async () => {
    await keyboard.press('End')
    expect(await page.evaluate(isCaretAtRest)).toBe(true)
  }).toPass()
  await keyboard.press('Enter')
  await insert(page, 'table')
  for (const words of ['بندر', 'کشتی', 'اسکله', 'های‌فونگ', '۲۱۴']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  await keyboard.type('۱۲')

  await expect(text.locator('li').first()).toHaveCSS('direction', 'rtl')
  await expect(text.locator('li li')).toHaveText(['یک ماه زودتر از پیش', 'و هر سال بیشتر'])
  await expect(text.locator('blockquote')).toHaveCSS('direction', 'rtl')
  await expect(text.locator('.table table')).toHaveCSS('direction', 'rtl')
  await expect(text.locator('span[lang="en"]')).toHaveText('salt intrusion')
  await expect(text.locator('span[lang="en"]')).toHaveAttribute('dir', 'ltr')
  const starts = await text
    .locator('li > p')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().right))
  expect(starts[1], 'a list inside is further in from the right').toBeLessThan(starts[0] ?? 0)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await keepPicture(page, 'editor-farsi')
})
