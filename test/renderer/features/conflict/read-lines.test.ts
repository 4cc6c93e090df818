import { describe, expect, it, test } from 'vitest'
import { itemTexts } from '../../../../src/renderer/src/features/conflict/item-texts.ts'
import { notePlaces } from '../../../../src/renderer/src/features/conflict/note-places.ts'
import { readMarkup, readNote, type ReadLine } from '../../../../src/renderer/src/features/conflict/read-lines.ts'
import { blockFixtures } from '../../../shared/content/fidelity/block-fixtures.ts'

const read = (lines: readonly ReadLine[] | null): string[] =>
  (lines ?? []).map(({ look, depth, runs, cell }) => {
    const words = runs.map(({ text }) => text).join('')
    const place = cell ? `${cell.row},${cell.column}${cell.isHead ? ' head' : ''} ` : ''
    return `${'  '.repeat(depth)}${look === 'paragraph' ? '' : `${look}: `}${place}${words}`
  })
const fixture = (name: string): string => blockFixtures.find(([, called]) => called === name)?.[2] ?? ''
const group = (inner: string): string =>
  `<!-- wp:group -->\n<div class="wp-block-group">${inner}</div>\n<!-- /wp:group -->`

describe('a block is read as a person sees it', () => {
  it.each<[string, string, string[]]>([
    [
      'a table by its cells',
      fixture('a table with merged cells'),
      [
        'name: Table',
        '0,0 head Day',
        '0,1 head Hours',
        '1,0 Monday',
        '1,1 9',
        '1,1 to 12',
        '2,0 14 to 17',
        '3,0 By appointment',
        'detail: When we are here',
      ],
    ],
    [
      'a gallery',
      fixture('a gallery'),
      ['name: Gallery of 2 pictures', 'picture: Picture: A', 'picture: Picture: B', 'detail: Doors'],
    ],
    [
      'an embed',
      fixture('a film elsewhere'),
      ['name: Embed: YouTube', 'detail: www.youtube.com/watch?v=a&t=1', 'detail: A film'],
    ],
    ['a film', fixture('a film with captions'), ['name: Video: a.mp4', 'detail: Captions: English']],
    ['a sound', fixture('a sound'), ['name: Audio: a.mp3', 'detail: Waves']],
    ['a file', fixture('a file'), ['name: File', 'detail: The form']],
    ['buttons', fixture('buttons'), ['name: Button', 'Apply', 'detail: example.org', 'name: Button', 'Later']],
    [
      'what holds blocks, by its name, with them inside',
      group(fixture('a sound')),
      ['name: Group', '  name: Audio: a.mp3', '  detail: Waves'],
    ],
    [
      'what is not modelled, by its name and source',
      '<!-- wp:acme/map {"zoom":7} /-->',
      ['name: acme/map', 'source: <!-- wp:acme/map {"zoom":7} /-->'],
    ],
  ])('%s', (_what, markup, lines) => {
    expect(read(readMarkup(markup))).toEqual(lines)
  })

  it('with the numbers of its footnotes where they are known', () => {
    const markup =
      '<!-- wp:paragraph --><p>Six<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup>.</p><!-- /wp:paragraph -->'
    expect(read(readMarkup(markup, new Map([['a', 3]])))).toEqual(['Six[3].'])
    expect(read(readMarkup(markup))).toEqual(['Six[note].'])
  })
})

test('a footnote is read with its formatting, and known by its number and the words it hangs on', () => {
  expect(readNote('By <em>a</em><br>porter')).toMatchObject([
    { look: 'note', runs: [{ text: 'By ' }, { text: 'a', marks: [{ type: 'italic' }] }] },
    { look: 'note', runs: [{ text: 'porter' }] },
  ])
  const reference = (id: string): string =>
    `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`
  const content = `<!-- wp:paragraph -->\n<p>The <em>ferry</em> leaves at six${reference('b')} from ${'the old pier '.repeat(9)}${reference('a')}</p>\n<!-- /wp:paragraph -->`
  expect([...notePlaces(content)]).toEqual([
    ['b', { number: 1, at: 'The ferry leaves at six' }],
    ['a', { number: 2, at: expect.stringMatching(/^…(?:pier |old |the )+/) }],
  ])
})

test('versions that read alike and are not are shown as they are written too', () => {
  const heading = (level: number): string =>
    `<!-- wp:heading {"level":${level}} -->\n<h${level} class="wp-block-heading">Prices</h${level}>\n<!-- /wp:heading -->`
  const texts = itemTexts(
    {
      kind: 'block-changed',
      id: 'x',
      by: 'both',
      state: 'conflict',
      choices: ['mine', 'theirs'],
      blockName: 'core/heading',
      base: heading(3),
      mine: heading(4),
      theirs: heading(5),
    },
    { categoryNames: {}, pictureNames: {}, notes: new Map() },
  )
  expect(read(texts.mine)).toEqual([
    'heading: Prices',
    'name: As it is written',
    'source: <!-- wp:heading {"level":4} -->',
    'source: <h4 class="wp-block-heading">Prices</h4>',
    'source: <!-- /wp:heading -->',
  ])
})
