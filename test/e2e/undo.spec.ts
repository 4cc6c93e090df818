import { expect, test } from './open-desk-window.ts'

test('undo goes back beyond a killed program and a closed window, and redo comes back', async ({
  openDesk,
  profile,
}) => {
  const first = await openDesk(profile)
  const textIn = (desk: typeof first) => desk.page.getByRole('textbox', { name: 'Text of the post' })
  const writtenDown = (desk: typeof first) =>
    desk.page.waitForResponse((response) => response.request().postData()?.includes('undo.keep') === true)
  await first.page.getByRole('button', { name: 'Use the practice blog' }).click()
  await first.page.getByRole('button', { name: 'New post', exact: true }).first().click()
  await textIn(first).click()
  await first.page.keyboard.type('The boats left with rice.')
  await first.page.keyboard.press('ControlOrMeta+Home')
  const firstKept = writtenDown(first)
  // At once: what a slow machine hears half a second apart is undone in two steps.
  await first.page.keyboard.insertText('Today. ')
  await firstKept
  await expect(first.page.getByText(/^Saved/)).toBeVisible()
  await first.kill9()

  const second = await openDesk(profile)
  await expect(textIn(second)).toHaveText('Today. The boats left with rice.')
  await expect(textIn(second)).toBeFocused()
  await second.page.keyboard.press('ControlOrMeta+z')
  await expect(textIn(second)).toHaveText('The boats left with rice.')
  await second.page.keyboard.press('ControlOrMeta+z')
  await expect(textIn(second)).toHaveText('')
  const secondKept = writtenDown(second)
  await second.page.keyboard.press('ControlOrMeta+y')
  await expect(textIn(second)).toHaveText('The boats left with rice.')
  await secondKept
  await expect(second.page.getByText(/^Saved/)).toBeVisible()
  await second.stop()

  const third = await openDesk(profile)
  await expect(textIn(third)).toHaveText('The boats left with rice.')
  await expect(textIn(third)).toBeFocused()
  await third.page.keyboard.press('ControlOrMeta+y')
  await expect(textIn(third)).toHaveText('Today. The boats left with rice.')
})
