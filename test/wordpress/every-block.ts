import { transcriptBlock } from '../../src/shared/content/captions/transcript.ts'
import type {
  BulletListNode,
  BlockNode,
  InlineNode,
  ParagraphNode,
  PictureNode,
  PostDocument,
} from '../../src/shared/content/document.ts'

const text = (words: string): InlineNode => ({ type: 'text', text: words })
const paragraph = (...content: InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content,
})
const words = (...lines: string[]): ParagraphNode[] => lines.map((line) => paragraph(text(line)))

const picture = (attrs: Partial<PictureNode['attrs']>): PictureNode => ({
  type: 'picture',
  attrs: {
    mediaId: null,
    remoteId: 11,
    url: 'https://blog.example/wp-content/uploads/ferry.jpg',
    alt: 'A ferry at dawn',
    caption: '',
    source: null,
    ...attrs,
  },
})

const INLINE: InlineNode[] = [
  { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
  { type: 'text', text: 'italic', marks: [{ type: 'italic' }] },
  { type: 'text', text: 'struck', marks: [{ type: 'strike' }] },
  { type: 'text', text: 'raised', marks: [{ type: 'superscript' }] },
  { type: 'text', text: 'lowered', marks: [{ type: 'subscript' }] },
  { type: 'text', text: 'code', marks: [{ type: 'code' }] },
  {
    type: 'text',
    text: 'link',
    marks: [
      {
        type: 'link',
        attrs: { href: 'https://example.org/', extra: { target: '_blank', rel: 'noreferrer noopener' } },
      },
    ],
  },
  { type: 'text', text: 'bonjour', marks: [{ type: 'language', attrs: { lang: 'fr', dir: 'ltr', tag: 'span' } }] },
  { type: 'text', text: 'سلام', marks: [{ type: 'language', attrs: { lang: 'fa', dir: 'rtl', tag: 'span' } }] },
  { type: 'text', text: 'noted', marks: [{ type: 'kept', attrs: { open: '<mark data-id="7" class="wp-note">' } }] },
  { type: 'hardBreak' },
  { type: 'footnoteReference', attrs: { id: '4b1f5a86-0d1c-4b8e-9a46-0d3a0f3fd9a1' } },
]

const list = (...items: string[]): BulletListNode => ({
  type: 'bulletList',
  attrs: { source: null },
  content: items.map((item) => ({ type: 'listItem', content: words(item) })),
})

const cell = (
  type: 'tableCell' | 'tableHeader',
  line: string,
  attrs: { colspan?: number; rowspan?: number; align?: 'right' } = {},
) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, align: null, ...attrs },
  content: words(line),
})

/** As the desk makes a new gallery. */
const LEADS_NOWHERE = { attributes: { linkTo: 'none' }, html: {} }

const media = { mediaId: null, remoteId: 12, source: null }

