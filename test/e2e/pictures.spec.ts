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
