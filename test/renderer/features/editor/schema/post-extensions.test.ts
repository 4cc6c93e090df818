import * as fc from 'fast-check'
import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import type { PostDocument } from '../../../../../src/shared/content/document.ts'
import { storableBlock } from '../../../../../src/shared/content/storable-block.ts'
import { documentInput } from '../../../../../src/shared/contract/document-input.ts'
import { newDocument } from '../../../../shared/content/generated.ts'
import { everyBlock } from '../../../../wordpress/every-block.ts'

const schema = getSchema(postExtensions)

/** What the editor hands out after it opened the document. */
function throughTheEditor(document: PostDocument): unknown {
  const node = schema.nodeFromJSON(document)
  node.check()
  return node.toJSON()
}

const storable = (document: PostDocument) => document.content.map((block) => storableBlock(block))

describe('the editor schema', () => {
  it('keeps every name, attribute and mark of every block, and the core takes what comes out', () => {
    const out = documentInput.parse(throughTheEditor(everyBlock))
    expect(storable(out)).toEqual(storable(everyBlock))
  })

  it('keeps any document that can be written', () => {
    fc.assert(
      fc.property(newDocument, (document) => {
        const out = documentInput.parse(throughTheEditor(document))
        expect(storable(out)).toEqual(storable(document))
      }),
    )
  })

  it('keeps what the desk does not model of a block, and the bytes it came from', () => {
    const kept = { attributes: { metadata: { noteId: 7 } }, html: { class: 'has-large-font-size' } }
    const document: PostDocument = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { dir: 'rtl', variant: null, source: '<!-- b -->', kept } },
        { type: 'heading', attrs: { level: 2, dir: null, source: '<!-- a -->', kept } },
        {
          type: 'bulletList',
          attrs: { source: 'ul', kept },
          content: [
            {
              type: 'listItem',
              attrs: { kept },
              content: [{ type: 'paragraph', attrs: { dir: null, variant: null, source: null, kept: null } }],
            },
          ],
        },
        { type: 'opaque', attrs: { blockName: 'core/latest-posts', source: '<!-- wp:latest-posts /-->\n<b>' } },
      ],
    }
    expect(throughTheEditor(document)).toEqual(document)
  })

  it('nests elements that are kept in their order, around every other mark', () => {
    const marks = [
      { type: 'kept', attrs: { open: '<u>' } },
      { type: 'kept', attrs: { open: '<mark data-id="7" class="wp-note">' } },
      { type: 'link', attrs: { href: 'https://a.example/x?y=1&z', extra: null } },
      { type: 'language', attrs: { lang: 'fa', dir: 'rtl', tag: 'span' } },
      { type: 'bold' },
      { type: 'italic' },
      { type: 'strike' },
      { type: 'superscript' },
      { type: 'subscript' },
      { type: 'code' },
    ]
    const paragraph = {
      type: 'paragraph',
      attrs: { dir: null, variant: null, source: null, kept: null },
      content: [{ type: 'text', text: 'all', marks }],
    }
    const document = { type: 'doc', content: [paragraph] } as PostDocument
    expect(throughTheEditor(document)).toEqual(document)
  })

  it('adds no node, mark or attribute of its own', () => {
    const origin = 'kept source'
    const media = `kept mediaId remoteId source url`
    const attributes = Object.fromEntries(
      Object.entries({ ...schema.nodes, ...schema.marks }).map(([name, type]) => [
        name,
        Object.keys(type.spec.attrs ?? {})
          .toSorted()
          .join(' '),
      ]),
    )
    const sorted = (names: string) => names.split(' ').toSorted().join(' ')
    expect(attributes).toEqual({
      doc: '',
      text: '',
      hardBreak: '',
      paragraph: sorted(`dir variant ${origin}`),
      heading: sorted(`dir level ${origin}`),
      bulletList: origin,
      orderedList: sorted(`start reversed ${origin}`),
      listItem: 'kept',
      blockquote: sorted(`citation ${origin}`),
      pullquote: sorted(`citation ${origin}`),
      codeBlock: origin,
      preformatted: origin,
      verse: origin,
      horizontalRule: origin,
      moreBreak: sorted(`text noTeaser ${origin}`),
      pageBreak: origin,
      picture: sorted(`alt isDecorative caption credit align sizeSlug linkHref ${media}`),
      gallery: sorted(`columns caption ${origin}`),
      table: sorted(`caption hasFixedLayout ${origin}`),
      tableRow: 'section',
      tableCell: 'align colspan kept rowspan',
      tableHeader: 'align colspan kept rowspan',
      embed: sorted(`url provider embedType caption align aspect ${origin}`),
      video: sorted(`caption poster tracks ${media}`),
      audio: sorted(`caption ${media}`),
      file: sorted(`name showsDownload ${media}`),
      buttons: origin,
      button: sorted(`url isNewTab ${origin}`),
      container: 'blockName close open source',
      footnotes: sorted(`meta ${origin}`),
      footnote: 'id',
      footnoteReference: 'id',
      customHtml: sorted(`html ${origin}`),
      opaque: 'blockName source',
      keptInline: 'source',
      kept: 'open',
      link: 'extra href',
      language: 'dir lang tag',
      bold: '',
      italic: '',
      strike: '',
      superscript: '',
      subscript: '',
      code: '',
    })
  })
})
