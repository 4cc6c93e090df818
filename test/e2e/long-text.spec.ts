import type { Editor } from '@tiptap/core'
import type { Page } from '@playwright/test'
import { expect, test } from './open-desk-window.ts'

const BLOCKS = 900
const SENTENCE = 'The boat left before noon and nobody in the harbour asked where it was going. '

/** Where somebody puts the caret, as a share of the text, and what they press then. */
const SCRIPTS: Record<string, { at: number; keys: [key: string, times: number][] }> = {
  'page by page': {
    at: 0.5,
    keys: [
      ['PageDown', 5],
      ['PageUp', 12],
    ],
  },
  'to the end and back': {
    at: 0.3,
    keys: [
      ['Control+End', 1],
      ['ArrowUp', 3],
      ['Control+Home', 1],
      ['ArrowDown', 3],
    ],
  },
  'line by line': {
    at: 0.4,
    keys: [
      ['ArrowDown', 20],
      ['ArrowUp', 30],
    ],
  },
  'selecting lines and pages': {
    at: 0.6,
    keys: [
      ['Shift+ArrowDown', 15],
      ['Shift+PageDown', 4],
      ['Shift+PageUp', 6],
    ],
  },
  'selecting to either end': {
    at: 0.1,
    keys: [
      ['Control+Shift+End', 1],
      ['ArrowLeft', 1],
      ['Control+Shift+Home', 1],
      ['ArrowRight', 1],
    ],
  },
  'all of it': {
    at: 0.5,
    keys: [
      ['Control+a', 1],
      ['ArrowRight', 1],
      ['ArrowUp', 5],
    ],
  },
}

test('in a very long text each key does what it does where all of it is laid out', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { viewport: { width: 1280, height: 800 } })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Text of the post' }).waitFor()
  await fill(page)
  await expect(page.locator('.post-text.is-long')).toBeVisible()
  const differs: string[] = []
  for (const [name, { at, keys }] of Object.entries(SCRIPTS)) {
    await layOutAll(page, true)
    const whole = await press(page, at, keys)
    await layOutAll(page, false)
    const spared = await press(page, at, keys)
    const first = whole.findIndex((place, index) => place !== spared[index])
    if (first !== -1) differs.push(`${name}: step ${first}: ${whole[first]} laid out, ${spared[first]} spared`)
  }
  expect(differs).toEqual([])
})

/** Paragraphs of one to nine lines, with a heading now and then. */
async function fill(page: Page): Promise<void> {
  await page.locator('.post-text').evaluate(
    (element, { blocks, sentence }) => {
      const { editor } = element as unknown as { editor: Editor }
      const content = Array.from({ length: blocks }, (_, index) => {
        const text = [{ type: 'text', text: `${index}. ${sentence.repeat(((index * 7) % 9) + 1)}` }]
        return index % 25 === 0
          ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `Day ${index}` }] }
          : { type: 'paragraph', content: text }
      })
      editor.commands.setContent({ type: 'doc', content })
    },
    { blocks: BLOCKS, sentence: SENTENCE },
  )
}

async function layOutAll(page: Page, isWhole: boolean): Promise<void> {
  await page.locator('.post-text').evaluate((element, whole) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.post-text.is-long > * { content-visibility: visible !important }')
    document.adoptedStyleSheets = whole ? [sheet] : []
    element.getBoundingClientRect()
  }, isWhole)
}

/** Where caret and selection are after each step. */
async function press(page: Page, at: number, keys: [key: string, times: number][]): Promise<string[]> {
  const text = page.locator('.post-text')
  await text.evaluate((element, share) => {
    const { editor } = element as unknown as { editor: Editor }
    editor.commands.focus(Math.floor(editor.state.doc.content.size * share), { scrollIntoView: true })
  }, at)
  await text.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  const places: string[] = []
  for (const [key, times] of keys) {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key)
      places.push(
        await text.evaluate(async (element, pressed) => {
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          const { anchor, head } = (element as unknown as { editor: Editor }).editor.state.selection
          return `${pressed} ${anchor}-${head}`
        }, key),
      )
    }
  }
  return places
}
