import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import type { PostDocument } from '../../../../src/shared/content/document.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import {
  brokenPieces,
  sealedForm,
  type SealedForm,
  type SealedPost,
  type ShownFile,
} from '../../../../src/shared/content/seal/sealed-post.ts'
import type { UtcIso } from '../../../../src/shared/domain/ids.ts'
import type { ShareLine } from '../../../../src/shared/domain/share-line.ts'
import { anyMarkup, newDocument } from '../generated.ts'
import { blocks, card, list, paragraph, picture } from '../merge/versions.ts'

const identify = ({ mediaId, url }: ShownFile): string[] => [
  ...(mediaId === null ? [] : [`sha256:${mediaId}`]),
  ...(url === null ? [] : [url]),
]
const said = (change: Partial<ShareLine>): ShareLine => ({
  id: 'one',
  kind: 'press-line',
  platform: 'other',
  platformName: '',
  ownLimit: null,
  language: '',
  text: 'A ferry.',
  ...change,
})
const post = (change: Partial<SealedPost> = {}): SealedPost => ({
  title: 'The ferry at Can Tho',
  document: markupToDocument(
    blocks(paragraph('It leaves at six.'), picture('a.jpg', 'The ferry'), list('bread', 'tea')),
  ),
  excerpt: 'Nobody has seen it wait.',
  language: 'en',
  direction: 'ltr',
  categories: ['Culture'],
  tags: ['river', 'ferry'],
  publishAt: null,
  shareLines: [said({})],
  ...change,
})
const sealed = (change?: Partial<SealedPost>): SealedForm => sealedForm(post(change), identify)
const withMarkup = (markup: string): SealedForm => sealed({ document: markupToDocument(markup) })
const markupOf = (document: PostDocument): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup

describe('a seal of share lines', () => {
  test('is the same for what was sealed before there were any, and for none', () => {
    expect(sealed({ shareLines: [] }).pieces.share).toBe('[]')
  })

  test('does not mind their order, an empty one, white space at the ends, or what the desk alone knows of them', () => {
    const [one, two] = [said({}), said({ id: 'two', text: 'It waits.' })]
    const before = sealed({ shareLines: [one, two] })
    const after = sealed({
      shareLines: [
        two,
        said({ id: 'other', text: 'A ferry.\n', platform: 'x', ownLimit: 9 }),
        said({ id: 'x', text: ' ' }),
      ],
    })
    expect(brokenPieces(before, after)).toEqual([])
  })

  test('is broken when the text moves to another platform', () => {
    const on = (platform: ShareLine['platform']) => sealed({ shareLines: [said({ kind: 'platform', platform })] })
    expect(brokenPieces(on('mastodon'), on('bluesky'))).toEqual(['share'])
  })
})

describe('a seal is broken by', () => {
  test.each<[string, Partial<SealedPost>]>([
    ['title', { title: 'The ferry at Can Tho.' }],
    ['excerpt', { excerpt: 'Nobody has seen it wait' }],
    ['language', { language: 'fr' }],
    ['terms', { tags: ['river'] }],
    ['terms', { categories: [] }],
    ['schedule', { publishAt: '2026-12-01T09:00:00.000Z' as UtcIso }],
    ['share', { shareLines: [said({ text: 'A ferry!' })] }],
    ['share', { shareLines: [said({ language: 'vi' })] }],
    ['share', { shareLines: [said({ kind: 'announcement' })] }],
    ['share', { shareLines: [said({}), said({ id: 'two', text: 'It waits.' })] }],
    ['share', { shareLines: [] }],
  ])('another %s', (piece, change) => {
    expect(brokenPieces(sealed(), sealed(change))).toEqual([piece])
  })

  test('one letter, one mark, one level, one attribute of a block that we do not model', () => {
    const before = withMarkup(blocks(paragraph('It leaves at six.'), card('x')))
    for (const after of [
      blocks(paragraph('It leaves at sex.'), card('x')),
      blocks(paragraph('It leaves at <em>six</em>.'), card('x')),
      blocks(card('x'), paragraph('It leaves at six.')),
      blocks(paragraph('It leaves at six.'), card('x').replace('data-x="1"', 'data-x="2"')),
      blocks(paragraph('It leaves at six.').replace('<p>', '<p class="big">'), card('x')),
    ])
      expect(brokenPieces(before, withMarkup(after)), after).toEqual(['text'])
  })

  test('another picture in the place of one', () => {
    expect(brokenPieces(withMarkup(picture('a.jpg', 'x')), withMarkup(picture('b.jpg', 'x')))).toEqual(['pictures'])
  })
})

describe('a seal is not broken by', () => {
  test('the order of terms, an empty paragraph at the end, white space at the ends', () => {
    const { content } = post().document
    const empty = { type: 'paragraph', attrs: { dir: null, source: null } } as const
    const same = {
      tags: ['ferry', 'river'],
      title: ' The ferry at Can Tho ',
      document: { type: 'doc', content: [...content, empty] },
    }
    expect(brokenPieces(sealed(), sealed(same as Partial<SealedPost>))).toEqual([])
  })

  test('the notes that people of wp-admin put on it', () => {
    const noted = blocks(
      '<!-- wp:paragraph {"metadata":{"noteId":7}} -->\n<p>It leaves <mark class="wp-note" data-id="8">at six</mark>.</p>\n<!-- /wp:paragraph -->',
    )
    expect(brokenPieces(withMarkup(paragraph('It leaves at six.')), withMarkup(noted))).toEqual([])
  })

  test('a picture that was sent since: it is known by its bytes, and by its address', () => {
    const node = (file: Partial<ShownFile>): PostDocument => ({
      type: 'doc',
      content: [
        {
          type: 'picture',
          attrs: { mediaId: null, remoteId: null, url: null, alt: 'A', caption: '', source: null, ...file },
        },
      ],
    })
    const before = sealed({ document: node({ mediaId: 'ab' }) })
    const sent = sealed({ document: node({ mediaId: 'ab', remoteId: 4, url: 'https://b.example/ab.jpg' }) })
    const onBlog = sealed({ document: node({ remoteId: 4, url: 'https://b.example/ab.jpg' }) })
    expect(brokenPieces(before, sent)).toEqual([])
    expect(brokenPieces(sent, onBlog)).toEqual([])
    expect(brokenPieces(before, onBlog)).toEqual(['pictures'])
  })

  test('being written to the blog and read again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(newDocument, anyMarkup.map(markupToDocument)), (document) => {
        const again = markupToDocument(markupOf(document))
        expect(brokenPieces(sealed({ document }), sealed({ document: again }))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
