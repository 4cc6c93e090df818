import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyDocument } from '../../../src/shared/content/document.ts'
import type { PostEdit } from '../../../src/shared/contract/inputs.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createPostsService } from '../../../src/main/core/posts/posts-service.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function setUp() {
  const store = openStore({ databasePath: join(temporaryFolder(), 'desk.db'), key: null })
  const disk = { isFull: false }
  const desk = createDesk({
    ...store,
    transaction(work) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      return store.transaction(work)
    },
  })
  const clock = createManualClock()
  const warnings: string[] = []
  const log = { info() {}, warn: (event: string) => void warnings.push(event), error() {} }
  const ports = {
    desk,
    clock,
    random: systemRandom,
    feed: createChangeFeed(),
    log,
    holdMs: 0,
    onQueued() {},
    profile: () => ({ name: '', byBlog: {} }),
  }
  const posts = createPostsService(ports)
  const { id: postId } = posts.create({ blogId: putTestBlog(desk).id, kind: 'post' })
  const historyTitles = () => posts.history(postId).map(({ title }) => title)
  return { store, disk, clock, warnings, posts, postId, historyTitles }
}

const edit = (postId: PostId, title: string, sequence: number, window = 'first'): PostEdit => ({
  postId,
  window,
  sequence,
  mergesSeen: null,
  title,
  document: emptyDocument(),
  excerpt: '',
  language: '',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  caret: null,
})

describe('words that were taken', () => {
  test('in two windows at once are both in history, and the last ones stand', () => {
    const { store, posts, postId, historyTitles } = setUp()
    posts.edit(edit(postId, 'from the office', 900))
    posts.edit(edit(postId, 'from the train', 1, 'second'))
    expect(posts.flush(postId)).toMatchObject({ window: 'second', sequence: 1 })
    expect(historyTitles()).toEqual(['from the train', 'from the office'])
    expect(posts.get(postId).title).toBe('from the train')
    store.close()
  })

  test('stay saved when the disk fills before the list is brought up to date', () => {
    const { store, disk, clock, warnings, posts, postId } = setUp()
    posts.edit(edit(postId, 'saved', 1))
    clock.advance(250)
    disk.isFull = true
    clock.advance(1_500)
    expect(warnings).toEqual(['settle-failed'])
    disk.isFull = false
    expect(posts.get(postId).title).toBe('saved')
    store.close()
  })

  test('are committed when the program closes, and a full disk does not keep it open', () => {
    const { store, disk, clock, posts, postId } = setUp()
    posts.edit(edit(postId, 'saved', 1))
    clock.advance(250)
    posts.edit(edit(postId, 'typed last', 2))
    disk.isFull = true
    expect(() => posts.close()).not.toThrow()
    disk.isFull = false
    posts.close()
    expect(posts.history(postId)[0]?.title).toBe('typed last')
    clock.advance(3_600_000)
    store.close()
  })
})

describe('restoring a version', () => {
  test('keeps the words it replaces for ever', () => {
    const { store, clock, posts, postId, historyTitles } = setUp()
    posts.edit(edit(postId, 'old', 1))
    posts.flush(postId)
    const [old] = posts.history(postId)
    if (!old) throw new Error('no version')
    clock.advance(1_000)
    posts.edit(edit(postId, 'replaced', 2))
    posts.restore({ postId, snapshotId: old.id })
    expect(posts.get(postId).title).toBe('old')
    clock.advance(1_000)
    posts.edit(edit(postId, 'typed on', 3))
    clock.advance(30 * 24 * 3_600_000)
    posts.edit(edit(postId, 'a month later', 4))
    posts.flush(postId)
    expect(historyTitles()).toContain('replaced')
    store.close()
  })

  test('of another post is refused', () => {
    const { store, posts, postId } = setUp()
    posts.edit(edit(postId, 'mine', 1))
    posts.flush(postId)
    const [version] = posts.history(postId)
    const other = posts.create({ blogId: posts.get(postId).blogId, kind: 'post' })
    if (!version) throw new Error('no version')
    expect(() => posts.restore({ postId: other.id, snapshotId: version.id })).toThrow(AppError)
    store.close()
  })
})
