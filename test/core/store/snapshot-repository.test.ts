import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDocument } from '../../../src/shared/content/document.ts'
import type { Snapshot } from '../../../src/shared/contract/services.ts'
import { utcIso, type PostId, type SnapshotId } from '../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { NEWEST, VERSIONS } from '../../../src/main/core/store/snapshot-repository.ts'
import { putTestBlog, putTestPost } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NOW = new Date('2026-11-21T12:00:00.000Z')
const MINUTE_MS = 60_000

let store: Store
let desk: Desk
let postId: PostId
let count = 0

beforeEach(() => {
  store = openStore({ databasePath: join(temporaryFolder(), 'desk.db'), key: null })
  desk = createDesk(store)
  postId = putTestPost(desk, putTestBlog(desk))
})
afterEach(() => store.close())

function keep(title: string, ageMs: number, why: Snapshot['why'] = 'autosave'): void {
  const words: PostWords = {
    title,
    document: emptyDocument(),
    excerpt: '',
    language: '',
    direction: 'ltr',
    categoryIds: [],
    tags: [],
    shareLines: [],
  }
  count += 1
  const createdAt = utcIso(new Date(NOW.getTime() - ageMs))
  const id = `snapshot-${count}` as SnapshotId
  desk.snapshots.addSnapshot({ id, postId, why, words, wordsHash: title, title, wordCount: 1, createdAt })
}
const titles = (): string[] => desk.snapshots.listSnapshots(postId).map(({ title }) => title)

describe('the history', () => {
  test('is newest first, and does not repeat a text that did not change', () => {
    keep('a', 3_000)
    keep('a', 2_000)
    keep('b', 1_000)
    expect(titles()).toEqual(['b', 'a'])
  })

  test.each([
    ['of the last ten minutes', 9 * MINUTE_MS, 1_000, 30, 30],
    ['of the last hour, one a minute', 30 * MINUTE_MS, 20_000, 30, 11],
    ['of the last day, one in ten minutes', 10 * 60 * MINUTE_MS, 2 * MINUTE_MS, 30, 7],
    ['of older days, one an hour', 40 * 60 * MINUTE_MS, 20 * MINUTE_MS, 30, 11],
  ])('keeps %s', (_name, newestAgeMs, stepMs, total, kept) => {
    for (let index = total - 1; index >= 0; index -= 1) keep(`v${index}`, newestAgeMs + index * stepMs)
    desk.snapshots.thinAutosaves(postId, NOW)
    expect(titles()).toHaveLength(kept)
    expect(titles()[0]).toBe('v0')
  })

  test('keeps for ever what was sent, received or restored, and what a restored version replaced', () => {
    const age = 48 * 60 * MINUTE_MS
    keep('typed', age + 50)
    keep('sent', age + 40, 'sent')
    keep('received', age + 30, 'received')
    keep('mine before the blog’s', age + 25, 'before-receive')
    keep('replaced', age + 20)
    keep('brought back', age + 15, 'restored')
    keep('typed on', age + 10)
    keep('typed last', age)
    desk.snapshots.thinAutosaves(postId, NOW)
    expect(titles()).toEqual([
      'typed last',
      'typed on',
      'brought back',
      'replaced',
      'mine before the blog’s',
      'received',
      'sent',
    ])
  })
})

test('the versions of a post are listed, and its newest is found, without reading a text', () => {
  for (const sql of [VERSIONS, NEWEST]) {
    const plan = store.database.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(postId)
    expect(plan.map(({ detail }) => detail).filter((line) => line.includes(' snapshots '))).toEqual([
      'SEARCH snapshots USING COVERING INDEX snapshots_listed (post_id=?)',
    ])
  }
})
