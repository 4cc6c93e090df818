import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'

const WORDS_A_PARAGRAPH = 50

/** Paragraphs of so many words together. */
export function textOf(words: number): string[] {
  return Array.from({ length: Math.ceil(words / WORDS_A_PARAGRAPH) }, (_, paragraph) =>
    withoutTwice(
      Array.from({ length: WORDS_A_PARAGRAPH }, (_word, index) => wordOf((paragraph * 31 + index * 7) % 997)),
    ).join(' '),
  )
}

/** A word that stands twice is marked, and nobody writes thousands of them. */
const withoutTwice = (words: string[]): string[] =>
  words.map((word, index) => (word === words[index - 1] ? 'again' : word))

const KNOWN = 'the boat left before noon and nobody in the harbour asked where it was going'.split(' ')

/** Some thousand different words; nearly all of them are in the dictionary, as in what people write. */
function wordOf(number: number): string {
  const known = KNOWN[number % KNOWN.length] ?? ''
  return number % 40 === 0 ? `${known}${'abcdefghij'[number % 7]}q${'klmnopqrst'[Math.floor(number / 40) % 10]}` : known
}

/** A new post in English with these paragraphs, the caret in their middle. */
export async function openOnDesk(page: Page, paragraphs: string[]): Promise<void> {
  await page.getByRole('button', { name: 'New post', exact: true }).first().click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.waitFor()
  const language = page.getByRole('combobox', { name: 'Language' })
  await language.fill('English')
  await language.press('Enter')
  await text.evaluate((element, texts) => {
    const { editor } = element as unknown as { editor: Editor }
    const content = texts.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }))
    editor.commands.setContent({ type: 'doc', content })
    editor.commands.focus(Math.floor(texts.join('').length / 2), { scrollIntoView: true })
  }, paragraphs)
}
