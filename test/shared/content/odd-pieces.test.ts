import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockNode, ParagraphNode, PostDocument } from '../../../src/shared/content/document.ts'
import { documentToMarkup, type MarkupOptions } from '../../../src/shared/content/document-to-markup.ts'
import { walkDocument } from '../../../src/shared/content/document-walk.ts'
import { unexplainedChanges } from '../../../src/shared/content/explain-changes.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import { mergePosts } from '../../../src/shared/content/merge/merge-posts.ts'
import { contents } from './merge/versions.ts'

const options: MarkupOptions = { pictureFor: () => null, blogDirection: 'ltr' }
const write = (document: PostDocument): string => documentToMarkup(document, options).markup

const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const item = (inner: string): string => `<!-- wp:list-item -->\n<li>${inner}</li>\n<!-- /wp:list-item -->`
const list = (inner: string): string => `<!-- wp:list -->\n<ul class="wp-block-list">${inner}</ul>\n<!-- /wp:list -->`
const quote = (inner: string): string =>
  `<!-- wp:quote -->\n<blockquote class="wp-block-quote">${inner}</blockquote>\n<!-- /wp:quote -->`
const group = (inner: string): string =>
  `<!-- wp:group -->\n<div class="wp-block-group">${inner}</div>\n<!-- /wp:group -->`

/** A word that the text has once, and that somebody edits. */
const WORD = '%'
const numbered = (markup: string): string => {
  let count = 0
  return markup.replaceAll(WORD, () => `word${(count += 1)}.`)
}

const ODD_ITEMS = [
  item('before<p>a paragraph of its own</p>'),
  item('a picture<!-- wp:image --><figure class="wp-block-image"><img src="a.jpg" alt=""/></figure><!-- /wp:image -->'),
  item(`first${list(item('inner'))}words behind the list`),
  '<!-- wp:acme/item {"a":1} /-->',
  '<!-- a note between the items -->',
]
const plainItem = fc.constantFrom(
  item(WORD),
  item(` \n\t${WORD}\n`),
  item(`<b>bold</b> ${WORD}`),
  `<!-- wp:list-item {"className":"x"} --><li class="x" >${WORD}</LI><!-- /wp:list-item -->`,
)
const { listMarkup } = fc.letrec<{ listMarkup: string; itemMarkup: string }>((tie) => ({
  itemMarkup: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: plainItem },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_ITEMS) },
    { weight: 1, arbitrary: tie('listMarkup').map((inner) => item(`${WORD}\n\n${inner}\n`)) },
  ),
  listMarkup: fc
    .tuple(
      fc.array(fc.tuple(tie('itemMarkup'), fc.constantFrom('', '\n', '\n\n', '\r\n')), { maxLength: 4 }),
      fc.constantFrom(
        ['<!-- wp:list -->\n<ul class="wp-block-list">', '</ul>\n<!-- /wp:list -->'],
        ['<!-- wp:list {"ordered":true,"start":4} --><ol start="4">', '</ol><!-- /wp:list -->'],
      ),
    )
    .map(
      ([items, [open = '', close = '']]) =>
        `${open}${items.map((part) => part.join('')).join('')}${item(WORD)}${close}`,
    ),
}))

/** Of before 6.1: items that are nothing but HTML. */
const oldListMarkup = fc
  .array(
    fc.constantFrom(
      `<li>${WORD}</li>`,
      `<li class="x">${WORD}</li>`,
      `<li>${WORD}<ul><li>${WORD}</li>\n<li><p>odd</p></li></ul></li>`,
      '<li><p>odd</p></li>',
      '<!-- a note -->',
      '\n',
    ),
    { maxLength: 5 },
  )
  .map((items) => `<!-- wp:list -->\n<ul>${items.join('')}<li>${WORD}</li></ul>\n<!-- /wp:list -->`)

const quoteMarkup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        paragraph(WORD),
        group(`${paragraph(WORD)}\n\n${paragraph(WORD)}`),
        quote(paragraph(WORD)),
        '<!-- wp:acme/map {"zoom":7} /-->',
        '<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody><tr class="odd"><td>x</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
      ),
      listMarkup,
    ),
    { maxLength: 4 },
  )
  .map((pieces) => quote([paragraph(WORD), ...pieces].join('\n\n')))

