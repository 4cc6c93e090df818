import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { currentWords } from '../../../src/main/core/posts/post-words.ts'
import { takeWords } from '../../../src/main/core/posts/take-words.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { salvage } from '../../../src/main/core/store/salvage.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { longText, paragraph, TypingDesk } from './typing-desk.ts'

let on: TypingDesk
beforeEach(() => void (on = new TypingDesk()))
afterEach(() => on.store.close())

const historyText = (): string =>
  on.posts
    .history(on.postId)
    .map(({ id }) => JSON.stringify(on.desk.snapshots.getSnapshot(id).words))
    .join()

describe('left in the journal by a start that could not settle', () => {
  test('what was called saved is not deleted by the next save of the post', () => {
    on.posts.edit(on.whole(1, [paragraph('Saved before the kill.')]))
    on.clock.advance(250)
    on.disk.isFull = true
    on.openAgainAfterKill()
    on.disk.isFull = false
    // The window opens the post, sees the older text, and one key is typed in that.
    const shown = on.posts.get(on.postId)
    on.posts.edit({ ...on.whole(1, [...shown.document.content, paragraph('Next key.')]), window: 'second' })
    on.posts.flush(on.postId)
    on.openAgainAfterKill()
    expect(historyText()).toContain('Saved before the kill.')
  })

  test('once the disk has room the words are there without another start', () => {
    on.posts.edit(on.whole(1, [paragraph('Saved before the kill.')]))
    on.clock.advance(250)
    on.disk.isFull = true
    on.openAgainAfterKill()
    on.disk.isFull = false
    on.clock.advance(600_000)
    expect(JSON.stringify(on.posts.get(on.postId).document)).toContain('Saved before the kill.')
  })
})

describe('a start over a damaged file', () => {
  test('a version that a row leans on and that cannot be read does not keep the desk from opening', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.posts.edit(on.oneChanged(2, 5, 'Typed.'))
    on.clock.advance(250)
    on.store.database.prepare("UPDATE snapshots SET words = '{\"document' ").run()
    expect(() => on.openAgainAfterKill()).not.toThrow()
  })

  test('a row that cannot be read does not keep the desk from opening', () => {
    on.posts.edit(on.whole(1, longText()))
    on.clock.advance(250)
    on.store.database.prepare("UPDATE typed_edits SET edit = '{' ").run()
    expect(() => on.openAgainAfterKill()).not.toThrow()
  })
})

describe('a post whose last words are only in the journal', () => {
  test('is not deleted, and keeps no other from being saved, and the desk from locking', () => {
    const { blogId } = on.posts.get(on.postId)
    const other = on.posts.create({ blogId, kind: 'post' }).id
    on.posts.setTrashed({ postId: on.postId, isTrashed: true })
    // The window that still shows it hands over what was typed last.
    on.posts.edit(on.whole(1, [paragraph('Late.')]))
    on.clock.advance(250)
    expect(on.desk.trash.deletePost(on.postId)).toBe(false)
    on.posts.edit({ ...on.whole(1, [paragraph('Here.')]), postId: other })
    on.clock.advance(60_000)
    expect(() => on.posts.saveAll()).not.toThrow()
    expect(on.troubles).toEqual([])
  })
})

describe('a merge under unsettled words', () => {
  test('the merged text is the newest of history, what was typed before it', async () => {
    on.posts.edit(on.whole(1, [paragraph('One.'), paragraph('Two.'), paragraph('Three.')]))
    on.posts.flush(on.postId)
    on.clock.advance(5_000)
    const post = on.desk.posts.getPost(on.postId)
    const before = currentWords(on.desk, post)
    on.desk.transaction(() =>
      takeWords({ desk: on.desk, clock: on.clock, random: systemRandom }, post, {
        ...before,
        document: { type: 'doc', content: [paragraph('One.'), paragraph('Two.'), paragraph('Three there.')] },
      }),
    )
    on.clock.advance(5_000)
    on.posts.edit(on.whole(2, [paragraph('One here.'), paragraph('Two.'), paragraph('Three.')]))
    on.clock.advance(250)
    on.clock.advance(1_500)
    const listed = on.posts.history(on.postId).map(({ why }) => why)
    expect(listed.slice(0, 2)).toEqual(['merged', 'before-receive'])
  })
})

test('a very long piece put in comes as a change', () => {
  on.posts.edit(on.whole(1, longText()))
  const many = Array.from({ length: 150_000 }, () => paragraph('x'))
  expect(on.posts.edit(on.changed(2, { from: 5, removed: 0, blocks: many, total: 151_000 }))).toBe('taken')
})

