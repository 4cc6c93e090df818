import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'

test('0039 knows nothing at the top yet, and forgets a wish that the blog fulfils', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 38))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
    VALUES ('p', 'b', 7, '', 'ltr', 'Me', 'Title', '', 0, 'e');
    INSERT INTO bases (post_id, which, remote, status, link, taken_at) VALUES ('p', 'agreed', '{}', 'publish', 'l', 't');`)
  migrate(database, migrations.slice(0, 39))
  const wishes = database.prepare('SELECT is_sticky FROM sticky_wishes').pluck()
  expect(database.prepare('SELECT is_sticky FROM bases').pluck().all()).toEqual([0])
  database.exec("INSERT INTO sticky_wishes VALUES ('p', 1); UPDATE bases SET status = 'private'")
  expect(wishes.all()).toEqual([1])
  database.exec('UPDATE bases SET is_sticky = 1')
  expect(wishes.all()).toEqual([])
  database.close()
})
