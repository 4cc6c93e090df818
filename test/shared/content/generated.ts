import * as fc from 'fast-check'
import type {
  BlockNode,
  KeptParts,
  InlineMark,
  InlineNode,
  ListItemNode,
  ParagraphNode,
  PictureNode,
  PostDocument,
  VideoTrack,
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

const link: fc.Arbitrary<InlineMark> = fc.constantFrom(
  { type: 'link', attrs: { href: 'https://example.org/?a=1&lt=2#"quoted"' } },
  { type: 'link', attrs: { href: '/x', extra: { target: '_blank', rel: 'noreferrer noopener' } } },
)
const language: fc.Arbitrary<InlineMark> = fc.constantFrom(
  { type: 'language', attrs: { lang: 'ar', dir: 'rtl', tag: 'span' } },
  { type: 'language', attrs: { lang: 'vi-VN', dir: null, tag: 'bdo' } },
)
const keptMark: fc.Arbitrary<InlineMark> = fc.constantFrom(
  { type: 'kept', attrs: { open: '<mark class="wp-note" data-id="7">' } },
  { type: 'kept', attrs: { open: "<span style='color:red' data-x=1>" } },
)
const plainMarks = fc.subarray<InlineMark>([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'superscript' },
  { type: 'subscript' },
  { type: 'code' },
])

const marks: fc.Arbitrary<InlineMark[]> = fc
  .tuple(
    fc.uniqueArray(keptMark, { maxLength: 2, selector: (mark) => JSON.stringify(mark) }),
    ...[link, language].map((mark) => fc.array(mark, { maxLength: 1 })),
    plainMarks,
  )
  .map((all) => all.flat())
const withMarks = (all: InlineMark[]) => (all.length > 0 ? { marks: all } : {})

const inline: fc.Arbitrary<InlineNode[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.tuple(text, marks).map(([text, all]): InlineNode => ({ type: 'text', text, ...withMarks(all) })),
    },
    { weight: 2, arbitrary: fc.constant<InlineNode>({ type: 'hardBreak' }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('<!-- kept -->', '<img src="x.png" alt="">', '<em></em>', '<wbr>', '<svg><g></g></svg>'),
          marks,
        )
        .map(([source, all]): InlineNode => ({ type: 'keptInline', attrs: { source }, ...withMarks(all) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('0b1c', 'note-2'), marks)
        .map(([id, all]): InlineNode => ({ type: 'footnoteReference', attrs: { id }, ...withMarks(all) })),
    },
  ),
  { maxLength: 5 },
)

const kept: fc.Arbitrary<{ kept?: KeptParts }> = fc
  .option(
    fc.record({
      attributes: fc.constantFrom<KeptParts['attributes']>({}, { fontSize: 'large', metadata: { noteId: 7 } }),
      html: fc.constantFrom<KeptParts['html']>({}, { class: 'has-large-font-size', style: 'color:#fff', id: 'top' }),
    }),
  )
  .map((parts) => (parts ? { kept: parts } : {}))

const dir = fc.constantFrom('ltr', 'rtl', null)
const withContent = <Content>(content: Content[]) => (content.length > 0 ? { content } : {})

const paragraph: fc.Arbitrary<ParagraphNode> = fc
  .tuple(inline, dir, fc.constantFrom(null, 'interview-question', 'update-note'), kept)
  .map(([content, dir, variant, own]) => ({
    type: 'paragraph',
    attrs: { dir, ...(variant && { variant }), source: null, ...own },
    ...withContent(content),
  }))

const heading = fc.tuple(inline, fc.constantFrom(1, 2, 3, 4, 5, 6), dir, kept).map(([content, level, dir, own]) => ({
  type: 'heading' as const,
  attrs: { level, dir, source: null, ...own },
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

const line = fc.oneof(fc.constant(''), text)
const mediaOf = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 99_999 })), text)
  .map(([remoteId, path]) => ({ mediaId: null, remoteId, url: `https://example.org/${path}`, source: null }))
const align = fc.constantFrom(null, 'left', 'center', 'right', 'wide', 'full')

const picture: fc.Arbitrary<PictureNode> = fc
  .tuple(
    mediaOf,
    text,
    line,
    line,
    align,
    fc.constantFrom(null, 'large'),
    fc.constantFrom(null, '/a?b=1&c'),
    fc.boolean(),
    kept,
  )
  .map(([media, alt, caption, credit, align, sizeSlug, linkHref, isDecorative, own]) => ({
    type: 'picture',
    attrs: { ...media, alt, caption, credit, align, sizeSlug, linkHref, isDecorative, ...own },
  }))
const gallery = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 8 })), line, fc.array(picture, { minLength: 1, maxLength: 3 }))
  .map(([columns, caption, content]): BlockNode => ({
    type: 'gallery',
    attrs: { columns, caption, source: null },
    content,
  }))

