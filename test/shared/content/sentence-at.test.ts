import { expect, test } from 'vitest'
import { sentenceAt } from '../../../src/shared/content/sentence-at.ts'
import type { BlockNode, PostDocument } from '../../../src/shared/content/document.ts'
import { paragraph } from '../../support/desk-on-practice-blog.ts'

const documentOf = (...content: BlockNode[]): PostDocument => ({ type: 'doc', content })
const rule: BlockNode = { type: 'horizontalRule', attrs: { source: null } }
const list: BlockNode = {
  type: 'bulletList',
  attrs: { source: null },
  content: [
    { type: 'listItem', content: [{ type: 'paragraph', attrs: { dir: null, source: null } }] },
    {
      type: 'listItem',
      content: [
        { type: 'paragraph', attrs: { dir: null, source: null }, content: [{ type: 'text', text: 'Salt. Rice.' }] },
      ],
    },
  ],
}

test('without a position it is the last sentence that has words', () => {
  const document = documentOf(paragraph('It rained. Nobody came.'), rule, paragraph(' '))
  expect(sentenceAt(document, null, 'en')).toBe('Nobody came.')
})

test('a position behind a full stop is in the sentence that was just ended', () => {
  const document = documentOf(paragraph('It rained. Nobody came.'), paragraph('We sailed.'))
  expect(sentenceAt(document, 1 + 'It rained.'.length, 'en')).toBe('It rained.')
  expect(sentenceAt(document, 1, 'en')).toBe('It rained.')
  expect(sentenceAt(document, 1 + 'It rained. No'.length, 'en')).toBe('Nobody came.')
})

test('blocks, items of a list and what is no text count as the editor counts them', () => {
  const document = documentOf(rule, list, paragraph('After.'))
  // The rule is 0–1; the list opens at 1, its first item at 2, the empty paragraph at 3; the second item at 6, its paragraph at 7.
  expect(sentenceAt(document, 8 + 'Salt. Ri'.length, 'en')).toBe('Rice.')
  expect(sentenceAt(document, 8 + 'Salt.'.length, 'en')).toBe('Salt.')
})

test('a sentence ends as it does in its own script', () => {
  expect(sentenceAt(documentOf(paragraph('باران آمد. کسی نیامد؟ رفتیم')), null, 'fa')).toBe('رفتیم')
  expect(sentenceAt(documentOf(paragraph('下雨了。没有人来。')), null, 'zh')).toBe('没有人来。')
})

test('of a long sentence its end is shown, and a tag that is no language harms nothing', () => {
  const long = `${'so '.repeat(200)}on`
  const shown = sentenceAt(documentOf(paragraph(long)), null, 'not a language')
  expect(shown.startsWith('…')).toBe(true)
  expect(shown.endsWith('so on')).toBe(true)
  expect(shown.length).toBeLessThan(225)
})

test('a text without words has none', () => {
  expect(sentenceAt(documentOf(rule, paragraph('  ')), 3, '')).toBe('')
})