test('typing without a rest after the clock was set back is settled', () => {
  on.posts.edit(on.whole(1, longText()))
  on.posts.flush(on.postId)
  on.posts.edit(on.oneChanged(2, 5, 'a'))
  on.clock.advance(250)
  on.clock.turn(-3_600_000)
  for (let key = 3; key < 40; key += 1) {
    on.posts.edit(on.oneChanged(key, 5, `Key ${key}.`))
    on.clock.advance(300)
  }
  expect(on.rows().length).toBeLessThan(15)
})

test('typing without a rest after the clock was set back is saved', () => {
  on.posts.edit(on.whole(1, longText()))
  on.posts.flush(on.postId)
  on.posts.edit(on.oneChanged(2, 5, 'a'))
  on.clock.turn(-3_600_000)
  for (let key = 3; key < 40; key += 1) {
    on.posts.edit(on.oneChanged(key, 5, `Key ${key}.`))
    on.clock.advance(100)
  }
  expect(on.rows().length).toBeGreaterThan(0)
})

/** As a post that came from the blog and in which nothing was typed until now. */
function asPulled(): void {
  const remote = {
    remoteId: 7,
    status: 'publish',
    title: 'The ferry',
    content: '',
    excerpt: '',
    categoryIds: [],
    tagIds: [],
  }
  on.store.database.prepare('DELETE FROM working_copies').run()
  on.store.database.prepare('DELETE FROM snapshots').run()
  on.desk.posts.putPost({ ...on.desk.posts.getPost(on.postId), remoteId: 7 as never })
  on.desk.posts.putBase(on.postId, 'agreed', {
    remote: {
      ...remote,
      slug: '',
      authorId: 1,
      link: '',
      modifiedAt: '2026',
      publishedAt: null,
      commentsOpen: true,
      revision: '',
    } as never,
    takenAt: '2026' as never,
  })
}

test('a sample in which words were saved is not taken away as untouched', () => {
  asPulled()
  on.posts.edit(on.whole(1, [paragraph('Typed into the sample.')]))
  on.clock.advance(250)
  expect(on.rows()).toHaveLength(1)
  expect(on.desk.samples.listTouched(on.desk.posts.getPost(on.postId).blogId)).toEqual([7])
  expect(on.desk.samples.deleteUntouched(on.postId)).toBe(false)
})

test('a desk in which words were saved is not an unused one', () => {
  asPulled()
  on.posts.edit(on.whole(1, [paragraph('Typed into a post of the blog.')]))
  on.clock.advance(250)
  expect(on.rows()).toHaveLength(1)
  expect(on.desk.handovers.isUnused()).toBe(false)
})

describe('a damaged journal', () => {
  async function mendedFrom(backup: string): Promise<void> {
    on.store.database.exec('DROP TABLE typed_edits')
    const copy = openStore({ databasePath: backup, key: null })
    const report = salvage(on.store.database, copy.database)
    expect(report.filter(({ isWhole }) => !isWhole).map(({ name }) => name)).toEqual(['typed_edits'])
    copy.close()
    on.openAgainAfterKill(backup)
  }

  test('what a backup had in its journal does not come over the words of later days', async () => {
    on.posts.edit(on.whole(1, [paragraph('First day.')]))
    on.clock.advance(250)
    expect(on.rows()).toHaveLength(1)
    const backup = join(temporaryFolder(), 'backup.db')
    on.store.database.exec(`VACUUM INTO '${backup}'`)
    on.clock.advance(5_000)
    on.posts.edit(on.whole(2, [paragraph('Second day.')]))
    on.posts.flush(on.postId)
    expect(on.textAt(0)).toContain('Second day.')
    await mendedFrom(backup)
    expect(on.textAt(0)).toContain('Second day.')
  })

  test('a row is never laid over the row of an earlier life that had the same number', async () => {
    on.posts.edit(on.whole(1, [paragraph('Old a.'), paragraph('Old b.'), paragraph('Old c.')]))
    on.clock.advance(250)
    const backup = join(temporaryFolder(), 'backup.db')
    on.store.database.exec(`VACUUM INTO '${backup}'`)
    on.clock.advance(5_000)
    const now = [paragraph('New a.'), paragraph('New b.'), paragraph('New c.')]
    on.posts.edit(on.whole(2, now))
    on.clock.advance(250)
    on.posts.edit(on.changed(3, { from: 1, removed: 1, blocks: [paragraph('New B.')], total: 3 }))
    on.clock.advance(250)
    const source = on.store.database
    // The page with row 1 cannot be read, that with row 2 can.
    const damaged = {
      prepare(sql: string) {
        if (!sql.includes('FROM "typed_edits"')) return source.prepare(sql)
        const range = /BETWEEN (-?\d+) AND (\d+)/.exec(sql)
        if (!range || (Number(range[1]) <= 1 && Number(range[2]) >= 1)) throw new Error('corrupt')
        return source.prepare(sql)
      },
    }
    const copy = openStore({ databasePath: backup, key: null })
    salvage(damaged as never, copy.database)
    copy.close()
    on.openAgainAfterKill(backup)
    const text = JSON.stringify(on.posts.get(on.postId).document)
    // Either text is one that somebody wrote; a mixture is none.
    expect(text.includes('Old') && text.includes('New')).toBe(false)
  })
})

