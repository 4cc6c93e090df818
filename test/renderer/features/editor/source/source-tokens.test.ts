import { expect, it } from 'vitest'
import { sourceTokens } from '../../../../../src/renderer/src/features/editor/source/source-tokens.ts'

it('a source is coloured in pieces that join to it again, also a broken one', () => {
  for (const source of [
    '<!-- wp:p {"a":"<b>"} -->\n<p dir="rtl">سلام</p>\n<!-- /wp:p -->',
    'a < b <p',
    '<!-- open',
    '',
  ]) {
    expect(
      sourceTokens(source)
        .map(({ text }) => text)
        .join(''),
    ).toBe(source)
  }
})

it('comments, tags and words are told apart', () => {
  expect(sourceTokens('<!-- wp:p --><p>one</p>').map(({ kind }) => kind)).toEqual(['comment', 'tag', 'words', 'tag'])
})
