import { expect, test } from 'vitest'
import { isSameMarkup } from '../../../src/shared/content/is-same-markup.ts'
import { blogMarkup } from './blog-markup.ts'

const post = blogMarkup['a post of WordPress 7.1']
const unknown = blogMarkup['blocks of plug-ins and of a later WordPress']

test('what the filter of WordPress rewrites without changing it is the same', () => {
  const filtered = post.replaceAll('"/>', '" />').replace('&#91;', '&#091;')
  expect(filtered).not.toBe(post)
  expect(isSameMarkup(post, filtered)).toBe(true)
  expect(isSameMarkup(`${unknown}<img src="a"/>&#91;\n`, `${unknown}<img src="a" />&#091;`)).toBe(true)
})

test.each([
  ['a word', post, post.replace('passport', 'card')],
  ['a mark', post, post.replace('<strong>', '').replace('</strong>', '')],
  ['an address', post, post.replace('y=2', 'y=3')],
  ['a block', post, post.slice(0, post.lastIndexOf('<!-- wp:separator'))],
  ['an attribute of an unknown block', unknown, unknown.replace('"B"', '"C"')],
  ['a tag of an unknown block', `${unknown}<iframe></iframe>`, unknown],
  ['the kind of a block', post, post.replace('<p>The door', '<p class="x">The door')],
  ['everything', post, ''],
])('%s that changed is noticed', (_what, sent, stored) => {
  expect(stored).not.toBe(sent)
  expect(isSameMarkup(sent, stored)).toBe(false)
})
