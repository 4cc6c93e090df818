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

test('0043 puts a post whose words nobody counted where it is read, and no other', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 42))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
    VALUES ('uncounted', 'b', 7, '', 'ltr', 'Me', 'Title', '', -1, 'e'), ('empty', 'b', 8, '', 'ltr', 'Me', 'Title', '', 0, 'e');
    DELETE FROM search_pending;`)
  migrate(database, migrations.slice(0, 43))
  expect(database.prepare('SELECT item_id FROM search_pending').pluck().all()).toEqual(['uncounted'])
  database.close()
})

test('0044 lists the tags of a draft without its text, and the comments of some days without the others', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 44))
  const planOf = (sql: string): unknown[] => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
  expect(planOf("SELECT tags FROM working_copies INDEXED BY working_copies_listed WHERE post_id = 'p'")).toMatchObject([
    { detail: 'SEARCH working_copies USING COVERING INDEX working_copies_listed (post_id=?)' },
  ])
  expect(planOf("SELECT id FROM comments WHERE blog_id = 'b' AND created_at BETWEEN '1' AND '2'")).toMatchObject([
    { detail: 'SEARCH comments USING INDEX comments_by_time (blog_id=? AND created_at>? AND created_at<?)' },
  ])
  database.close()
})

test('0047 counts what is unread and unanswered without reading what was said', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 47))
  const counted = `SELECT post_id, remote_id, parent_remote_id, author_id, is_read, is_flagged, id FROM comments INDEXED BY comments_by_time
    WHERE blog_id = 'b' AND status = 'approved'`
  expect(database.prepare(`EXPLAIN QUERY PLAN ${counted}`).all()).toMatchObject([
    { detail: 'SEARCH comments USING COVERING INDEX comments_by_time (blog_id=?)' },
  ])
  database.close()
})
