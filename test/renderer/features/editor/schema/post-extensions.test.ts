import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import type { PostDocument } from '../../../../../src/shared/content/document.ts'

const everything: PostDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, dir: null, source: '<!-- a -->' }, content: [{ type: 'text', text: 'One' }] },
    {
      type: 'paragraph',
      attrs: { dir: 'rtl', source: '<!-- b -->' },
      content: [
        { type: 'text', text: 'bold code', marks: [{ type: 'bold' }, { type: 'code' }] },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'all',
          marks: [
            { type: 'link', attrs: { href: 'https://a.example/x?y=1&z' } },
            { type: 'bold' },
            { type: 'italic' },
            { type: 'code' },
          ],
        },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 4, source: 'ol' },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', attrs: { dir: null, source: null }, content: [{ type: 'text', text: 'item' }] },
            {
              type: 'bulletList',
              attrs: { source: null },
              content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { dir: 'ltr', source: null } }] }],
            },
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      attrs: { citation: 'A farmer', source: 'q' },
      content: [{ type: 'paragraph', attrs: { dir: null, source: null }, content: [{ type: 'text', text: 'said' }] }],
    },
    { type: 'codeBlock', attrs: { source: null }, content: [{ type: 'text', text: 'a\n\tb' }] },
    { type: 'horizontalRule', attrs: { source: '<hr>' } },
    {
      type: 'picture',
      attrs: {
        mediaId: 'ab'.repeat(32),
        remoteId: 7,
        url: 'https://a.example/p.jpg',
        alt: 'x',
        caption: 'y',
        source: 'p',
      },
    },
    { type: 'opaque', attrs: { blockName: 'core/table', source: '<!-- wp:table -->\n<b>' } },
  ],
}

describe('the editor schema', () => {
  it('keeps every name, attribute and mark of a post document', () => {
    const schema = getSchema(postExtensions)
    const node = schema.nodeFromJSON(everything)
    node.check()
    expect(node.toJSON()).toEqual(everything)
  })

  it('adds no node, mark or attribute of its own', () => {
    const schema = getSchema(postExtensions)
    const attributes = Object.fromEntries(
      Object.entries({ ...schema.nodes, ...schema.marks }).map(([name, type]) => [
        name,
        Object.keys(type.spec.attrs ?? {}).toSorted(),
      ]),
    )
    expect(attributes).toEqual({
      doc: [],
      text: [],
      hardBreak: [],
      paragraph: ['dir', 'source'],
      heading: ['dir', 'level', 'source'],
      bulletList: ['source'],
      orderedList: ['source', 'start'],
      listItem: [],
      blockquote: ['citation', 'source'],
      codeBlock: ['source'],
      horizontalRule: ['source'],
      picture: ['alt', 'caption', 'mediaId', 'remoteId', 'source', 'url'],
      opaque: ['blockName', 'source'],
      link: ['href'],
      bold: [],
      italic: [],
      code: [],
    })
  })
})
