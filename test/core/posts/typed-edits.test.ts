import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { ChangedText, PostEdit } from '../../../src/shared/contract/inputs.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createPostsService, type PostsInside } from '../../../src/main/core/posts/posts-service.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let store: Store
let desk: Desk
let clock: ManualClock
let posts: PostsInside
let postId: PostId
let databasePath: string
let disk: { isFull: boolean }
let troubles: string[]

beforeEach(() => {
  databasePath = join(temporaryFolder(), 'desk.db')
  clock = createManualClock()
  disk = { isFull: false }
  troubles = []
  open()
  postId = posts.create({ blogId: putTestBlog(desk).id, kind: 'post' }).id
})
afterEach(() => store.close())

function open(): void {
  store = openStore({ databasePath, key: null })
  desk = createDesk({
    ...store,
    transaction(work) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      return store.transaction(work)
    },
  })
  const note = (event: string): void => void troubles.push(event)
  posts = createPostsService({
    desk,
    clock,
    random: systemRandom,
    feed: createChangeFeed(),
    log: { info() {}, warn: note, error: note },
    holdMs: 0,
    onQueued() {},
    profile: () => ({ name: '', byBlog: {} }),
  })
}

/** As after a kill: nothing was saved or settled that the clock had not brought about. */
function openAgainAfterKill(): void {
  store.close()
  clock = createManualClock()
  open()
}

const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})
const long = (): BlockNode[] => Array.from({ length: 1_000 }, (_, index) => paragraph(`Day ${index} on the river.`))
const fields = {
  window: 'first',
  mergesSeen: 0,
  title: 'The ferry',
  excerpt: '',
  language: '',
  categoryIds: [],
  tags: [],
}
const whole = (sequence: number, content: BlockNode[]): PostEdit => ({
  ...fields,
  postId,
  sequence,
  direction: 'ltr',
  caret: null,
  document: { type: 'doc', content },
})
function changed(sequence: number, change: Omit<ChangedText['change'], 'over'> & { over?: number }): ChangedText {
  const { document: _, ...rest } = whole(sequence, [])
  return { ...rest, change: { over: sequence - 1, ...change } }
}
const oneChanged = (sequence: number, from: number, text: string) =>
  changed(sequence, { from, removed: 1, blocks: [paragraph(text)], total: 1_000 })
const textAt = (index: number): string => JSON.stringify(posts.get(postId).document.content[index])
const rows = () => desk.typedEdits.listEdits()
const isWhole = ({ edit }: { edit: object }): boolean => 'document' in edit

describe('a save of a long text', () => {
  test('writes the paragraph that was typed in, and nothing else of it', () => {
    posts.edit(whole(1, long()))
    posts.flush(postId)
    posts.edit(oneChanged(2, 400, 'A boat came.'))
    clock.advance(250)
    posts.edit(oneChanged(3, 401, 'It was late.'))
    clock.advance(250)
    expect(rows().map(isWhole)).toEqual([false, false])
    for (const row of rows()) expect(JSON.stringify(row).length).toBeLessThan(600)
    expect(desk.snapshots.listSnapshots(postId)).toHaveLength(1)
  })

  test('is settled when the typing rests, and each text that was called saved is in history', () => {
    posts.edit(whole(1, long()))
    clock.advance(250)
    expect(rows()).toHaveLength(1)
    clock.advance(1_500)
    expect(rows()).toHaveLength(0)
    expect(desk.snapshots.listSnapshots(postId)).toHaveLength(1)
    for (let key = 2; key <= 4; key += 1) {
      posts.edit(oneChanged(key, 400, `Key ${key}.`))
      clock.advance(250)
    }
    expect(desk.snapshots.listSnapshots(postId)).toHaveLength(1)
    clock.advance(1_500)
    const words = posts.history(postId).map(({ id }) => JSON.stringify(desk.snapshots.getSnapshot(id).words))
    expect(words.map((text) => /Key \d/.exec(text)?.[0])).toEqual(['Key 4', 'Key 3', 'Key 2', undefined])
  })

  test('is seen at once by whatever asks for the words', () => {
    posts.edit(whole(1, long()))
    posts.flush(postId)
    posts.edit(oneChanged(2, 400, 'A boat came.'))
    clock.advance(250)
    expect(textAt(400)).toContain('A boat came.')
    posts.edit(oneChanged(3, 400, 'A boat left.'))
    expect(posts.history(postId)).toHaveLength(3)
    expect(rows()).toHaveLength(0)
  })
})

