import { cameraJpeg } from '../support/camera-pictures.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

/** A photograph of a phone on its way into a post: cleaned, described once, cut by the keyboard, and never lost. */
test('a photograph is cleaned, described, put into a post, cut and used again', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page
    .getByRole('list', { name: 'Posts' })
    .getByRole('link', { name: /What the oyster/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText(/oyster/)

  await page.getByRole('link', { name: /^Pictures/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add pictures…' }).click()
  const photograph = Buffer.from(await cameraJpeg({ orientation: 6, widthPx: 1600, heightPx: 1000 }))
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')
  await (
    await chooser
  ).setFiles([
    { name: 'IMG_2044.jpg', mimeType: 'image/jpeg', buffer: photograph },
    { name: 'IMG_2045.HEIC', mimeType: 'image/heic', buffer: heic },
  ])
  await expect(page.getByText('“IMG_2045.HEIC” is in the HEIC format of phones')).toBeVisible()
  await expect(page.getByText('Place and camera data were removed from what is sent.')).toBeVisible()

  const grid = page.getByRole('grid', { name: 'Pictures' })
  await grid.getByRole('row', { name: 'IMG_2044.jpg' }).click()
  await page.getByRole('textbox', { name: 'Description' }).fill('Oyster boats at low tide')
  await page.getByRole('textbox', { name: 'Credit' }).fill('Lan')
  await page.keyboard.press('Tab')
  await expect(grid.getByRole('row', { name: 'Oyster boats at low tide' })).toBeVisible()
  await keepPicture(page, 'pictures')

  await page.getByRole('button', { name: 'Put it into the open post' }).click()
  const figure = page.locator('figure.picture').last()
  await expect(figure.getByLabel('Description of the picture')).toHaveValue('Oyster boats at low tide')
  const shown = figure.locator('img')
  const before = await shown.getAttribute('src')

  await figure.getByRole('button', { name: 'Crop', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Crop and turn' })
  await dialog.getByRole('button', { name: 'Turn left' }).click()
  await dialog.getByRole('slider', { name: 'Height' }).focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown')
  await keepPicture(page, 'crop-and-turn')
  await dialog.getByRole('button', { name: 'Use this' }).click()
  await expect(shown).not.toHaveAttribute('src', before ?? '')
  await expect(figure.getByLabel('Description of the picture')).toHaveValue('Oyster boats at low tide')

  await page.getByRole('link', { name: /^Pictures/ }).click()
  const both = grid.getByRole('row', { name: 'Oyster boats at low tide' })
  await expect(both).toHaveCount(2)
  await both.filter({ hasText: 'In one post' }).click()
  await expect(page.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await both.filter({ hasText: 'In no post' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(both).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(both).toHaveCount(2)
})

/** A film for readers who cannot hear it: captions from another program, a transcript made of them, and both reach the blog. */
test('a film gets captions and a transcript and is found complete', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('The ferry at dawn')
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type('/video')
  await page.keyboard.press('Enter')
  const ask = page.getByRole('dialog', { name: 'Video, audio or document' })
  await ask.getByRole('textbox', { name: 'Or its address' }).fill('https://films.example/ferry.mp4')
  await ask.getByRole('button', { name: 'Put the address into the post' }).click()

  const film = page.getByRole('region', { name: 'Video' })
  await film.getByRole('button', { name: 'Captions and transcript…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Captions and transcript' })
  const take = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Add a caption file…' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  }
  await take('ferry.srt', '1\n00:00:01,000 --> 00:00:00,500\nGood morning.\n')
  await expect(dialog.getByRole('alert')).toContainText('“ferry.srt”, line 2: this caption ends before it begins.')
  await take(
    'ferry.vi.srt',
    '1\n00:00:01,000 --> 00:00:02,000\nChào buổi sáng.\n\n2\n00:00:09,000 --> 00:00:10,000\nPhà rời bến.\n',
  )
  await expect(dialog.getByRole('textbox', { name: 'Called in the player' })).toHaveValue('Tiếng Việt')
  await dialog.getByRole('button', { name: 'Fill it from the captions: Tiếng Việt' }).click()
  await expect(dialog.getByRole('textbox', { name: 'What is said, typed or pasted' })).toHaveValue(
    'Chào buổi sáng.\nPhà rời bến.',
  )
  await keepPicture(page, 'captions-and-transcript')
  await dialog.getByRole('button', { name: 'Keep it in the post' }).click()
  await expect(film).toContainText('Captions: Tiếng Việt.')
  await expect(page.getByRole('region', { name: 'Fold-out: Transcript' })).toContainText('Phà rời bến.')
  await expect(page.getByText('neither captions nor a transcript')).toHaveCount(0)
})
