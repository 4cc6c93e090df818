import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { sql } from '../../../src/main/core/store/migrations/0038-pages.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'

test('0038 makes pages of what an archive held as such, with their place, and leaves every post a post', () => {
  const database = new Database(':memory:')
  const at = migrations.indexOf(sql)
  migrate(database, migrations.slice(0, at))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'archive', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at) VALUES
      ('post', 'b', 7, '', 'ltr', 'Me', 'Post', '', 0, 'e'),
      ('page', 'b', 8, '', 'ltr', 'Me', 'Page', '', 0, 'e'),
      ('below', 'b', 9, '', 'ltr', 'Me', 'Below', '', 0, 'e');
    INSERT INTO bases (post_id, which, remote, status, link, taken_at)
    SELECT id, 'agreed', '{"title":"' || title || '"}', 'publish', '', 't' FROM posts;
    INSERT INTO archived_pages VALUES ('page', NULL), ('below', 8);
    INSERT INTO pull_positions VALUES ('b', 'posts', '{}', NULL, 3, 9);`)
  migrate(database, migrations.slice(0, at + 1))
  expect(
    database
      .prepare(
        "SELECT kind, json_extract(remote, '$.page') AS page FROM posts JOIN bases ON post_id = id ORDER BY remote_id",
      )
      .all(),
  ).toEqual([
    { kind: 'post', page: null },
    { kind: 'page', page: '{"parentId":null,"order":0}' },
    { kind: 'page', page: '{"parentId":8,"order":0}' },
  ])
  database.exec("INSERT INTO pull_positions VALUES ('b', 'pages', '{}', NULL, 1, 2)")
  expect(database.prepare('SELECT list, done_count FROM pull_positions ORDER BY list').all()).toEqual([
    { list: 'pages', done_count: 1 },
    { list: 'posts', done_count: 3 },
  ])
  database.exec("DELETE FROM posts WHERE id = 'below'")
  expect(database.prepare('SELECT post_id FROM bases ORDER BY post_id').pluck().all()).toEqual(['page', 'post'])
  database.close()
})
