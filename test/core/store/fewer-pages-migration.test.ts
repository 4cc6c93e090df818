import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'

test('0042 finds what was indexed before it, and grows parts of the index together more seldom', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 41))
  database.exec("INSERT INTO search_words (rowid, body, facets) VALUES (1, 'salt', 'kindpost')")
  migrate(database, migrations.slice(0, 42))
  expect(database.prepare("SELECT rowid FROM search_words WHERE search_words MATCH 'salt'").pluck().all()).toEqual([1])
  expect(database.prepare("SELECT v FROM search_words_config WHERE k = 'automerge'").pluck().get()).toBe(8)
  const counted = "SELECT count(*) FROM comments WHERE post_id = 'p' AND status IN ('approved', 'hold')"
  expect(database.prepare(`EXPLAIN QUERY PLAN ${counted}`).all()).toMatchObject([
    { detail: 'SEARCH comments USING COVERING INDEX comments_by_post (post_id=?)' },
  ])
  database.close()
})