describe('a settle that fails for one thing', () => {
  test('a post whose settle fails keeps another window from nothing, and its rows are few', () => {
    on.posts.edit(on.whole(1, longText()))
    on.posts.flush(on.postId)
    on.store.database.exec("CREATE TRIGGER full BEFORE INSERT ON snapshots BEGIN SELECT RAISE(ABORT, 'no room'); END")
    for (let key = 2; key < 60; key += 1) {
      on.posts.edit(on.oneChanged(key, 5, `Key ${key}.`))
      on.clock.advance(1_000)
    }
    expect(on.troubles.length).toBeGreaterThan(0)
    expect(on.rows().length).toBe(58)
    on.store.database.exec('DROP TRIGGER full')
    on.clock.advance(10_000)
    expect(on.rows()).toHaveLength(0)
    expect(on.textAt(5)).toContain('Key 59.')
    expect(on.posts.history(on.postId)).toHaveLength(59)
  })

  test('close ends every timer also where settling fails', () => {
    on.posts.edit(on.whole(1, longText()))
    on.clock.advance(250)
    on.store.database.exec("CREATE TRIGGER full BEFORE INSERT ON snapshots BEGIN SELECT RAISE(ABORT, 'no room'); END")
    on.posts.close()
    const before = on.troubles.length
    on.clock.advance(60_000)
    expect(on.troubles.length).toBe(before)
    on.store.database.exec('DROP TRIGGER full')
    on.openAgainAfterKill()
    expect(on.textAt(5)).toContain('Day 5')
  })
})

test('a picture that stands in what was called saved is in use', () => {
  const mediaId = 'a'.repeat(64) as never
  on.posts.edit(on.whole(1, [paragraph(mediaId)]))
  on.clock.advance(250)
  expect(on.desk.library.isUsed(mediaId)).toBe(true)
})

test('a desk whose words are all on the disk may lock itself, also while they cannot be settled', () => {
  on.posts.edit(on.whole(1, longText()))
  on.posts.flush(on.postId)
  on.store.database.exec("CREATE TRIGGER full BEFORE INSERT ON snapshots BEGIN SELECT RAISE(ABORT, 'no room'); END")
  on.posts.edit(on.oneChanged(2, 5, 'Saved.'))
  on.clock.advance(250)
  expect(on.rows()).toHaveLength(1)
  expect(() => on.posts.saveAll()).not.toThrow()
})

test('what fails to settle is tried every five seconds, not with each save', () => {
  on.posts.edit(on.whole(1, longText()))
  on.posts.flush(on.postId)
  on.store.database.exec("CREATE TRIGGER full BEFORE INSERT ON snapshots BEGIN SELECT RAISE(ABORT, 'no room'); END")
  for (let key = 2; key < 62; key += 1) {
    on.posts.edit(on.oneChanged(key, 5, `Key ${key}.`))
    on.clock.advance(500)
  }
  // Thirty seconds.
  expect(on.troubles.length).toBeLessThan(12)
})

test('a post of which only the journal can be read is a draft again, as one of which only the working copy can', async () => {
  const backup = join(temporaryFolder(), 'backup.db')
  on.store.database.exec(`VACUUM INTO '${backup}'`)
  const { blogId } = on.posts.get(on.postId)
  const other = on.posts.create({ blogId, kind: 'post' }).id
  on.posts.edit({ ...on.whole(1, [paragraph('Only in the journal.')]), postId: other })
  on.clock.advance(250)
  const source = on.store.database
  const damaged = {
    prepare(sql: string) {
      if (/FROM "(posts|working_copies)"/.test(sql)) throw new Error('corrupt')
      return source.prepare(sql)
    },
  }
  const copy = openStore({ databasePath: backup, key: null })
  salvage(damaged as never, copy.database)
  copy.close()
  on.openAgainAfterKill(backup)
  const texts = on.desk.posts
    .listPosts(blogId)
    .map(({ id }) => JSON.stringify(on.posts.get(id).document))
    .join()
  expect(texts).toContain('Only in the journal.')
})
