import { getSchema } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { placeOfPassage } from '../../../../src/renderer/src/features/editor/passage-place.ts'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { findPassage } from '../../../../src/shared/search/mark-matches.ts'
import { parseSearch } from '../../../../src/shared/search/parse-search.ts'

const doc = getSchema(postExtensions).nodeFromJSON(
  markupToDocument(
    [
      '<!-- wp:paragraph -->\n<p>First of all, <strong>ti</strong>de and time.</p>\n<!-- /wp:paragraph -->',
      '<!-- wp:image {"id":7} -->\n<figure class="wp-block-image"><img src="https://blog.example/f.jpg" alt="An old ferry" class="wp-image-7"/></figure>\n<!-- /wp:image -->',
      '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Học bổng\u00a0<em>một</em> năm</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
      '<!-- wp:acme/box -->\n<div>Hidden <b>salt</b></div>\n<!-- /wp:acme/box -->',
    ].join('\n\n'),
  ),
)
function chosen(line: string, asked: string): string | null {
  const passage = findPassage(line, parseSearch(asked).terms)
  const place = passage && placeOfPassage(doc, passage)
  if (!place) return null
  return place instanceof NodeSelection ? place.node.type.name : doc.textBetween(place.from, place.to)
}

test('what was found is chosen in the text as the editor has it', () => {
  expect(chosen('First of all, tide and time.', 'tide')).toBe('tide')
  expect(chosen('First of all, tide and time.', '"of all tide"')).toBe('of all, tide')
  expect(chosen('Học bổng một năm', 'hoc')).toBe('Học')
  expect(chosen('Học bổng một năm', '"bong mot nam"')).toBe('bổng\u00a0một năm')
  expect(chosen('An old ferry', 'ferry')).toBe('picture')
  expect(chosen('Hidden salt', 'salt')).toBe('opaque')
  expect(chosen('Not here any more', 'more')).toBeNull()
})
