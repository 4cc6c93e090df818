import { expect, test } from 'vitest'
import { openReviewWord } from '../../../src/main/core/review-word/read-review-word.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import { nodeText } from '../../../src/shared/content/document-to-text.ts'
import { wordFile } from '../../support/word-file.ts'

/** How Word and LibreOffice write what was tracked, beyond what this program writes itself. */
const BY = 'w:id="1" w:author="Quan" w:date="2026-11-26T09:30:00Z"'
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const gone = (text: string): string =>
  `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const put = (text: string): string => `<w:ins ${BY}>${run(text)}</w:ins>`
const line = (inside: string, mark = ''): string =>
  `<w:p><w:pPr>${mark === '' ? '' : `<w:rPr><w:${mark} ${BY}/></w:rPr>`}</w:pPr>${inside}</w:p>`

const words = (...texts: string[]): PostWords => ({
  title: 'The ferry',
  document: {
    type: 'doc',
    content: texts.map((text) => ({
      type: 'paragraph',
      attrs: { dir: null, source: null },
      content: [{ type: 'text', text }],
    })),
  },
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  shareLines: [],
})

const SIX = 'The ferry leaves at six every morning.'
const WAITS = 'Nobody has ever seen it wait for anybody.'
const BREAD = 'Take bread with you, and a hat.'

async function read(body: string, comments = '') {
  const given = words(SIX, WAITS, BREAD)
  const file = await openReviewWord('x.docx', wordFile({ body, comments }))
  const savedBy = { name: 'Ann', at: '2026-11-27T12:00:00.000Z' }
  const result = file.marry({ given, proposed: given, suggestions: [], notes: [], savedBy })
  return {
    ...result,
    lines: result.proposed.document.content.map(nodeText),
    authors: result.suggestions.map(({ authorName }) => authorName),
  }
}

test('a paragraph parted in two: the end of the first was put in', async () => {
  const { lines, isTracked } = await read(
    line(run('The ferry leaves at six'), 'ins') + line(run(' every morning.')) + line(run(WAITS)) + line(run(BREAD)),
  )
  expect(lines).toEqual(['The ferry leaves at six', ' every morning.', WAITS, BREAD])
  expect(isTracked).toBe(true)
})

test('two paragraphs made one: the end of the first was taken out', async () => {
  const { lines, isTracked } = await read(line(run(`${SIX} `), 'del') + line(run(WAITS)) + line(run(BREAD)))
  expect(lines).toEqual([`${SIX} ${WAITS}`, BREAD])
  expect(isTracked).toBe(false)
})

test('a block that was moved is moved, and its author is known', async () => {
  const moved = (name: string, text: string): string =>
    `<w:p><w:pPr><w:rPr><w:${name} ${BY}/></w:rPr></w:pPr><w:${name}RangeStart ${BY} w:name="move1"/><w:${name} ${BY}>${run(text)}</w:${name}></w:p><w:${name}RangeEnd w:id="1"/>`
  const { lines, authors, isTracked } = await read(
    moved('moveTo', BREAD) + line(run(SIX)) + line(run(WAITS)) + moved('moveFrom', BREAD) + '<w:p/>',
  )
  expect(lines).toEqual([BREAD, SIX, WAITS])
  expect(isTracked).toBe(true)
  expect(new Set(authors)).toEqual(new Set(['Quan']))
})

test('words that one put in and another took out again are nowhere, and Word’s marks of its own are passed over', async () => {
  const both = `<w:ins ${BY}>${gone('very ')}</w:ins>`
  const noise = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="4" w:name="_GoBack"/><w:bookmarkEnd w:id="4"/>'
  const parted = `<w:r w:rsidR="00A1"><w:t xml:space="preserve">The ferry </w:t></w:r>${noise}<w:smartTag>${run('leaves ')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${both}${run('at six every morning.')}</w:sdtContent></w:sdt>`
  const { lines, isTracked } = await read(line(parted) + line(run(WAITS)) + line(run(BREAD)))
  expect(lines).toEqual([SIX, WAITS, BREAD])
  expect(isTracked).toBe(true)
})

test('a link that is written as a field is a link, also where its field was tracked', async () => {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const link = `<w:ins ${BY}>${field('begin')}<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/hats" \\l "sun"</w:instrText></w:r></w:ins>${field('separate')}${put('a big hat')}${field('end')}`
  const { proposed } = await read(
    line(run(SIX)) + line(run(WAITS)) + line(`${run('Take bread with you, and ')}${gone('a hat')}${link}${run('.')}`),
  )
  expect(proposed.document.content[2]).toMatchObject({
    content: [
      { text: 'Take bread with you, and ' },
      { text: 'a big hat', marks: [{ type: 'link', attrs: { href: 'https://example.org/hats#sun' } }] },
      { text: '.' },
    ],
  })
})

test('LibreOffice gives the look of a heading that was taken out to what follows: it stays what it was', async () => {
  const heading = '<w:pStyle w:val="Heading2"/>'
  const { proposed } = await read(
    `<w:p><w:pPr>${heading}<w:rPr><w:del ${BY}/></w:rPr></w:pPr>${gone('Old')}</w:p><w:p><w:pPr>${heading}</w:pPr>${run(SIX)}</w:p>${line(run(WAITS))}${line(run(BREAD))}`,
  )
  expect(proposed).toEqual(words(SIX, WAITS, BREAD))
})

test('a remark over words that were taken out keeps them, and one over several paragraphs stands at the first', async () => {
  const remark = (id: number, text: string): string =>
    `<w:comment w:id="${id}" w:author="Quan" w:date="2026-11-26T09:30:00Z"><w:p><w:r><w:annotationRef/></w:r>${run(text)}</w:p></w:comment>`
  const edge = (name: string, id: number): string => `<w:commentRange${name} w:id="${id}"/>`
  const { notes } = await read(
    line(`${run('The ferry leaves at six')}${edge('Start', 0)}${gone(' every morning')}${edge('End', 0)}${run('.')}`) +
      line(`${run('Nobody has ever seen it ')}${edge('Start', 1)}${run('wait for anybody.')}`) +
      line(`${run('Take bread')}${edge('End', 1)}${run(' with you, and a hat.')}`),
    remark(0, 'Why not?') + remark(1, 'Both.'),
  )
  expect(notes.map(({ words: said, anchor }) => [said, anchor?.quote])).toEqual([
    ['Why not?', ' every morning'],
    ['Both.', 'wait for anybody.'],
  ])
  expect(notes[1]?.anchor?.where).toMatchObject({ in: 'text', path: [1], from: 24 })
})
