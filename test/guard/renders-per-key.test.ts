import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { callsSoFar, drawnSoFar, layoutsPerKey, rendersPerKey, watchCalls, watchRenders } from './count-renders.ts'
import { pageOnDesk } from './page-on-desk.ts'

const openLongText = (words: number): Promise<Page> =>
  pageOnDesk(words, async (page) => {
    await watchRenders(page)
    await watchCalls(page)
  })

test('a key in a long text draws nothing of what is around it, and is laid out once, also in a marked word', async () => {
  const page = await openLongText(10_000)
  // The first keys say that something is not saved yet. To open the post drew thousands, so what is counted is there.
  await rendersPerKey(page, 5)
  expect(await drawnSoFar(page)).toBeGreaterThan(1000)
  expect(await rendersPerKey(page, 30)).toBe(0)

  await page.locator('.post-text .finding-mark').first().waitFor()
  await page.locator('.post-text').evaluate((element) => {
    const { editor } = element as unknown as { editor: Editor }
    const mark = element.querySelector('.finding-mark')?.firstChild
    if (mark) editor.commands.focus(editor.view.posAtDOM(mark, 2), { scrollIntoView: true })
  })
  expect(await layoutsPerKey(page, 10)).toEqual({ layouts: 1, styles: 0 })
})

/** Counted: 70 for checks, spelling and the rows of the list together; the editor is 120 and the head of the list 90 by themselves. */
const MOST_AFTER_TYPING = 110

test('the pause after typing draws what shows something new, reads no text again, and no key is sent by the thread that draws', async () => {
  const page = await openLongText(500)
  const openCount = page.locator('.details-count').first()
  const row = page.locator('.post-row[aria-current] .post-row-facts')
  await openCount.waitFor()
  // What opening it set off is over, and the other thread runs.
  await expect.poll(() => row.textContent()).toContain('500 words')
  await page.keyboard.type(' now ')
  await expect.poll(() => row.textContent()).not.toContain('500 words')
  const [found, listed] = await Promise.all([openCount.textContent(), row.textContent()])
  const [callsBefore, drawnBefore] = await Promise.all([callsSoFar(page), drawnSoFar(page)])

  await page.keyboard.type(' twice twice misspeltt ')
  await expect.poll(() => openCount.textContent()).not.toBe(found)
  await expect.poll(() => row.textContent()).not.toBe(listed)
  await page.locator('.misspelt', { hasText: 'misspeltt' }).waitFor()
  expect((await drawnSoFar(page)) - drawnBefore).toBeLessThanOrEqual(MOST_AFTER_TYPING)
  const calls = (await callsSoFar(page)).slice(callsBefore.length)
  expect(calls).toContain('posts.summaries')
  expect(calls.filter((path) => path === 'posts.get' || path === 'posts.edit')).toEqual([])
})
