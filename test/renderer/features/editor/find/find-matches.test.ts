import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { Finder, type FindQuery } from '../../../../../src/renderer/src/features/editor/find/find-matches.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'

const schema = getSchema(postExtensions)

function textOf(...paragraphs: string[]) {
  return schema.nodeFromJSON({
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })
}

/** The words found, as they stand in the text. */
function foundIn(query: Partial<FindQuery> & { text: string }, ...paragraphs: string[]): string[] {
  const doc = textOf(...paragraphs)
  const finder = new Finder({ matchesCase: false, matchesAccents: false, wholeWords: false, ...query })
  return finder.placesIn({ doc, title: '', excerpt: '' }).map(({ from, to }) => doc.textBetween(from, to))
}

describe('unless asked otherwise', () => {
  it('case and accents do not part words', () => {
    expect(foundIn({ text: 'eleve' }, 'Élève, élevé', 'ELEVE')).toEqual(['Élève', 'élevé', 'ELEVE'])
  })

  it('marks that stand as characters of their own belong to their letter', () => {
    expect(foundIn({ text: 'cafe' }, 'Cafe\u0301s')).toEqual(['Cafe\u0301'])
  })

  it('Vietnamese, Arabic and Farsi are found as people type them', () => {
    expect(foundIn({ text: 'duong' }, 'Đường Láng')).toEqual(['Đường'])
    expect(foundIn({ text: 'كتاب' }, 'كِتَابٌ', 'کتاب', 'كـتاب')).toEqual(['كِتَابٌ', 'کتاب', 'كـتاب'])
    expect(foundIn({ text: 'میروم' }, 'می‌روم')).toEqual(['می‌روم'])
  })

  it('a straight quote finds the one that was set', () => {
    expect(foundIn({ text: "don't" }, 'We don’t')).toEqual(['don’t'])
  })
})

it('exact accents part e from é', () => {
  expect(foundIn({ text: 'e', matchesAccents: true }, 'élan vital été de')).toEqual(['e'])
})

it('matching case parts a from A', () => {
  expect(foundIn({ text: 'Bus', matchesCase: true }, 'Bus bus')).toEqual(['Bus'])
})

it('whole words end at letters of every script', () => {
  expect(foundIn({ text: 'an', wholeWords: true }, 'an annex, An; chăn')).toEqual(['an', 'An'])
})

it('finds across bold and plain, and never across paragraphs', () => {
  const doc = schema.nodeFromJSON({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'half ' },
          { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'half' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'bold' }] },
    ],
  })
  const finder = new Finder({ text: 'half bold', matchesCase: false, matchesAccents: false, wholeWords: false })
  expect(finder.placesIn({ doc, title: '', excerpt: '' })).toEqual([{ in: 'text', from: 1, to: 10 }])
})

it('what is found does not overlap', () => {
  expect(foundIn({ text: 'aa' }, 'aaaaa')).toEqual(['aa', 'aa'])
})
