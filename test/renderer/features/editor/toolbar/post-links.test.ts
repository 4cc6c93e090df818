import { expect, it } from 'vitest'
import { hostOf, postLinks } from '../../../../../src/renderer/src/features/editor/toolbar/post-links.ts'
import type { PostSummary } from '../../../../../src/shared/domain/post.ts'

const post = (title: string, facts: Partial<PostSummary> = {}): PostSummary =>
  ({ id: title, title, link: `https://a.example/${title}`, remoteStatus: 'publish', ...facts }) as PostSummary

it('posts are found by words of their titles, in any order and without accents', () => {
  const posts = [post('Học bổng mùa thu'), post('Élections: our rules'), post('Bus')]
  expect(postLinks(posts, 'thu hoc', '').map(({ title }) => title)).toEqual(['Học bổng mùa thu'])
  expect(postLinks(posts, 'ELECTIONS', '').map(({ title }) => title)).toEqual(['Élections: our rules'])
})

it('public posts come first; one without an address and the open one not at all', () => {
  const posts = [
    post('a draft', { remoteStatus: 'draft' }),
    post('a local one', { link: null }),
    post('a open'),
    post('a public one'),
  ]
  expect(postLinks(posts, 'a', 'a open').map(({ title, isPublic }) => [title, isPublic])).toEqual([
    ['a public one', true],
    ['a draft', false],
  ])
})

it('the host is the one a browser would go to', () => {
  expect(['https://good.example@evil.example/', 'mailto:a@b.example', '/here'].map(hostOf)).toEqual([
    'evil.example',
    null,
    null,
  ])
})
