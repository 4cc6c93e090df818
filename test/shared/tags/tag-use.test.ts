import { describe, expect, it } from 'vitest'
import type { RemoteTermId } from '../../../src/shared/domain/ids.ts'
import type { PostState } from '../../../src/shared/domain/post.ts'
import {
  listDoubtfulTags,
  listNearPairs,
  listTagUse,
  nearTagFinder,
  tagsBeginning,
} from '../../../src/shared/tags/tag-use.ts'

const post = (tags: string[], state: PostState = 'published') => ({ tags, state })
const term = (name: string, useCount: number | null, taxonomy: 'tag' | 'category' = 'tag') => ({
  remoteId: 1 as RemoteTermId,
  taxonomy,
  name,
  useCount,
})
const uses = listTagUse(
  [post(['visas', 'students']), post(['visas']), post(['visa'], 'draft'), post(['visas', 'rice'], 'in-trash')],
  [term('students', 41), term('học bổng', 7), term('rice', null), term('Embassy', 99, 'category')],
)
const known = new Map(uses.map((use) => [use.name, use]))

describe('the tags of a blog', () => {
  it('come the most used first, then by name, with those that only a draft has and those that no post has', () => {
    expect(uses.map(({ name, postCount }) => `${name} ${postCount}`)).toEqual([
      'students 41',
      'học bổng 7',
      'visas 2',
      'visa 1',
      'rice 0',
    ])
  })

  it('are found by how a word of theirs begins, without its marks', () => {
    const named = (typed: string): string[] => tagsBeginning(typed, uses).map(({ name }) => name)
    expect(named('BONG')).toEqual(['học bổng'])
    expect(named('vis')).toEqual(['visas', 'visa'])
    expect(named('tudents')).toEqual([])
    expect(named(' ')).toHaveLength(uses.length)
  })

  it('have their near duplicates pointed out in pairs, the more used first', () => {
    expect(listNearPairs(uses).map((pair) => pair.map(({ name }) => name))).toEqual([['visas', 'visa']])
  })
})

describe('a doubtful tag of a post', () => {
  const doubtful = (tags: string[]): string[] =>
    listDoubtfulTags(tags, known, nearTagFinder(uses)).map(({ name, there }) => `${name}: ${there.name}`)

  it('is one that no other post has, and that is nearly one in use', () => {
    expect(doubtful(['visa', 'student', 'floods'])).toEqual(['visa: visas', 'student: students'])
  })

  it('is none that several posts have', () => {
    expect(doubtful(['visas', 'students'])).toEqual([])
  })

  it('of two in the same post is the one that is used less', () => {
    expect(doubtful(['visas', 'visa'])).toEqual(['visa: visas'])
    expect(doubtful(['visa', 'visas'])).toEqual(['visa: visas'])
  })
})
