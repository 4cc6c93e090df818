import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'

test('0046 knows who wrote what the blog has', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 45))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
    VALUES ('p', 'b', 7, '', 'ltr', 'Me', 'Title', '', 0, 'e');
    INSERT INTO bases (post_id, which, remote, status, link, taken_at) VALUES
      ('p', 'agreed', '{"title":"Ferry","authorId":7}', 'publish', 'l', 't'), ('p', 'incoming', '{}', 'publish', 'l', 't');`)
  migrate(database, migrations.slice(0, 46))
  expect(database.prepare('SELECT author_id FROM bases ORDER BY which').pluck().all()).toEqual([7, null])
  database.close()
})
