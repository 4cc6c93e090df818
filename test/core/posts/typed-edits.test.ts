import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangedText } from '../../../src/shared/contract/inputs.ts'
import { isWhole, longText, paragraph, TypingDesk } from './typing-desk.ts'

let on: TypingDesk
beforeEach(() => void (on = new TypingDesk()))
afterEach(() => on.store.close())

describe('a save of a long text', () => {
  test('writes the paragraph that was typed in, and nothing else of it', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.posts.edit(on.oneChanged(2, 400, 'A boat came.'))
    on.clock.advance(250)
    on.posts.edit(on.oneChanged(3, 401, 'It was late.'))
    on.clock.advance(250)
    expect(on.rows().map(isWhole)).toEqual([false, false])
    for (const row of on.rows()) expect(JSON.stringify(row).length).toBeLessThan(600)
    expect(on.desk.snapshots.listSnapshots(on.postId)).toHaveLength(1)
  })

  test('is settled when the typing rests, and each text that was called saved is in history', () => {
    on.posts.edit(on.whole(1, longText()))
    on.clock.advance(250)
    expect(on.rows()).toHaveLength(1)
    on.clock.advance(1_500)
    expect(on.rows()).toHaveLength(0)
    expect(on.desk.snapshots.listSnapshots(on.postId)).toHaveLength(1)
    for (let key = 2; key <= 4; key += 1) {
      on.posts.edit(on.oneChanged(key, 400, `Key ${key}.`))
      on.clock.advance(250)
    }
    expect(on.desk.snapshots.listSnapshots(on.postId)).toHaveLength(1)
    on.clock.advance(1_500)
    const words = on.posts.history(on.postId).map(({ id }) => JSON.stringify(on.desk.snapshots.getSnapshot(id).words))
    expect(words.map((text) => /Key \d/.exec(text)?.[0])).toEqual(['Key 4', 'Key 3', 'Key 2', undefined])
  })

  test('is seen at once by whatever asks for the words', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.posts.edit(on.oneChanged(2, 400, 'A boat came.'))
    on.clock.advance(250)
    expect(on.textAt(400)).toContain('A boat came.')
    on.posts.edit(on.oneChanged(3, 400, 'A boat left.'))
    expect(on.posts.history(on.postId)).toHaveLength(3)
    expect(on.rows()).toHaveLength(0)
  })
})

describe('after a kill', () => {
  test('everything saved is there and in history, change upon change', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.posts.edit(on.oneChanged(2, 0, 'Morning.'))
    on.clock.advance(250)
    on.posts.edit(on.changed(3, { from: 999, removed: 1, blocks: [], total: 999 }))
    on.clock.advance(250)
    on.posts.edit(on.changed(4, { from: 10, removed: 0, blocks: [paragraph('New.')], total: 1_000 }))
    on.clock.advance(250)
    expect(on.rows()).toHaveLength(3)
    on.openAgainAfterKill()
    expect(on.rows()).toHaveLength(0)
    const expected = [
      paragraph('Morning.'),
      ...longText().slice(1, 10),
      paragraph('New.'),
      ...longText().slice(10, 999),
    ]
    expect(on.posts.get(on.postId).document.content).toEqual(expected)
    expect(on.posts.history(on.postId)).toHaveLength(4)
    expect(on.troubles).toEqual([])
  })

  test('the first text of a post, which no version holds, is there', () => {
    on.posts.edit(on.whole(1, [paragraph('First.')]))
    on.clock.advance(250)
    on.openAgainAfterKill()
    expect(on.textAt(0)).toContain('First.')
    expect(on.posts.history(on.postId)).toHaveLength(1)
  })

  test('each post has its own words', () => {
    const { blogId } = on.posts.get(on.postId)
    const other = on.posts.create({ blogId, kind: 'post' }).id
    on.posts.edit(on.whole(1, longText()))
    on.posts.edit({ ...on.whole(1, longText()), postId: other })
    on.clock.advance(250)
    on.posts.edit(on.oneChanged(2, 5, 'Here.'))
    on.posts.edit({ ...on.oneChanged(2, 5, 'There.'), postId: other })
    on.clock.advance(250)
    on.openAgainAfterKill()
    expect(on.textAt(5)).toContain('Here.')
    expect(JSON.stringify(on.posts.get(other).document.content[5])).toContain('There.')
  })

  test('a row whose text cannot be read is told of, and what stands before it is kept', () => {
    on.posts.edit(on.whole(1, longText()))
    on.clock.advance(250)
    on.posts.edit(on.oneChanged(2, 5, 'Kept.'))
    on.clock.advance(250)
    on.posts.edit(on.oneChanged(3, 6, 'Cut off.'))
    on.clock.advance(250)
    on.store.database.prepare('DELETE FROM typed_edits WHERE number = 3').run()
    on.posts.edit(on.oneChanged(4, 7, 'Not to be read.'))
    on.clock.advance(250)
    on.openAgainAfterKill()
    expect(on.troubles).toEqual(['typed-edit-without-its-text'])
    expect(on.textAt(5)).toContain('Kept.')
    expect(on.textAt(6)).toContain('Day 6')
  })

  test('a full disk leaves the words in the journal for the start after', () => {
    on.posts.edit(on.whole(1, longText()))
    on.clock.advance(250)
    on.disk.isFull = true
    on.openAgainAfterKill()
    expect(on.troubles).toEqual(['typed-edits-left'])
    on.disk.isFull = false
    on.openAgainAfterKill()
    expect(on.textAt(7)).toContain('Day 7')
  })
})

