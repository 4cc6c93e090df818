import { expect, test } from 'vitest'
import {
  countFiled,
  filedOn,
  narrowPosts,
  type Narrowing,
} from '../../../../src/renderer/src/features/posts/narrow-posts.ts'
import type { UtcIso } from '../../../../src/shared/domain/ids.ts'
import type { PostKind, PostState } from '../../../../src/shared/domain/post.ts'

const post = (
  name: string,
  at: string,
  fields: { kind?: PostKind; state?: PostState; tags?: string[]; isSticky?: boolean; editedAt?: string } = {},
) => ({
  name,
  kind: fields.kind ?? ('post' as const),
  state: fields.state ?? ('published' as const),
  tags: fields.tags ?? [],
  isSticky: fields.isSticky ?? false,
  publishedAt: fields.state === 'draft' ? null : (at as UtcIso),
  editedAt: (fields.editedAt ?? at) as UtcIso,
})

const posts = [
  post('corrected today', '2009-03-02T10:00:00Z', { editedAt: '2026-11-28T10:00:00Z', tags: ['visas'] }),
  post('draft', '2026-11-27T10:00:00Z', { state: 'draft', tags: ['visas'] }),
  post('new year at the blog', '2025-12-31T18:00:00Z'),
  post('autumn', '2026-10-04T10:00:00Z', { tags: ['visas'] }),
  post('thrown away', '2026-10-03T10:00:00Z', { state: 'in-trash', tags: ['visas'] }),
  post('spring', '2009-04-02T10:00:00Z', { isSticky: true }),
]
const ALL: Narrowing = { filter: 'all', kind: 'any', best: 'visas', tag: null, year: null, month: null }
const HANOI = 'Asia/Ho_Chi_Minh'
const named = (by: Partial<Narrowing>): string[] => narrowPosts(posts, { ...ALL, ...by }, HANOI).map(({ name }) => name)

test('a year shows what is filed under it, the latest first, and not in the order of the last edit', () => {
  expect(named({ year: '2009' })).toEqual(['spring', 'corrected today'])
  expect(named({})).toEqual(['corrected today', 'draft', 'new year at the blog', 'autumn', 'spring'])
})

test('a month is a month of that year', () => {
  expect(named({ year: '2009', month: '03' })).toEqual(['corrected today'])
  expect(named({ year: '2026', month: '03' })).toEqual([])
})

test('the day is that of the blog’s clock, and of a zone that is put right', () => {
  const [, , newYear] = posts
  if (!newYear) throw new Error('no such post')
  expect(filedOn(newYear, HANOI)).toBe('2026-01-01')
  expect(filedOn(newYear, 'UTC')).toBe('2025-12-31')
  expect(filedOn(newYear, HANOI)).toBe('2026-01-01')
})

test('years and months are counted within the state and the tag that are shown', () => {
  expect(countFiled(posts, { ...ALL, year: '2026' }, HANOI)).toEqual({
    years: [
      { id: '2026', count: 3 },
      { id: '2009', count: 2 },
    ],
    months: [
      { id: '11', count: 1 },
      { id: '10', count: 1 },
      { id: '01', count: 1 },
    ],
  })
  expect(countFiled(posts, { ...ALL, tag: 'visas', filter: 'on-the-blog' }, HANOI)).toEqual({
    years: [
      { id: '2026', count: 1 },
      { id: '2009', count: 1 },
    ],
    months: [],
  })
})

test('a tag shows the posts that have it, out of the trash', () => {
  expect(named({ tag: 'visas' })).toEqual(['corrected today', 'draft', 'autumn'])
  expect(named({ tag: 'visas', filter: 'trash' })).toEqual(['thrown away'])
})

test('the best bits are the posts with the tag that was chosen for them, out of the trash', () => {
  expect(named({ filter: 'best-bits' })).toEqual(['corrected today', 'draft', 'autumn'])
  expect(named({ filter: 'best-bits', year: '2009' })).toEqual(['corrected today'])
  expect(named({ filter: 'best-bits', best: null })).toEqual([])
  expect(named({ filter: 'best-bits', best: { by: 'top' } })).toEqual(['spring'])
})

test('pages are shown among the posts, or alone, and are filed under a year as posts are', () => {
  const withPage = [...posts, post('about this blog', '2009-05-02T10:00:00Z', { kind: 'page' })]
  const shown = (by: Partial<Narrowing>) => narrowPosts(withPage, { ...ALL, ...by }, HANOI).map(({ name }) => name)
  expect(shown({})).toEqual([...named({}), 'about this blog'])
  expect(shown({ kind: 'post' })).toEqual(named({}))
  expect(shown({ kind: 'page' })).toEqual(['about this blog'])
  expect(shown({ kind: 'page', year: '2009', month: '05' })).toEqual(['about this blog'])
  expect(countFiled(withPage, { ...ALL, kind: 'page' }, HANOI).years).toEqual([{ id: '2009', count: 1 }])
})
