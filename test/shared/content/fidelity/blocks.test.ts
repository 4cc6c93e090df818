import { expect, test } from 'vitest'
import type { BlockNode } from '../../../../src/shared/content/document.ts'
import { mapBlocks } from '../../../../src/shared/content/document-walk.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { blogMarkup } from '../blog-markup.ts'
import { blockFixtures } from './block-fixtures.ts'
import { expectFidelity, write } from './expect-fidelity.ts'

const withoutSource = (block: BlockNode): BlockNode =>
  block.type === 'opaque' || block.type === 'container'
    ? block
    : ({ ...block, attrs: { ...block.attrs, source: null } } as BlockNode)

test.each(blockFixtures)('%s: %s goes back as it came, and written anew it is the same', (type, _name, markup) => {
  const document = markupToDocument(markup)
  expect(document.content.map((block) => block.type)).toEqual([type])
  expect(write(mapBlocks(document, withoutSource))).toBe(markup)
  expectFidelity(markup)
})

test('all of them in one post, after one another and in one another', () => {
  const all = blockFixtures.map(([, , markup]) => markup).join('\n\n')
  expectFidelity(all)
  expectFidelity(`<!-- wp:group -->\n<div class="wp-block-group">${all}</div>\n<!-- /wp:group -->\n`)
})

test.each(Object.entries(blogMarkup))(
  '%s goes back as it came, and an edited paragraph alone differs',
  (_name, markup) => {
    expectFidelity(markup)
  },
)
