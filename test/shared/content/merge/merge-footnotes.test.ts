import { expect, test } from 'vitest'
import { readFootnotesMeta } from '../../../../src/shared/content/footnotes-meta.ts'
import { describeMerge, mergeSentence } from '../../../../src/shared/content/merge/describe-merge.ts'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import type { PostVersion } from '../../../../src/shared/content/merge/post-merge.ts'
import { choose } from './read-merge.ts'
import { blocks, paragraph, version } from './versions.ts'

const refers = (...ids: string[]): string =>
  ids.map((id) => `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`).join(' and ')
const noted = (notes: Record<string, string>, referred = Object.keys(notes)): PostVersion =>
  version({
    content: blocks(paragraph(`Words ${refers(...referred)}`), '<!-- wp:footnotes /-->'),
    footnotes: JSON.stringify(Object.entries(notes).map(([id, content]) => ({ content, id }))),
  })
const textsOf = ({ footnotes }: PostVersion): Record<string, string> =>
  Object.fromEntries(readFootnotesMeta(footnotes ?? '').map(({ id, html }) => [id, html]))

const base = noted({ a: 'The ferry leaves at seven in the morning.', b: 'See page nine.' })
const changed = (notes: Record<string, string>): PostVersion => ({
  ...base,
  footnotes: JSON.stringify(Object.entries({ ...textsOf(base), ...notes }).map(([id, content]) => ({ content, id }))),
})

test('two notes that two people changed are both changed', () => {
  const merge = mergePosts({ base, mine: changed({ a: 'Mine.' }), theirs: changed({ b: 'Theirs.' }) })
  expect(merge.isClean).toBe(true)
  expect(textsOf(merge.merged)).toEqual({ a: 'Mine.', b: 'Theirs.' })
  expect(describeMerge(merge).map(mergeSentence)).toEqual([
    'You changed one footnote.',
    'A colleague changed one footnote.',
  ])
})

test('two words of one note that two people changed are both changed', () => {
  const merge = mergePosts({
    base,
    mine: changed({ a: 'The boat leaves at seven in the morning.' }),
    theirs: changed({ a: 'The ferry leaves at seven in the evening.' }),
  })
  expect(textsOf(merge.merged)).toEqual({ a: 'The boat leaves at seven in the evening.', b: 'See page nine.' })
})

test('the same words changed by both are asked about, and both can be had', () => {
  const merge = mergePosts({ base, mine: changed({ b: 'See page ten.' }), theirs: changed({ b: 'See page two.' }) })
  expect(merge.isClean).toBe(false)
  expect(textsOf(choose(merge, 'mine'))['b']).toBe('See page ten.')
  expect(textsOf(choose(merge, 'theirs'))['b']).toBe('See page two.')
  expect(textsOf(choose(merge, 'both'))['b']).toBe('See page ten.<br>See page two.')
})

test('a note that one took away and the other changed is asked about', () => {
  const theirs = changed({ b: 'See page ten.' })
  const merge = mergePosts({ base, mine: noted({ a: textsOf(base)['a'] ?? '' }), theirs })
  expect(describeMerge(merge).map(mergeSentence)).toContain(
    'You removed one footnote. A colleague changed or moved it.',
  )
  expect(textsOf(choose(merge, 'theirs'))['b']).toBe('See page ten.')
  expect(textsOf(choose(merge, 'mine'))['b']).toBeUndefined()
})

test('a note stays as long as the merged text refers to it', () => {
  const mine = version({ ...base, content: base.content.replace('Words', 'Other words') })
  const theirs = { ...base, footnotes: '[]' }
  expect(textsOf(mergePosts({ base, mine, theirs }).merged)).toEqual(textsOf(base))
})

test('a blog without the meta has its notes in the text', () => {
  const without = version({ content: paragraph('Words') })
  expect(mergePosts({ base: without, mine: without, theirs: without }).merged.footnotes).toBe(null)
})
