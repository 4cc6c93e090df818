import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentWords } from '../../../src/main/core/posts/post-words.ts'
import { takeWords } from '../../../src/main/core/posts/take-words.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { longText, paragraph, TypingDesk } from './typing-desk.ts'

let on: TypingDesk
beforeEach(() => void (on = new TypingDesk()))
afterEach(() => on.store.close())

const NO_ROOM = "CREATE TRIGGER full BEFORE INSERT ON snapshots BEGIN SELECT RAISE(ABORT, 'no room'); END"
const historyTexts = (): string[] =>
  on.posts.history(on.postId).map(({ id }) => JSON.stringify(on.desk.snapshots.getSnapshot(id).words.document.content))

describe('two requests of one window, of which the later came first', () => {
  test('the last letters of a page that is gone are there', () => {
    expect(on.posts.edit(on.oneChanged(2, 5, 'Last letters.'))).toBe('send-whole')
    expect(on.posts.edit(on.whole(1, longText()))).toBe('taken')
    expect(on.textAt(5)).toContain('Last letters.')
  })

  test('a window that stays and sends the later one whole is not gone back behind', () => {
    on.posts.edit(on.oneChanged(2, 5, 'Second.'))
    on.posts.edit(on.whole(2, [paragraph('Second, whole.')]))
    on.posts.edit(on.oneChanged(3, 5, 'Never asked for.'))
    on.posts.edit(on.whole(1, longText()))
    expect(on.posts.get(on.postId).document.content).toEqual([paragraph('Second, whole.')])
  })
})

describe('while the words of one window are on the disk and cannot be settled', () => {
  test('a second window on the post is not refused, and both are in history in their order', () => {
    on.posts.edit(on.whole(1, [paragraph('Of the first.')]))
    on.clock.advance(250)
    on.store.database.exec(NO_ROOM)
    expect(on.posts.edit({ ...on.whole(1, [paragraph('Of the second.')]), window: 'second' })).toBe('taken')
    on.clock.advance(250)
    expect(on.rows()).toHaveLength(2)
    on.store.database.exec('DROP TRIGGER full')
    expect(on.textAt(0)).toContain('Of the second.')
    expect(historyTexts().map((text) => /Of the \w+/.exec(text)?.[0])).toEqual(['Of the second', 'Of the first'])
  })

  test('the words of a window that are only in memory are not taken away by another', () => {
    on.posts.edit(on.whole(1, [paragraph('Of the first.')]))
    on.disk.isFull = true
    expect(() => on.posts.edit({ ...on.whole(1, [paragraph('Of the second.')]), window: 'second' })).toThrow()
    on.disk.isFull = false
    expect(on.textAt(0)).toContain('Of the first.')
  })
})

test('whoever hears of a settle and fails does not put the words into history twice', () => {
  on.posts.edit(on.whole(1, [paragraph('One.')]))
  on.clock.advance(250)
  on.posts.edit(on.whole(2, [paragraph('Two.')]))
  on.clock.advance(250)
  on.onEvent = (event) => {
    if (event.topic === 'posts') throw new Error('a listener')
  }
  on.clock.advance(10_000)
  on.onEvent = () => undefined
  expect(historyTexts()).toHaveLength(2)
})

test('a post that was deleted for good with words only in memory keeps the desk from nothing', () => {
  on.posts.setTrashed({ postId: on.postId, isTrashed: true })
  on.posts.edit(on.whole(1, [paragraph('Late.')]))
  expect(on.desk.trash.deletePost(on.postId)).toBe(true)
  on.clock.advance(60_000)
  expect(() => on.posts.saveAll()).not.toThrow()
})

describe('a post whose words cannot be settled', () => {
  const FULL = { kind: 'database', reason: 'full' }

  test('is opened with them, and says why nothing can be done with it, until they are', () => {
    on.posts.edit(on.whole(1, [paragraph('Saved before the kill.')]))
    on.clock.advance(250)
    on.disk.isFull = true
    on.openAgainAfterKill()
    expect(on.posts.get(on.postId)).toMatchObject({
      title: 'The ferry',
      document: { content: [paragraph('Saved before the kill.')] },
      saveProblem: FULL,
    })
    expect(() => on.posts.publish({ postId: on.postId, as: 'publish', publishAt: null })).toThrow()
    on.disk.isFull = false
    expect(on.posts.get(on.postId).saveProblem).toBeUndefined()
    expect(on.textAt(0)).toContain('Saved before the kill.')
  })

  test('is typed on in as by one who has not seen what came in since', () => {
    on.posts.edit(on.whole(1, [paragraph('One.'), paragraph('Two.'), paragraph('Three.')]))
    on.posts.flush(on.postId)
    on.posts.edit(on.whole(2, [paragraph('One here.'), paragraph('Two.'), paragraph('Three.')]))
    on.clock.advance(250)
    const post = on.desk.posts.getPost(on.postId)
    on.desk.transaction(() =>
      takeWords({ desk: on.desk, clock: on.clock, random: systemRandom }, post, {
        ...currentWords(on.desk, post),
        document: { type: 'doc', content: [paragraph('One.'), paragraph('Two.'), paragraph('Three there.')] },
      }),
    )
    on.disk.isFull = true
    const { document, mergeCount } = on.posts.get(on.postId)
    on.disk.isFull = false
    expect(mergeCount).toBe(0)
    const typed = [...document.content, paragraph('Four.')]
    on.posts.edit({ ...on.whole(1, typed), window: 'second', mergesSeen: mergeCount })
    const now = JSON.stringify(on.posts.get(on.postId).document)
    for (const words of ['One here.', 'Three there.', 'Four.']) expect(now).toContain(words)
  })
})
