import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { matchesBeside } from '../../../../../src/renderer/src/features/editor/find/find-beside.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const doc = getSchema(postExtensions).nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'The ferry' }] },
    { type: 'picture', attrs: { alt: 'A ferry at dawn', caption: 'Férry and ferry', credit: 'Lan' } },
    { type: 'blockquote', attrs: { citation: 'The ferryman' }, content: [{ type: 'paragraph' }] },
  ],
})
const query = { matchesCase: false, matchesAccents: false, wholeWords: false }

it('the title, captions, descriptions and sources are looked through, the text itself is not', () => {
  const found = matchesBeside(doc, 'By ferry', { ...query, text: 'ferry' })
  expect(found.map(({ position, words, from }) => [position, words, from])).toEqual([
    [null, 'By ferry', 3],
    [11, 'Férry and ferry', 0],
    [11, 'Férry and ferry', 10],
    [11, 'A ferry at dawn', 2],
    [12, 'The ferryman', 4],
  ])
  expect(matchesBeside(doc, '', { ...query, text: 'ferry', wholeWords: true })).toHaveLength(3)
})

it('nothing, or signs that are no letters, finds nothing', () => {
  expect(matchesBeside(doc, 'By ferry', { ...query, text: '' })).toEqual([])
  expect(matchesBeside(doc, 'By ferry', { ...query, text: '\u0640' })).toEqual([])
})
