import { describe, expect, test } from 'vitest'
import {
  compareVersions,
  oneSide,
  readVersion,
  type Stretch,
} from '../../../../../src/renderer/src/features/editor/history/compare-versions.ts'
import type { BlockNode } from '../../../../../src/shared/content/document.ts'
import type { PostWords } from '../../../../../src/shared/domain/post.ts'
import { markupToDocument } from '../../../../../src/shared/content/markup-to-document.ts'

const paragraph = (text: string): BlockNode =>
  markupToDocument(`<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).content[0] as BlockNode
const words = (...texts: string[]): PostWords => ({
  title: 'Ferry',
  document: { type: 'doc', content: texts.map(paragraph) },
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  shareLines: [],
})
const read = (stretches: Stretch[]): string[] =>
  stretches.flatMap(({ isSame, lines }) =>
    isSame
      ? [`(${lines.length})`]
      : lines.map(({ runs }) =>
          runs
            .map(({ text, fate }) => (fate === 'kept' ? text : fate === 'added' ? `+${text}+` : `-${text}-`))
            .join(''),
        ),
  )
const compare = (before: PostWords, after: PostWords) => compareVersions(readVersion(before), readVersion(after))

describe('two versions', () => {
  test('are compared word by word, and what is far from a change is folded', () => {
    const many = Array.from({ length: 9 }, (_, index) => `Line ${index}.`)
    expect(read(compare(words(...many, 'The old ferry.'), words(...many, 'The new ferry.')))).toEqual([
      '(8)',
      'Line 7.',
      'Line 8.',
      'The -old-+new+ ferry.',
    ])
  })

  test('stand side by side with what only one of them has', () => {
    const [before, after] = [words('The old ferry.'), words('The new ferry.', 'And rain')]
    expect(read(oneSide(compare(after, before), 'removed'))).toEqual(['Ferry', 'The -old- ferry.'])
    expect(read(oneSide(compare(before, after), 'added'))).toEqual(['Ferry', 'The +new+ ferry.', '+And rain+'])
  })

  test('show what is gone from the end, and tags and excerpt as lines', () => {
    expect(read(compare(words('One.', 'Two.'), words('One.')))).toEqual(['Ferry', 'One.', '-Two.-'])
    expect(
      read(compare(words('One.'), { ...words('One.'), tags: ['sea', 'rain'], excerpt: 'Short.' })).slice(2),
    ).toEqual(['+Excerpt: Short.+', '+Tags: sea, rain+'])
  })

  test('show each share line with its place', () => {
    const line = { id: '1', kind: 'press-line', platform: 'other', platformName: '', ownLimit: null } as const
    const shared = { ...words('One.'), shareLines: [{ ...line, language: 'vi', text: 'A ferry.' }] }
    expect(read(compare(words('One.'), shared)).slice(2)).toEqual(['+Press line (vi): A ferry.+'])
  })
})
