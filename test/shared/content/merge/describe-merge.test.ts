import { expect, test } from 'vitest'
import { describeMerge, mergeSentence } from '../../../../src/shared/content/merge/describe-merge.ts'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import { blocks, card, heading, list, paragraph, picture, version } from './versions.ts'

const [hours, papers, parking, porter] = [
  paragraph('The office opens at nine on Monday and closes at five.'),
  paragraph('Bring a passport and two photos.'),
  paragraph('Parking is behind the house.'),
  paragraph('Ask the porter for the key of the garden.'),
] as const

test('what changed is told in a short list, what needs an answer first', () => {
  const base = version({ content: blocks(hours, papers, parking, list('One', 'Two')), tags: ['visa'] })
  const merge = mergePosts({
    base,
    mine: {
      ...base,
      title: 'Mine',
      content: blocks(hours.replace('nine', 'ten'), papers, list('One', 'Two', 'Three')),
      featuredMediaId: 3 as never,
    },
    theirs: {
      ...base,
      title: 'Theirs',
      content: blocks(
        hours.replace('nine', 'six'),
        papers,
        parking.replace('house', 'wall'),
        heading('New'),
        list('Uno', 'Two'),
        paragraph('New one.'),
        paragraph('New two.'),
        picture('door.jpg', 'A door'),
        card('A card'),
      ),
      tags: ['hours', 'map'],
    },
  })
  const lines = describeMerge(merge)
  expect(lines.map(mergeSentence)).toEqual([
    'You changed the title. A colleague changed it too.',
    'You changed one paragraph. A colleague changed it too.',
    'You removed one paragraph. A colleague changed or moved it.',
    'A colleague added one heading.',
    'You and a colleague both changed one list. The changes fit together.',
    'A colleague added two paragraphs.',
    'A colleague added one picture.',
    'A colleague added one block.',
    'You changed the featured picture.',
    'A colleague removed one tag.',
    'A colleague added two tags.',
  ])
  expect(lines[5]).toEqual({
    count: 2,
    kind: 'paragraph',
    change: 'added',
    by: 'theirs',
    state: 'merged',
    itemIds: [expect.any(String), expect.any(String)],
  })
})

test('moves and removals say who did what', () => {
  const sentences = (base: string[], mine: string[], theirs: string[]): string[] => {
    const [baseVersion, mineVersion, theirsVersion] = [base, mine, theirs].map((markup) =>
      version({ content: blocks(...markup) }),
    )
    if (!baseVersion || !mineVersion || !theirsVersion) return []
    return describeMerge(mergePosts({ base: baseVersion, mine: mineVersion, theirs: theirsVersion })).map(mergeSentence)
  }
  const all = [hours, papers, parking, porter]
  expect(sentences(all, [papers, hours, parking, porter], [papers, parking, porter, hours])).toEqual([
    'You moved one paragraph. A colleague moved it to another place.',
  ])
  expect(sentences(all, [papers, parking, porter, hours], [papers, parking, porter])).toEqual([
    'A colleague removed one paragraph. You changed or moved it.',
  ])
  expect(sentences(all, [papers, parking, porter], [papers, parking, porter])).toEqual([
    'You and a colleague both removed one paragraph. The changes fit together.',
  ])
  expect(sentences(all, [hours], all)).toEqual(['You removed three paragraphs.'])
})

test('blocks are called what a person calls them', () => {
  const merge = (mine: string) =>
    describeMerge(mergePosts({ base: version(), mine: version({ content: mine }), theirs: version() })).map(
      mergeSentence,
    )
  expect(merge('<!-- wp:footnotes /-->')).toEqual(['You added one list of footnotes.'])
  expect(merge('<!-- wp:separator /-->\n\n<!-- wp:separator /-->')).toEqual(['You added two lines across.'])
  expect(merge('<!-- wp:columns --><div></div><!-- /wp:columns -->')).toEqual(['You added one set of columns.'])
  expect(merge('Old words')).toEqual(['You added one piece of text.'])
})

test('nothing changed is nothing to tell', () => {
  const base = version({ content: hours })
  expect(describeMerge(mergePosts({ base, mine: base, theirs: base }))).toEqual([])
})
