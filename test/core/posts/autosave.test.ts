import { describe, expect, test } from 'vitest'
import { emptyDocument } from '../../../src/shared/content/document.ts'
import type { PostEdit } from '../../../src/shared/contract/inputs.ts'
import type { ChangeEvent } from '../../../src/shared/contract/wire.ts'
import { utcIso, type PostId } from '../../../src/shared/domain/ids.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createAutosave } from '../../../src/main/core/posts/autosave.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'

const postId = '4b3c2a10-0000-4000-8000-000000000001' as PostId
const edit = (sequence: number, title: string, window = 'first'): PostEdit => ({
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

function setUp() {
  const clock = createManualClock()
  const committed: string[] = []
  const settled: string[][] = []
  const events: ChangeEvent[] = []
  const disk = { isFull: false }
  const autosave = createAutosave({
    clock,
    feed: { emit: (event) => events.push(event), onChange: () => () => {} },
    log: { info() {}, warn() {}, error() {} },
    save(edit) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      committed.push(edit.title)
      return { edit, savedAt: utcIso(clock.now()) }
    },
    settle(saved) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      settled.push(saved.map(({ edit }) => edit.title))
      return () => undefined
    },
  })
  return { clock, committed, settled, events, disk, autosave }
}

describe('the autosave', () => {
  test('commits 250 ms after the last key', () => {
    const { clock, committed, autosave } = setUp()
    autosave.take(edit(1, 'a'))
    clock.advance(200)
    autosave.take(edit(2, 'ab'))
    clock.advance(249)
    expect(committed).toEqual([])
    clock.advance(1)
    expect(committed).toEqual(['ab'])
  })

  test('commits at the latest 1 s after the first uncommitted key of somebody who never rests', () => {
    const { clock, committed, autosave } = setUp()
    for (let key = 1; key <= 30; key += 1) {
      autosave.take(edit(key, `key ${key}`))
      clock.advance(100)
    }
    expect(committed).toEqual(['key 10', 'key 20', 'key 30'])
  })

  test('says saved only after the commit', () => {
    const { clock, events, autosave } = setUp()
    autosave.take(edit(7, 'a'))
    clock.advance(249)
    expect(events).toEqual([])
    clock.advance(1)
    expect(events).toEqual([
      { topic: 'saved', postId, window: 'first', sequence: 7, savedAt: '2026-11-21T07:02:00.250Z' },
    ])
  })

  test('a text that comes late never replaces a newer one', () => {
    const { committed, autosave } = setUp()
    autosave.take(edit(2, 'newer'))
    autosave.take(edit(1, 'older'))
    autosave.flush(postId)
    expect(committed).toEqual(['newer'])
  })

  test('on a full disk the text stays, the window is told, and it is saved as soon as there is room', () => {
    const { clock, committed, events, disk, autosave } = setUp()
    disk.isFull = true
    autosave.take(edit(1, 'precious'))
    clock.advance(250)
    expect(events).toEqual([
      { topic: 'save-failed', postId, window: 'first', error: { kind: 'database', reason: 'full' } },
    ])
    expect(autosave.hasPending(postId)).toBe(true)
    disk.isFull = false
    clock.advance(5_000)
    expect(committed).toEqual(['precious'])
    expect(autosave.hasPending(postId)).toBe(false)
  })

  test('settles what was saved when the typing rests, of each window in its turn', () => {
    const { clock, settled, autosave } = setUp()
    for (const [index, title] of ['a', 'ab', 'abc'].entries()) {
      autosave.take(edit(index + 1, title))
      clock.advance(250)
    }
    clock.advance(1_499)
    expect(settled).toEqual([])
    clock.advance(1)
    expect(settled).toEqual([['a', 'ab', 'abc']])
    autosave.take(edit(4, 'here'))
    clock.advance(250)
    autosave.take(edit(1, 'there', 'second'))
    autosave.flush(postId)
    expect(settled).toEqual([
      ['a', 'ab', 'abc'],
      ['here', 'there'],
    ])
  })

  test('settles at the latest 3 s after the first save of somebody who never rests', () => {
    const { clock, committed, settled, autosave } = setUp()
    for (let key = 1; key <= 42; key += 1) {
      autosave.take(edit(key, `key ${key}`))
      clock.advance(100)
    }
    expect(settled).toHaveLength(1)
    expect(settled[0]).toEqual(committed.slice(0, settled[0]?.length))
  })

  test('flushing twice commits once', () => {
    const { committed, autosave } = setUp()
    autosave.take(edit(1, 'a'))
    expect(autosave.flush(postId)?.sequence).toBe(1)
    expect(autosave.flush(postId)).toBeNull()
    expect(committed).toEqual(['a'])
  })

  test('a second window, or one whose clock was set back, is heard whatever its numbers', () => {
    const { committed, events, autosave } = setUp()
    autosave.take(edit(1_000, 'here'))
    autosave.take(edit(1, 'there', 'second'))
    autosave.flush(postId)
    autosave.take(edit(1_001, 'here again'))
    autosave.flush(postId)
    expect(committed).toEqual(['here', 'there', 'here again'])
    expect(events.map((event) => (event.topic === 'saved' ? event.window : event.topic))).toEqual([
      'first',
      'second',
      'first',
    ])
  })

  test('a failed commit on command keeps the text and is tried again by itself', () => {
    const { clock, committed, disk, autosave } = setUp()
    disk.isFull = true
    autosave.take(edit(1, 'precious'))
    expect(() => autosave.flush(postId)).toThrow(AppError)
    disk.isFull = false
    clock.advance(5_000)
    expect(committed).toEqual(['precious'])
  })

  test('closing on a full disk says so once and leaves no timer behind', () => {
    const { clock, events, disk, autosave } = setUp()
    disk.isFull = true
    autosave.take(edit(1, 'precious'))
    autosave.close()
    clock.advance(3_600_000)
    expect(events.map(({ topic }) => topic)).toEqual(['save-failed'])
  })
})
