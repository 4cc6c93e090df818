import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'

test('0036 tells the tags of every post beside its text, and knows no count of the blog yet', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 35))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
    VALUES ('p', 'b', 7, '', 'ltr', 'Me', 'Title', '', 0, 'e');
    INSERT INTO bases (post_id, which, remote, status, link, taken_at) VALUES
      ('p', 'agreed', '{"title":"One","tagIds":[4,9]}', 'publish', 'l', 't'), ('p', 'incoming', '{"title":"Two"}', 'publish', 'l', 't');
    INSERT INTO terms VALUES ('b', 4, 'tag', 'visas', 'visas', NULL);`)
  migrate(database, migrations.slice(0, 36))
  expect(database.prepare('SELECT tag_ids FROM bases ORDER BY which').pluck().all()).toEqual(['[4,9]', '[]'])
  expect(database.prepare('SELECT name, use_count FROM terms').all()).toEqual([{ name: 'visas', use_count: null }])
  database.close()
})