describe('a change of a text', () => {
  test.each<{ name: string; edit: () => ChangedText }>([
    { name: 'of another window', edit: () => ({ ...on.oneChanged(2, 5, 'No.'), window: 'second' }) },
    {
      name: 'of an edit that never came',
      edit: () => on.changed(9, { over: 7, from: 0, removed: 1, blocks: [], total: 999 }),
    },
    {
      name: 'that has not so many blocks',
      edit: () => on.changed(2, { from: 999, removed: 2, blocks: [], total: 998 }),
    },
    { name: 'that is another one', edit: () => on.changed(2, { from: 0, removed: 1, blocks: [], total: 1_000 }) },
  ])('$name is asked for whole, and nothing is changed by it', ({ edit }) => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    expect(on.posts.edit(edit())).toBe('send-whole')
    expect(on.posts.flush(on.postId)).toBeNull()
    expect(on.posts.get(on.postId).document.content).toEqual(longText())
  })

  test('is asked for whole where it would be more than a post can hold, and refused then like any other', () => {
    on.posts.edit(on.whole(1, [paragraph('a'), paragraph('b')]))
    const half = 'x'.repeat(40 * 1024 * 1024)
    const first = on.changed(2, { from: 0, removed: 1, blocks: [paragraph(half)], total: 2 })
    expect(on.posts.edit(first)).toBe('taken')
    expect(on.posts.edit(on.changed(3, { from: 1, removed: 1, blocks: [paragraph(half)], total: 2 }))).toBe(
      'send-whole',
    )
    expect(on.posts.edit(on.changed(3, { from: 0, removed: 1, blocks: [paragraph('c')], total: 2 }))).toBe('taken')
  })

  test('that comes late, after a newer one, changes nothing', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.edit(on.oneChanged(2, 5, 'Two.'))
    on.posts.edit(on.oneChanged(3, 5, 'Three.'))
    expect(on.posts.edit(on.oneChanged(2, 5, 'Two.'))).toBe('taken')
    expect(on.posts.edit(on.oneChanged(4, 6, 'Four.'))).toBe('taken')
    expect([on.textAt(5), on.textAt(6)].join()).toMatch(/Three.*Four/)
  })

  test('over a version that was thinned out of history is written whole', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.store.database.prepare('DELETE FROM snapshots').run()
    on.posts.edit(on.oneChanged(2, 5, 'Later.'))
    on.clock.advance(250)
    expect(on.rows().map(isWhole)).toEqual([true])
    on.openAgainAfterKill()
    expect(on.textAt(5)).toContain('Later.')
  })
})

test('a picture that stands only in what was just typed is not thrown away', () => {
  const mediaId = 'a'.repeat(64)
  const row = { id: mediaId, file_name: 'boat.jpg', mime_type: 'image/jpeg', size_bytes: 1, width_px: 1, height_px: 1 }
  on.store.database
    .prepare(
      `INSERT INTO media (id, file_name, mime_type, size_bytes, width_px, height_px, added_at, trashed_at)
       VALUES (@id, @file_name, @mime_type, @size_bytes, @width_px, @height_px, '2026', '2026-01-01')`,
    )
    .run(row)
  on.posts.edit(on.whole(1, [paragraph(mediaId)]))
  on.clock.advance(250)
  expect(on.desk.media.takeExpired('2026-06-01' as never)).toEqual([])
  on.posts.edit(on.whole(2, [paragraph('gone')]))
  on.clock.advance(250)
  on.store.database.exec('DELETE FROM typed_edits; DELETE FROM snapshots; DELETE FROM working_copies')
  expect(on.desk.media.takeExpired('2026-06-01' as never)).toEqual([mediaId])
})
