import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDocument } from '../../../src/shared/content/document.ts'
import {
  utcIso,
  type CommentId,
  type PostId,
  type RemoteCommentId,
  type RemoteTermId,
  type UtcIso,
} from '../../../src/shared/domain/ids.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import type { RemotePost } from '../../../src/main/core/blog-api/blog-api.ts'
import type { StoredBlog } from '../../../src/main/core/store/blog-repository.ts'
import type { StoredComment } from '../../../src/main/core/store/comment-repository.ts'
import { NO_FACTS } from '../../../src/main/core/store/post-facts-repository.ts'
import { HITS, ITEM, type IndexedItem, type SearchDays } from '../../../src/main/core/store/search-repository.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { putTestBlog, putTestPost } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const AT = utcIso(new Date('2026-11-21T07:02:00.000Z'))
const ANY_DAY: SearchDays = { from: null, until: null }

let store: Store
let desk: Desk
let blog: StoredBlog
let postId: PostId

beforeEach(() => {
  store = openStore({ databasePath: join(temporaryFolder(), 'desk.db'), key: null })
  desk = createDesk(store)
  blog = putTestBlog(desk)
  postId = putTestPost(desk, blog)
})
afterEach(() => store.close())

const remote = (fields: Partial<RemotePost> = {}) =>
  ({
    title: 'Theirs',
    content: '<p>Text</p>',
    excerpt: '',
    status: 'publish',
    link: '',
    publishedAt: null,
    tagIds: [],
    ...fields,
  }) as RemotePost

const copy = (wordsHash: string) => ({
  title: 'Mine',
  document: emptyDocument(),
  excerpt: '',
  categoryIds: [],
  tags: [],
  wordsHash,
})

function putComment(fields: Partial<StoredComment> = {}): void {
  desk.comments.putComment({
    id: 'comment' as CommentId,
    blogId: blog.id,
    postId,
    remoteId: 5 as RemoteCommentId,
    parentRemoteId: null,
    authorName: 'Lan',
    authorId: null,
    contentHtml: '<p>Good.</p>',
    direction: 'ltr',
    status: 'approved',
    createdAt: AT,
    link: '',
    isRead: false,
    ...fields,
  })
}

const putTag = (name: string) =>
  desk.terms.putTerms(blog.id, [
    { remoteId: 3 as RemoteTermId, taxonomy: 'tag', name, slug: 'a', parentRemoteId: null, useCount: null } as never,
  ])

describe('whatever changes what can be found is noted with the change', () => {
  beforeEach(() => {
    desk.posts.putBase(postId, 'agreed', { remote: remote(), takenAt: AT })
    desk.posts.putWorkingCopy(postId, copy('a'))
    putComment()
    putTag('Study')
    noteAll()
  })
  const noteAll = (): void => {
    for (const item of desk.search.listPending(100)) desk.search.removePending(item)
  }
  const post = { kind: 'post' }
  const comment = { kind: 'comment', id: 'comment' }

  test.each<[string, object[], () => void]>([
    ['another title', [post], () => desk.posts.putPost({ ...desk.posts.getPost(postId), title: 'New' })],
    ['the trash', [post], () => desk.posts.putPost({ ...desk.posts.getPost(postId), isTrashed: true })],
    ['a language', [post], () => desk.posts.putPost({ ...desk.posts.getPost(postId), language: 'vi' })],
    [
      'who signs it',
      [post],
      () => desk.postFacts.putFacts(postId, { ...NO_FACTS, byline: { role: 'Ambassador', place: 'Hanoi' } }),
    ],
    [
      'another place in the profile',
      [post],
      () =>
        desk.settings.put('preferences', { profile: { name: '', byBlog: { [blog.id]: { role: '', place: 'Hue' } } } }),
    ],
    ['other words', [post], () => desk.posts.putWorkingCopy(postId, copy('b'))],
    ['words given up', [post], () => desk.posts.removeWorkingCopy(postId)],
    [
      'the blog’s text',
      [post],
      () => desk.posts.putBase(postId, 'agreed', { remote: remote({ content: 'x' }), takenAt: AT }),
    ],
    ['no blog’s text any more', [post], () => desk.posts.removeBases(postId)],
    ['a comment’s text', [comment], () => putComment({ contentHtml: '<p>Bad.</p>' })],
    ['a comment hidden', [comment], () => desk.comments.hideAbsent(desk.comments.listShownOfPost(postId), new Set())],
    [
      'an answer that was begun',
      [comment],
      () => desk.replyDrafts.putDraft({ commentId: 'comment' as CommentId, text: 'In March.' }, AT),
    ],
    ['a tag’s name', [post], () => putTag('Studies')],
    [
      'a caret, the same words again, what is read',
      [],
      () => {
        desk.posts.putPost({
          ...desk.posts.getPost(postId),
          caret: { anchor: 1, head: 1 },
          wordCount: 7,
          excerptLine: 'x',
        })
        desk.posts.putWorkingCopy(postId, copy('a'))
        desk.postFacts.putFacts(postId, { ...NO_FACTS, reviewBy: '2027-01-31' })
        desk.settings.put('preferences', { theme: 'dark' })
        desk.posts.putBase(postId, 'agreed', { remote: remote(), takenAt: utcIso(new Date()) })
        desk.posts.putBase(postId, 'incoming', { remote: remote({ content: 'x' }), takenAt: AT })
        desk.comments.markRead(['comment' as CommentId], true)
        putComment()
        putTag('Study')
      },
    ],
  ])('%s', (_what, expected, change) => {
    change()
    expect(desk.search.listPending(100)).toMatchObject(expected)
    expect(desk.search.countPending()).toBe(expected.length)
  })

  test('once, however often, and nothing is written into the index meanwhile', () => {
    for (let count = 0; count < 50; count += 1) desk.posts.putWorkingCopy(postId, copy(`words ${count}`))
    expect(desk.search.countPending()).toBe(1)
    expect(store.database.prepare('SELECT count(*) FROM search_items').pluck().get()).toBe(0)
  })
})

