import { expect, test } from 'vitest'
import type { RemoteMediaId, RemoteTermId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import type { PostVersion } from '../../../../src/shared/content/merge/post-merge.ts'
import { choose, outline } from './read-merge.ts'
import { version } from './versions.ts'

const term = (id: number): RemoteTermId => id as RemoteTermId

test('each side’s fields merge one by one', () => {
  const base = version()
  const merged = mergePosts({
    base,
    mine: { ...base, title: 'New hours', featuredMediaId: 7 as RemoteMediaId },
    theirs: { ...base, slug: 'hours', status: 'publish' },
  })
  expect(merged.merged).toEqual({ ...base, title: 'New hours', featuredMediaId: 7, slug: 'hours', status: 'publish' })
  expect(outline(merged)).toEqual([
    'title mine merged',
    'slug theirs merged',
    'featured-media mine merged',
    'publication theirs merged',
  ])
})

test('a field that both changed keeps both; a title becomes one line, what cannot be both is mine', () => {
  const base = version({ title: 'Hours', excerpt: 'Old' })
  const mine: PostVersion = { ...base, title: 'Mine', excerpt: 'My own', slug: 'm', status: 'pending' }
  const publishAt = '2026-11-21T09:00:00.000Z' as UtcIso
  const theirs: PostVersion = {
    ...base,
    title: 'Theirs',
    excerpt: 'Their own',
    slug: 't',
    status: 'future',
    publishAt,
  }
  const merged = mergePosts({ base, mine, theirs })
  expect(merged.merged).toEqual(base)
  expect(merged.items.map((item) => [item.kind, 'choices' in item && item.choices])).toEqual([
    ['title', ['mine', 'theirs', 'both']],
    ['excerpt', ['mine', 'theirs', 'both']],
    ['slug', ['mine', 'theirs']],
    ['publication', ['mine', 'theirs']],
  ])
  expect(choose(merged, 'mine')).toEqual(mine)
  expect(choose(merged, 'theirs')).toEqual(theirs)
  expect(choose(merged, 'both')).toEqual({ ...mine, title: 'Mine / Theirs', excerpt: 'My own\n\nTheir own' })
})

test('a schedule moved by both is a conflict, although both only scheduled', () => {
  const at = (hour: number): PostVersion =>
    version({ status: 'future', publishAt: `2026-11-21T0${hour}:00:00.000Z` as UtcIso })
  expect(outline(mergePosts({ base: at(7), mine: at(8), theirs: at(9) }))).toEqual(['publication both conflict'])
  expect(mergePosts({ base: at(7), mine: at(8), theirs: at(8) }).merged).toEqual(at(8))
})

test('terms are sets with a base', () => {
  const base = version({ categoryIds: [1, 2, 3].map(term), tags: ['visa', 'library'] })
  const mine = { ...base, categoryIds: [2, 3, 4].map(term), tags: ['visa', 'library', 'hours'] }
  const theirs = { ...base, categoryIds: [1, 2, 5, 4].map(term), tags: ['hours', 'library', 'map'] }
  const merged = mergePosts({ base, mine, theirs })
  expect(merged.merged).toMatchObject({ categoryIds: [2, 4, 5], tags: ['library', 'hours', 'map'] })
  expect(merged.isClean).toBe(true)
  expect(
    merged.items.map((item) => [item.kind, 'change' in item && item.change, item.by, 'tag' in item ? item.tag : '']),
  ).toEqual([
    ['category', 'removed', 'mine', ''],
    ['category', 'removed', 'theirs', ''],
    ['category', 'added', 'both', ''],
    ['category', 'added', 'theirs', ''],
    ['tag', 'removed', 'theirs', 'visa'],
    ['tag', 'added', 'both', 'hours'],
    ['tag', 'added', 'theirs', 'map'],
  ])
})
