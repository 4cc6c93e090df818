import * as fc from 'fast-check'
import type {
  BlockNode,
  InlineMark,
  InlineNode,
  ListItemNode,
  ParagraphNode,
  PostDocument,
} from '../../../src/shared/content/document.ts'

/** Words as people type them, and signs that mean something to HTML, to the block grammar or to a shortcode. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'The reading room opens at nine. ',
      'تفتح القاعة أبوابها صباحا',
      'חדר הקריאה',
      'Thư viện mở cửa',
      '  two  spaces  ',
      'no\u00a0break',
      '&lt;b&gt; & &amp; &#91; &nbsp',
      '<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->',
      '</p>',
      '<!--',
      '-->',
      '[gallery ids="1"]',
      'https://example.org/?a=1&b=2',
      '12 345',
    ),
  },
)

const marks: fc.Arbitrary<InlineMark[]> = fc.subarray<InlineMark>([
  { type: 'link', attrs: { href: 'https://example.org/?a=1&lt=2#"quoted"' } },
  { type: 'bold' },
  { type: 'italic' },
  { type: 'code' },
])

const inline: fc.Arbitrary<InlineNode[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(text, marks)
        .map(([text, marks]): InlineNode => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })),
    },
    { weight: 1, arbitrary: fc.constant<InlineNode>({ type: 'hardBreak' }) },
  ),
  { maxLength: 5 },
)

const dir = fc.constantFrom('ltr', 'rtl', null)
const withContent = <Content>(content: Content[]) => (content.length > 0 ? { content } : {})

const paragraph: fc.Arbitrary<ParagraphNode> = fc
  .tuple(inline, dir)
  .map(([content, dir]) => ({ type: 'paragraph', attrs: { dir, source: null }, ...withContent(content) }))

const heading = fc.tuple(inline, fc.constantFrom(1, 2, 3, 4, 5, 6), dir).map(([content, level, dir]) => ({
  type: 'heading' as const,
  attrs: { level, dir, source: null },
  ...withContent(content),
}))

const { list } = fc.letrec<{ list: BlockNode & { type: 'bulletList' | 'orderedList' }; item: ListItemNode }>((tie) => ({
  list: fc
    .tuple(fc.boolean(), fc.integer({ min: -5, max: 2000 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([isOrdered, start, content]) =>
      isOrdered
        ? { type: 'orderedList', attrs: { start, source: null }, content }
        : { type: 'bulletList', attrs: { source: null }, content },
    ),
  item: fc
    .tuple(paragraph, fc.array(fc.oneof({ depthSize: 'small' }, paragraph, tie('list')), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}))

const quote = fc
  .tuple(fc.array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 3 }), fc.oneof(fc.constant(''), text))
  .map(([content, citation]) => ({ type: 'blockquote' as const, attrs: { citation, source: null }, content }))

const code = fc.array(fc.oneof(text, fc.constant('\n')), { maxLength: 5 }).map((lines) => ({
  type: 'codeBlock' as const,
  attrs: { source: null },
  ...(lines.join('') !== '' && { content: [{ type: 'text' as const, text: lines.join('') }] }),
}))

const picture = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 99_999 })), text, text, fc.oneof(fc.constant(''), text))
  .map(([remoteId, path, alt, caption]) => ({
    type: 'picture' as const,
    attrs: { mediaId: null, remoteId, url: `https://example.org/${path}`, alt, caption, source: null },
  }))

const separator = fc.constant<BlockNode>({ type: 'horizontalRule', attrs: { source: null } })

/** A block as the editor makes it: no source. */
export const newBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: list },
  quote,
  code,
  picture,
  separator,
)

export const newDocument: fc.Arbitrary<PostDocument> = fc
  .array(newBlock, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }))

/** Pieces of block markup, whole and broken, in any order: what a blog with a history may hold. */
const markupPiece = fc.constantFrom(
  '<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->',
  '<!-- wp:paragraph {"direction":"rtl"} -->\r\n<p dir="rtl">مرحبا</p>\r\n<!-- /wp:paragraph -->',
  '<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>x</li><!-- /wp:list-item --></ul><!-- /wp:list -->',
  '<!-- wp:group {"layout":{"type":"constrained"}} -->\n<div class="wp-block-group">',
  '</div>\n<!-- /wp:group -->',
  '<!-- wp:latest-posts {"postsToShow":3} /-->',
  '<!-- /wp:paragraph -->',
  '<!-- wp:paragraph {"a":',
  '<!-- wp:paragraph {"a":1}} -->',
  '<!--more-->',
  '<!--',
  '-->',
  '{}',
  '} -->',
  '<p>',
  '</p>',
  '<',
  '&am',
  'wp:',
  ' ',
  '\n\n',
  '\r\n',
  'Words outside of any block.',
)

export const anyMarkup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: markupPiece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''))