/** Every block the desk writes, in every form it gives it, by the name under which WordPress's editor should know it again. */
export const EVERY_BLOCK: readonly (readonly [name: string, block: BlockNode])[] = [
  ['core/paragraph', paragraph(...INLINE)],
  ['core/paragraph', { ...paragraph(text('سلام دنیا')), attrs: { dir: 'rtl', source: null } }],
  [
    'core/paragraph',
    { ...paragraph(text('Why rice?')), attrs: { dir: null, variant: 'interview-question', source: null } },
  ],
  [
    'core/paragraph',
    { ...paragraph(text('Because.')), attrs: { dir: null, variant: 'interview-answer', source: null } },
  ],
  [
    'core/paragraph',
    { ...paragraph(text('به‌روزرسانی')), attrs: { dir: 'rtl', variant: 'update-note', source: null } },
  ],
  ...([1, 2, 3, 4, 5, 6] as const).map((level): readonly [string, BlockNode] => [
    'core/heading',
    { type: 'heading', attrs: { level, dir: null, source: null }, content: [text(`Level ${level}`)] },
  ]),
  [
    'core/list',
    {
      ...list('one'),
      content: [{ type: 'listItem', content: [paragraph(text('one')), list('inside', 'further in')] }],
    },
  ],
  [
    'core/list',
    { type: 'orderedList', attrs: { start: 4, source: null }, content: [{ type: 'listItem', content: words('four') }] },
  ],
  [
    'core/list',
    {
      type: 'orderedList',
      attrs: { start: 3, reversed: true, source: null },
      content: [{ type: 'listItem', content: words('three') }],
    },
  ],
  [
    'core/quote',
    {
      type: 'blockquote',
      attrs: { citation: 'A farmer', source: null },
      content: [...words('Salt.', 'And seed.'), list('a')],
    },
  ],
  ['core/pullquote', { type: 'pullquote', attrs: { citation: '', source: null }, content: words('Salt.') }],
  [
    'core/pullquote',
    { type: 'pullquote', attrs: { citation: 'A farmer', source: null }, content: words('Salt.', 'Seed.') },
  ],
  [
    'core/code',
    { type: 'codeBlock', attrs: { source: null }, content: [{ type: 'text', text: 'if (a < b) {\n\treturn [x]\n}' }] },
  ],
  ['core/preformatted', { type: 'preformatted', attrs: { source: null }, content: [text('a  b\n c')] }],
  ['core/verse', { type: 'verse', attrs: { source: null }, content: [text('One line\n   and another')] }],
  ['core/separator', { type: 'horizontalRule', attrs: { source: null } }],
  ['core/more', { type: 'moreBreak', attrs: { text: 'Read the rest', noTeaser: true, source: null } }],
  ['core/nextpage', { type: 'pageBreak', attrs: { source: null } }],
  ['core/image', picture({})],
  ['core/image', picture({ remoteId: null, caption: 'The ferry' })],
  ['core/image', picture({ alt: '', isDecorative: true, align: 'wide', sizeSlug: 'large' })],
  ['core/image', picture({ caption: 'The ferry', credit: 'A. Author', align: 'left', sizeSlug: 'medium' })],
  ['core/image', picture({ align: 'center', linkHref: 'https://example.org/ferry' })],
  ['core/image', picture({ credit: 'A. Author', align: 'right', sizeSlug: 'thumbnail' })],
  [
    'core/gallery',
    {
      type: 'gallery',
      attrs: { columns: null, caption: '', source: null, kept: LEADS_NOWHERE },
      content: [picture({}), picture({ caption: 'Two' })],
    },
  ],
  [
    'core/gallery',
    {
      type: 'gallery',
      attrs: { columns: 2, caption: 'Three ferries', source: null, kept: LEADS_NOWHERE },
      content: [picture({}), picture({}), picture({})],
    },
  ],
  [
    'core/table',
    {
      type: 'table',
      attrs: { caption: 'Ports', hasFixedLayout: true, source: null },
      content: [
        {
          type: 'tableRow',
          attrs: { section: 'head' },
          content: [cell('tableHeader', 'Port'), cell('tableHeader', 'Ships', { align: 'right' })],
        },
        {
          type: 'tableRow',
          attrs: { section: 'body' },
          content: [cell('tableCell', 'Hai Phong'), cell('tableCell', '214', { align: 'right' })],
        },
        { type: 'tableRow', attrs: { section: 'body' }, content: [cell('tableCell', 'All of them', { colspan: 2 })] },
        { type: 'tableRow', attrs: { section: 'foot' }, content: [cell('tableCell', 'Sum'), cell('tableCell', '214')] },
      ],
    },
  ],
  [
    'core/table',
    {
      type: 'table',
      attrs: { caption: '', hasFixedLayout: false, source: null },
      content: [
        {
          type: 'tableRow',
          attrs: { section: 'body' },
          content: [cell('tableCell', 'North', { rowspan: 2 }), cell('tableCell', '1')],
        },
        { type: 'tableRow', attrs: { section: 'body' }, content: [cell('tableCell', '2')] },
      ],
    },
  ],
  [
    'core/embed',
    {
      type: 'embed',
      attrs: {
        url: 'https://www.youtube.com/watch?v=x1',
        provider: 'youtube',
        embedType: 'video',
        caption: 'A film',
        align: null,
        aspect: '16-9',
        source: null,
      },
    },
  ],
  [
    'core/embed',
    {
      type: 'embed',
      attrs: {
        url: 'https://vimeo.com/1',
        provider: 'vimeo',
        embedType: 'video',
        caption: '',
        align: 'wide',
        aspect: '16-9',
        source: null,
      },
    },
  ],
  [
    'core/embed',
    {
      type: 'embed',
      attrs: {
        url: 'https://example.org/a?b=1&c=2',
        provider: '',
        embedType: '',
        caption: '',
        align: null,
        aspect: null,
        source: null,
      },
    },
  ],
  [
    'core/video',
    {
      type: 'video',
      attrs: {
        ...media,
        url: 'https://blog.example/film.mp4',
        caption: 'The film',
        poster: null,
        tracks: [
          { src: 'https://blog.example/film.vtt', srcLang: 'en', label: 'English', kind: 'captions', isDefault: true },
          { src: 'https://blog.example/film-vi.vtt', srcLang: 'vi', label: 'Tiếng Việt', kind: 'subtitles' },
          { src: 'https://blog.example/film-seen.vtt', srcLang: '', label: '', kind: 'descriptions' },
        ],
      },
    },
  ],
  [
    'core/video',
    {
      type: 'video',
      attrs: {
        ...media,
        url: 'https://blog.example/film.mp4',
        caption: '',
        poster: 'https://blog.example/still.jpg',
        tracks: [],
      },
    },
  ],
  ['core/details', transcriptBlock('Why rice?\nBecause <it> grows & feeds.', 'fa')],
  ['core/audio', { type: 'audio', attrs: { ...media, url: 'https://blog.example/talk.mp3', caption: 'The talk' } }],
  [
    'core/file',
    { type: 'file', attrs: { ...media, url: 'https://blog.example/form.odt', name: 'The form', showsDownload: true } },
  ],
  [
    'core/file',
    { type: 'file', attrs: { ...media, url: 'https://blog.example/form.odt', name: 'The form', showsDownload: false } },
  ],
  [
    'core/buttons',
    {
      type: 'buttons',
      attrs: { source: null },
      content: [
        {
          type: 'button',
          attrs: { url: 'https://example.org/apply', isNewTab: false, source: null },
          content: [text('Apply')],
        },
        {
          type: 'button',
          attrs: { url: 'https://example.org/ask', isNewTab: true, source: null },
          content: [text('Ask')],
        },
        { type: 'button', attrs: { url: null, isNewTab: false, source: null }, content: [text('Soon')] },
      ],
    },
  ],
  [
    'core/columns',
    {
      type: 'container',
      attrs: {
        blockName: 'core/columns',
        open: '<!-- wp:columns -->\n<div class="wp-block-columns">',
        close: '</div>\n<!-- /wp:columns -->',
        source: null,
      },
      content: ['Left', 'Right'].map((line) => ({
        type: 'container',
        attrs: {
          blockName: 'core/column',
          open: '<!-- wp:column -->\n<div class="wp-block-column">',
          close: '</div>\n<!-- /wp:column -->',
          source: null,
        },
        content: words(line),
      })),
    },
  ],
  ['core/html', { type: 'customHtml', attrs: { html: '<div class="x">\n<b>own</b> &amp; raw\n</div>', source: null } }],
  [
    // The desk's own notes are a list with anchors, which every version of WordPress can hold.
    'core/list',
    {
      type: 'footnotes',
      attrs: { meta: null, source: null },
      content: [
        { type: 'footnote', attrs: { id: '4b1f5a86-0d1c-4b8e-9a46-0d3a0f3fd9a1' }, content: [text('A note.')] },
      ],
    },
  ],
]

export const everyBlock: PostDocument = { type: 'doc', content: EVERY_BLOCK.map(([, block]) => block) }
