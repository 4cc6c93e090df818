import { keepPicture, leaveDialogs } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'

test('slips are underlined and put right from the keyboard; names, passages and languages without a dictionary are left alone', async ({
  openDesk,
  profile,
}) => {
  const { page } = await openDesk(profile)
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  const language = page.getByRole('combobox', { name: 'Language' })
  await language.fill('English')
  await language.press('Enter')
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('Tea with the ambasador')
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const marked = text.locator('.misspelt')
  await text.click()
  await page.keyboard.type('We recieved the ambasador in Hanoy. Le gouvernement a répondu à NATO (a@exmple.org). ')
  await expect(marked).toHaveText(['recieved', 'ambasador', 'Hanoy', 'gouvernement', 'répondu'])
  await expect(marked.first()).toHaveAttribute('aria-invalid', 'spelling')

  await expect(title).toHaveAttribute('aria-invalid', 'spelling')
  await title.press('Home')
  await page.keyboard.press('Alt+F7')
  await expect(page.getByRole('menuitem', { name: 'ambassador' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(title).toHaveValue('Tea with the ambassador')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveValue('Tea with the ambasador')

  await page.keyboard.press('Alt+F7')
  await expect(page.getByRole('menuitem', { name: 'received' })).toBeFocused()
  await keepPicture(page, 'spelling')
  await page.keyboard.press('Enter')
  await expect(text).toContainText('We received the')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).toContainText('We recieved the')
  await page.keyboard.press('ControlOrMeta+y')

  await marked.filter({ hasText: 'Hanoy' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add to my names', exact: true }).click()
  await expect(page.getByText('“Hanoy” is one of your names.')).toBeVisible()
  await marked.filter({ hasText: 'ambasador' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Ignore here' }).click()
  await expect(marked).toHaveText(['gouvernement', 'répondu'])
  await expect(title).not.toHaveAttribute('aria-invalid')

  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitem', { name: 'Ignored words…' }).press('Enter')
  const row = page.getByRole('row', { name: 'ambasador' })
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(marked).toHaveText(['ambasador', 'gouvernement', 'répondu'])
  await expect(title).toHaveAttribute('aria-invalid', 'spelling')
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'looked at again' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(marked).toHaveText(['gouvernement', 'répondu'])

  await text.press('Alt+F7')
  await expect(page.getByRole('menu', { name: 'Spelling of gouvernement' })).toBeVisible()
  await page.keyboard.press('Escape')
  // The text has its caret back a frame after the menu is gone.
  await expect(text).toBeFocused()
  for (let letter = 0; letter < ' a répondu'.length; letter += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'The language of these words is…' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: /^French/ }).press('Enter')
  await expect(marked).toHaveCount(0)
  await expect(text.locator('[lang="fr"]')).toHaveText('gouvernement a répondu')

  await language.fill('Vietnamese')
  await language.press('Enter')
  await expect(page.getByText('no dictionary, spelling is not checked')).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Dictionaries…' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a dictionary…' }).click()
  await (
    await chooser
  ).setFiles([
    { name: 'vi_VN.aff', mimeType: 'text/plain', buffer: Buffer.from('SET UTF-8\nTRY a\n') },
    { name: 'vi_VN.dic', mimeType: 'text/plain', buffer: Buffer.from('2\nxin\nchào\n') },
  ])
  await expect(page.getByRole('button', { name: 'Remove Vietnamese (Vietnam)' })).toBeVisible()
  await leaveDialogs(page)
  await expect(marked.first()).toHaveText('We')
})