const paragraphsWith = (document: PostDocument, text: RegExp): ParagraphNode[] =>
  [...walkDocument(document)].filter(
    (node): node is ParagraphNode => node.type === 'paragraph' && text.test(JSON.stringify(node.content ?? [])),
  )

const edit = (paragraph: ParagraphNode | undefined): string => {
  const last = paragraph?.content?.at(-1)
  if (last?.type !== 'text') return expect.unreachable()
  const [word = ''] = /word\d+\./.exec(last.text) ?? []
  last.text += ' Edited'
  return word
}

/** What is edited in it is `<strong>` where it was `<b>`: the words of one item are written anew together. */
const inOneForm = (markup: string): string => markup.replaceAll(/<(\/?)b>/g, '<$1strong>')

describe.each([
  ['a list with odd items', listMarkup],
  ['a list of before 6.1 with odd items', oldListMarkup],
  ['a quote that holds other blocks', quoteMarkup],
])('%s', (_what, markups) => {
  test('goes back as it came, all but its odd pieces open to be edited', () => {
    fc.assert(
      fc.property(markups.map(numbered), (markup) => {
        const document = markupToDocument(markup)
        expect(write(document)).toBe(markup)
        expect(document.content.map(({ type }) => type)).not.toContain('opaque')
        expect(paragraphsWith(document, /word\d/).length).toBe(markup.match(/word\d+/g)?.length)
      }),
      { numRuns: 300 },
    )
  })

  test('after an edit has other bytes where it was edited and nowhere else', () => {
    fc.assert(
      fc.property(markups.map(numbered), fc.nat(), (markup, at) => {
        const document = markupToDocument(markup)
        const all = paragraphsWith(document, /word\d/)
        const word = edit(all[at % all.length])
        const written = write(document)
        expect(inOneForm(written)).toBe(inOneForm(markup.replace(word, `${word} Edited`)))
        expect(written.replace('<strong>', '<b>').replace('</strong>', '</b>')).toBe(
          markup.replace(word, `${word} Edited`),
        )
        expect(unexplainedChanges(document, written, options)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('after items went, came and changed places has the bytes of every other, and says what the post says', () => {
    fc.assert(
      fc.property(markups.map(numbered), fc.nat(), fc.nat(), (markup, from, to) => {
        const document = markupToDocument(markup)
        const [block] = document.content
        if (!block || !('content' in block)) return expect.unreachable()
        const inner = block.content as BlockNode[]
        const [taken] = inner.splice(from % inner.length, 1)
        if (taken) inner.splice(to % (inner.length + 1), 0, structuredClone(taken))
        const written = write(document)
        for (const [word] of markup.matchAll(/word\d+\./g)) expect(written).toContain(word)
        for (const odd of ODD_ITEMS.filter((each) => markup.includes(each))) expect(written).toContain(odd)
        expect(unexplainedChanges(document, written, options)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

test('an odd item that two people changed is asked about; changes of other items fit together', () => {
  const odd = (text: string): string => item(`${text}<p>of its own</p>`)
  const base = list([item('one'), odd('two'), item('three')].join('\n\n'))
  const clean = mergePosts(contents(base, base.replace('one', 'uno'), base.replace('three', 'tres')))
  expect([clean.isClean, clean.merged.content]).toEqual([true, base.replace('one', 'uno').replace('three', 'tres')])
  const oneSided = mergePosts(contents(base, base.replace('one', 'uno'), base.replace('two', 'dos')))
  expect(oneSided.merged.content).toBe(base.replace('one', 'uno').replace('two', 'dos'))
  const both = mergePosts(contents(base, base.replace('>two', '>my two'), base.replace('of its own', 'of their own')))
  expect(both.isClean).toBe(false)
})

test('a quote that was opened before its group could be edited goes as it was, untouched', () => {
  const markup = quote(`${paragraph('one')}\n\n${group(paragraph('two'))}`)
  const document = markupToDocument(markup)
  const [block] = document.content
  if (block?.type !== 'blockquote') return expect.unreachable()
  block.content[1] = { type: 'opaque', attrs: { blockName: 'core/group', source: group(paragraph('two')) } }
  expect(write(document)).toBe(markup)
  expect(unexplainedChanges(document, markup, options)).toEqual([])
})
