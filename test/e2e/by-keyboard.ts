import { expect, type Locator, type Page } from '@playwright/test'

interface Watched {
  pointed: string[]
}

/** From now on every press, move or click of a mouse that reaches the page is kept; a button that was pressed by a key is none. */
export const watchForMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const pointed: string[] = []
    Object.assign(window, { pointed })
    for (const type of ['pointerdown', 'mousedown', 'pointermove', 'wheel', 'touchstart'])
      window.addEventListener(type, (event) => event.isTrusted && pointed.push(type), true)
  })

export const mouseSeen = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Watched).pointed)

/** Presses `key` until what is meant has the focus. Behind the last thing of a page Tab leaves it once, and begins anew. */
export async function goTo(page: Page, target: Locator, key = 'Tab', mostPresses = 60): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < mostPresses; press += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    if (!key.endsWith('Tab')) await expectFocusKept(page)
  }
  await expect(target).toBeFocused()
}

/** Goes there and presses it. */
export async function pressOn(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await goTo(page, target, key)
  await page.keyboard.press('Enter')
  await expectFocusKept(page)
}

/** By what it is called, from wherever one is: typed and pressed at once, as somebody does who knows the name. */
export async function goByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectFocusKept(page)
}

/** In its combobox or menu, the arrow keys go to it. */
export async function chooseFromMenu(page: Page, item: Locator): Promise<void> {
  await goTo(page, item, 'ArrowDown', 20)
  await page.keyboard.press('Enter')
  await expectFocusKept(page)
}

/** The focus is somewhere: a keyboard that is on the page itself begins anew at its top. */
export const expectFocusKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing')).not.toBe('BODY')

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement || element.matches(':focus'))