const span = fc.integer({ min: 1, max: 3 })
const cell = fc
  .tuple(
    fc.boolean(),
    span,
    span,
    fc.constantFrom(null, 'left', 'right'),
    fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  )
  .map(([isHeader, colspan, rowspan, align, content]) => ({
    type: isHeader ? ('tableHeader' as const) : ('tableCell' as const),
    attrs: { colspan, rowspan, align },
    content,
  }))
const table = fc
  .tuple(
    fc.boolean(),
    line,
    fc.array(fc.tuple(fc.constantFrom('head', 'body', 'foot'), fc.array(cell, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([hasFixedLayout, caption, rows]): BlockNode => ({
    type: 'table',
    attrs: { hasFixedLayout, caption, source: null },
    content: rows.map(([section, content]) => ({ type: 'tableRow', attrs: { section }, content })),
  }))

const embed = fc
  .tuple(fc.constantFrom('', 'youtube'), fc.constantFrom('', 'video'), line, align, fc.constantFrom(null, '16-9'))
  .map(([provider, embedType, caption, align, aspect]): BlockNode => ({
    type: 'embed',
    attrs: { url: 'https://example.org/w?v=1&t=2', provider, embedType, caption, align, aspect, source: null },
  }))
const track: VideoTrack = { src: 'https://example.org/a.vtt', srcLang: 'fr', label: 'Français "1"', kind: 'captions' }
const video = fc
  .tuple(
    mediaOf,
    line,
    fc.constantFrom<VideoTrack[]>([], [track], [track, { ...track, isDefault: true, id: 4 }]),
    fc.constantFrom(null, '/p.jpg'),
  )
  .map(([media, caption, tracks, poster]): BlockNode => ({
    type: 'video',
    attrs: { ...media, caption, tracks, poster },
  }))
const audio = fc
  .tuple(mediaOf, line)
  .map(([media, caption]): BlockNode => ({ type: 'audio', attrs: { ...media, caption } }))
const file = fc
  .tuple(mediaOf, text, fc.boolean())
  .map(([media, name, showsDownload]): BlockNode => ({ type: 'file', attrs: { ...media, name, showsDownload } }))
const buttons = fc
  .array(fc.tuple(fc.constantFrom(null, '/a?b&c'), fc.boolean(), inline, kept), { minLength: 1, maxLength: 3 })
  .map((all): BlockNode => ({
    type: 'buttons',
    attrs: { source: null },
    content: all.map(([url, isNewTab, content, own]) => ({
      type: 'button',
      attrs: { url, isNewTab, source: null, ...own },
      ...withContent(content),
    })),
  }))
const footnotes = fc
  .array(fc.tuple(fc.constantFrom('0b1c', 'note-2'), inline), { minLength: 1, maxLength: 2 })
  .map((notes): BlockNode => ({
    type: 'footnotes',
    attrs: { meta: null, source: null },
    content: notes.map(([id, content]) => ({ type: 'footnote', attrs: { id }, ...withContent(content) })),
  }))
const lines = fc
  .tuple(fc.constantFrom('preformatted', 'verse'), inline, kept)
  .map(([type, content, own]): BlockNode => ({ type, attrs: { source: null, ...own }, ...withContent(content) }))
const pullquote = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), line)
  .map(([content, citation]): BlockNode => ({ type: 'pullquote', attrs: { citation, source: null }, content }))
const breaks: fc.Arbitrary<BlockNode> = fc.oneof(
  fc.constant<BlockNode>({ type: 'pageBreak', attrs: { source: null } }),
  fc
    .tuple(line, fc.boolean())
    .map(([text, noTeaser]): BlockNode => ({ type: 'moreBreak', attrs: { text, noTeaser, source: null } })),
  fc
    .constantFrom('', '<b>x</b>', '<script>1 < 2</script>')
    .map((html): BlockNode => ({ type: 'customHtml', attrs: { html, source: null } })),
)

const separator = fc.constant<BlockNode>({ type: 'horizontalRule', attrs: { source: null } })

const leaf: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 3, arbitrary: heading },
  { weight: 4, arbitrary: list },
  ...[
    quote,
    code,
    picture,
    separator,
    gallery,
    table,
    embed,
    video,
    audio,
    file,
    buttons,
    lines,
    pullquote,
    breaks,
    footnotes,
  ].map((arbitrary) => ({ weight: 1, arbitrary })),
)
const container: fc.Arbitrary<BlockNode> = fc.array(leaf, { minLength: 1, maxLength: 3 }).map((content) => ({
  type: 'container',
  attrs: {
    blockName: 'core/group',
    open: '<!-- wp:group -->\n<div class="wp-block-group">',
    close: '</div>\n<!-- /wp:group -->',
    source: null,
  },
  content,
}))

/** A block as the editor makes it: no source. */
export const newBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 20, arbitrary: leaf },
  { weight: 1, arbitrary: container },
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