describe('the index', () => {
  const item = (fields: Partial<IndexedItem> = {}): IndexedItem => ({
    kind: 'post',
    id: 'one',
    number: 0,
    at: AT,
    title: '',
    body: 'salt',
    author: '',
    tags: '',
    facets: 'kindpost',
    ...fields,
  })
  const put = (id: string, at: string, body = 'salt'): void =>
    desk.search.replaceItems({ kind: 'post', id }, [item({ id, at: at as UtcIso, body })])
  const found = (match: string, days = ANY_DAY, limit = 10): string[] =>
    desk.search.findNewest(match, days, { limit, most: 1000 }).items.map(({ id }) => id)
  const counted = (match: string, days: SearchDays, most: number): number =>
    desk.search.findNewest(match, days, { limit: 1, most }).count

  test('gives the newest first, also those of one second, and by days', () => {
    put('old', '2026-11-19T23:59:59.900Z')
    put('b', '2026-11-20T00:00:00.100Z')
    put('a', '2026-11-20T00:00:00.900Z')
    put('new', '2026-11-21T00:00:00.000Z')
    put('before 1970', '1969-01-01T00:00:00.000Z')
    expect(found('salt')).toEqual(['new', 'a', 'b', 'old', 'before 1970'])
    expect(found('salt', { from: '2026-11-20', until: '2026-11-20' })).toEqual(['a', 'b'])
    expect(found('salt', ANY_DAY, 2)).toEqual(['new', 'a'])
    expect(counted('salt', ANY_DAY, 3)).toBe(3)
    expect(counted('salt', { from: '2026-11-20', until: null }, 1000)).toBe(3)
  })

  test('knows every word that begins so, in whatever part of it the words lie, or that they are too many', () => {
    put('a', AT, 'salt salts 盐水 saltpan sal')
    put('b', AT, 'salty sea saltpan')
    expect(desk.search.listWordsFrom('salt', 9)).toEqual(['salt', 'saltpan', 'salts', 'salty'])
    expect(desk.search.listWordsFrom('salt', 4)).toHaveLength(4)
    expect(desk.search.listWordsFrom('salt', 3)).toBeNull()
    expect(desk.search.listWordsFrom('盐', 9)).toEqual(['盐水'])
    expect(desk.search.listWordsFrom('saltz', 9)).toEqual([])
    expect(desk.search.listWordsFrom('zebra', 9)).toEqual([])
  })

  test('forgets a post with its pictures, and keeps a comment under the same id', () => {
    desk.search.replaceItems({ kind: 'post', id: 'one' }, [item(), item({ kind: 'picture', number: 2 })])
    desk.search.replaceItems({ kind: 'comment', id: 'one' }, [item({ kind: 'comment' })])
    const items = (): object[] => desk.search.findNewest('salt', ANY_DAY, { limit: 9, most: 9 }).items
    expect(items()).toHaveLength(3)
    desk.search.replaceItems({ kind: 'post', id: 'one' }, [])
    expect(items()).toEqual([{ kind: 'comment', id: 'one', number: 0 }])
  })

  test('is asked without reading any table from end to end', () => {
    const plan = (sql: string, ...values: (string | number)[]): string[] =>
      store.database
        .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map(({ detail }) => detail)
    // FTS5 is asked by words and places (M, >, <), and each item by its place.
    expect(plan(HITS, 'salt', 0, 1, 10)).toEqual([
      expect.stringMatching(/^SCAN search_words VIRTUAL TABLE INDEX \d+:M5><$/),
    ])
    expect(plan(ITEM, 1)).toEqual(['SEARCH search_items USING INTEGER PRIMARY KEY (rowid=?)'])
  })
})