describe('after a kill', () => {
  test('everything saved is there and in history, change upon change', () => {
    posts.edit(whole(1, long()))
    posts.flush(postId)
    posts.edit(oneChanged(2, 0, 'Morning.'))
    clock.advance(250)
    posts.edit(changed(3, { from: 999, removed: 1, blocks: [], total: 999 }))
    clock.advance(250)
    posts.edit(changed(4, { from: 10, removed: 0, blocks: [paragraph('New.')], total: 1_000 }))
    clock.advance(250)
    expect(rows()).toHaveLength(3)
    openAgainAfterKill()
    expect(rows()).toHaveLength(0)
    const expected = [paragraph('Morning.'), ...long().slice(1, 10), paragraph('New.'), ...long().slice(10, 999)]
    expect(posts.get(postId).document.content).toEqual(expected)
    expect(posts.history(postId)).toHaveLength(4)
    expect(troubles).toEqual([])
  })

  test('the first text of a post, which no version holds, is there', () => {
    posts.edit(whole(1, [paragraph('First.')]))
    clock.advance(250)
    openAgainAfterKill()
    expect(textAt(0)).toContain('First.')
    expect(posts.history(postId)).toHaveLength(1)
  })

  test('each post has its own words', () => {
    const { blogId } = posts.get(postId)
    const other = posts.create({ blogId, kind: 'post' }).id
    posts.edit(whole(1, long()))
    posts.edit({ ...whole(1, long()), postId: other })
    clock.advance(250)
    posts.edit(oneChanged(2, 5, 'Here.'))
    posts.edit({ ...oneChanged(2, 5, 'There.'), postId: other })
    clock.advance(250)
    openAgainAfterKill()
    expect(textAt(5)).toContain('Here.')
    expect(JSON.stringify(posts.get(other).document.content[5])).toContain('There.')
  })

  test('a row whose text cannot be read is told of, and what stands before it is kept', () => {
    posts.edit(whole(1, long()))
    clock.advance(250)
    posts.edit(oneChanged(2, 5, 'Kept.'))
    clock.advance(250)
    posts.edit(oneChanged(3, 6, 'Cut off.'))
    clock.advance(250)
    store.database.prepare('DELETE FROM typed_edits WHERE number = 3').run()
    posts.edit(oneChanged(4, 7, 'Not to be read.'))
    clock.advance(250)
    openAgainAfterKill()
    expect(troubles).toEqual(['typed-edit-without-its-text'])
    expect(textAt(5)).toContain('Kept.')
    expect(textAt(6)).toContain('Day 6')
  })

  test('a full disk leaves the words in the journal for the start after', () => {
    posts.edit(whole(1, long()))
    clock.advance(250)
    disk.isFull = true
    openAgainAfterKill()
    expect(troubles).toEqual(['typed-edits-left'])
    disk.isFull = false
    openAgainAfterKill()
    expect(textAt(7)).toContain('Day 7')
  })
})

describe('a change of a text', () => {
  test.each<{ name: string; edit: () => ChangedText }>([
    { name: 'of another window', edit: () => ({ ...oneChanged(2, 5, 'No.'), window: 'second' }) },
    {
      name: 'of an edit that never came',
      edit: () => changed(9, { over: 7, from: 0, removed: 1, blocks: [], total: 999 }),
    },
    { name: 'that has not so many blocks', edit: () => changed(2, { from: 999, removed: 2, blocks: [], total: 998 }) },
    { name: 'that is another one', edit: () => changed(2, { from: 0, removed: 1, blocks: [], total: 1_000 }) },
  ])('$name is asked for whole, and nothing is changed by it', ({ edit }) => {
    posts.edit(whole(1, long()))
    posts.flush(postId)
    expect(posts.edit(edit())).toBe('send-whole')
    expect(posts.flush(postId)).toBeNull()
    expect(posts.get(postId).document.content).toEqual(long())
  })

  test('is asked for whole where it would be more than a post can hold, and refused then like any other', () => {
    posts.edit(whole(1, [paragraph('a'), paragraph('b')]))
    const half = 'x'.repeat(40 * 1024 * 1024)
    const first = changed(2, { from: 0, removed: 1, blocks: [paragraph(half)], total: 2 })
    expect(posts.edit(first)).toBe('taken')
    expect(posts.edit(changed(3, { from: 1, removed: 1, blocks: [paragraph(half)], total: 2 }))).toBe('send-whole')
    expect(posts.edit(changed(3, { from: 0, removed: 1, blocks: [paragraph('c')], total: 2 }))).toBe('taken')
  })

  test('that comes late, after a newer one, changes nothing', () => {
    posts.edit(whole(1, long()))
    posts.edit(oneChanged(2, 5, 'Two.'))
    posts.edit(oneChanged(3, 5, 'Three.'))
    expect(posts.edit(oneChanged(2, 5, 'Two.'))).toBe('taken')
    expect(posts.edit(oneChanged(4, 6, 'Four.'))).toBe('taken')
    expect([textAt(5), textAt(6)].join()).toMatch(/Three.*Four/)
  })

  test('over a version that was thinned out of history is written whole', () => {
    posts.edit(whole(1, long()))
    posts.flush(postId)
    store.database.prepare('DELETE FROM snapshots').run()
    posts.edit(oneChanged(2, 5, 'Later.'))
    clock.advance(250)
    expect(rows().map(isWhole)).toEqual([true])
    openAgainAfterKill()
    expect(textAt(5)).toContain('Later.')
  })
})

test('a picture that stands only in what was just typed is not thrown away', () => {
  const mediaId = 'a'.repeat(64)
  const row = { id: mediaId, file_name: 'boat.jpg', mime_type: 'image/jpeg', size_bytes: 1, width_px: 1, height_px: 1 }
  store.database
    .prepare(
      `INSERT INTO media (id, file_name, mime_type, size_bytes, width_px, height_px, added_at, trashed_at)
       VALUES (@id, @file_name, @mime_type, @size_bytes, @width_px, @height_px, '2026', '2026-01-01')`,
    )
    .run(row)
  posts.edit(whole(1, [paragraph(mediaId)]))
  clock.advance(250)
  expect(desk.media.takeExpired('2026-06-01' as never)).toEqual([])
  posts.edit(whole(2, [paragraph('gone')]))
  clock.advance(250)
  store.database.exec('DELETE FROM typed_edits; DELETE FROM snapshots; DELETE FROM working_copies')
  expect(desk.media.takeExpired('2026-06-01' as never)).toEqual([mediaId])
})
