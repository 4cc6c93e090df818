import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, refuseForeignFile } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const shapeOf = (database: Database.Database): unknown[] =>
  database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all()

/** Post `p` of blog `b`, in any shape that the two tables have had. */
const BLOG_AND_POST = `
  INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
  VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
  INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
  VALUES ('p', 'b', 7, '', 'ltr', 'Me', 'Title', '', 0, 'e');`

describe('migrations', () => {
  test('all of them from an empty file give the known shape', async () => {
    const database = new Database(':memory:')
    migrate(database, migrations)
    await expect(JSON.stringify(shapeOf(database), null, 1)).toMatchFileSnapshot('schema.snapshot.json')
  })

  test('running them again changes nothing', () => {
    const database = new Database(':memory:')
    migrate(database, migrations)
    const before = shapeOf(database)
    migrate(database, migrations)
    expect(shapeOf(database)).toEqual(before)
  })

  test('a migration that breaks in the middle leaves the old shape and the old version', () => {
    const database = new Database(join(temporaryFolder(), 'desk.sqlite'))
    migrate(database, migrations)
    const before = shapeOf(database)
    const broken = [...migrations, 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);']
    expect(() => migrate(database, broken)).toThrow()
    expect(shapeOf(database)).toEqual(before)
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
    database.close()
  })

  test('what was there is copied away before anything is changed', () => {
    const folder = temporaryFolder()
    const database = new Database(join(folder, 'desk.sqlite'))
    migrate(database, migrations)
    database.prepare("INSERT INTO settings (key, value) VALUES ('mine', '1')").run()
    migrate(database, [...migrations, 'DROP TABLE settings;'])
    database.close()
    const backup = join(folder, 'backups', `desk.sqlite.before-migration-from-${migrations.length}`)
    expect(existsSync(backup)).toBe(true)
    const copy = new Database(backup, { readonly: true })
    expect(copy.prepare("SELECT value FROM settings WHERE key = 'mine'").pluck().get()).toBe('1')
    copy.close()
  })

  test('0002 gives the entries that were there their place in the order they were made', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 1))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, NULL);
      INSERT INTO outbox_entries (id, blog_id, kind, lane, waits_for, what, size_bytes, payload, payload_hash, token, state, created_at, approved_by, approved_at)
      VALUES ('one', 'b', 'send-reply', 'l', '[]', 'w', 1, '{}', 'h', 't', 'ready', 'c', 'Me', 'a'),
             ('two', 'b', 'send-reply', 'l', '[]', 'w', 1, '{}', 'h', 't', 'ready', 'c', 'Me', 'a');`)
    migrate(database, migrations.slice(0, 2))
    expect(
      database.prepare('SELECT id, position, sweeps_done, next_sweep_at FROM outbox_entries ORDER BY position').all(),
    ).toEqual([
      { id: 'one', position: 1, sweeps_done: 0, next_sweep_at: null },
      { id: 'two', position: 2, sweeps_done: 0, next_sweep_at: null },
    ])
  })

  test('0003 leaves posts and cursors as they were, and no pull half done', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 2))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('one', 'b', 7, '', 'ltr', 'Me', 'Title', 'Line', 12, 'e', NULL, 0);`)
    const before = database.prepare('SELECT * FROM posts').all()
    migrate(database, migrations.slice(0, 3))
    expect(database.prepare('SELECT * FROM posts').all()).toEqual(before)
    expect(database.prepare('SELECT posts_cursor, comments_cursor FROM blogs').all()).toEqual([
      { posts_cursor: 'p', comments_cursor: 'c' },
    ])
    expect(database.prepare('SELECT count(*) FROM pulls').pluck().get()).toBe(0)
    expect(database.prepare('SELECT count(*) FROM pull_positions').pluck().get()).toBe(0)
  })

  test('0004 takes what waits for what the person handed over, with nothing merged into it', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 3))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, NULL);
      INSERT INTO outbox_entries (id, blog_id, kind, lane, waits_for, what, size_bytes, payload, payload_hash, token, state, created_at, approved_by, approved_at)
      VALUES ('one', 'b', 'send-reply', 'l', '[]', 'w', 1, '{}', 'h', 't', 'ready', 'c', 'Me', 'a');`)
    migrate(database, migrations.slice(0, 4))
    expect(database.prepare('SELECT payload, merged_at FROM outbox_entries').all()).toEqual([
      { payload: '{}', merged_at: null },
    ])
    expect(database.prepare('SELECT count(*) FROM post_merges').pluck().get()).toBe(0)
  })

  test('0005 takes the last exchange for the last time the line was open, and asks about nothing', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 4))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, '2026-11-20T07:00:00.000Z');
      INSERT INTO blogs VALUES ('new', 'wordpress', 'n', 'v', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, NULL);`)
    migrate(database, migrations.slice(0, 5))
    expect(database.prepare('SELECT * FROM line_visits').all()).toEqual([
      { blog_id: 'b', seen_open_at: '2026-11-20T07:00:00.000Z' },
    ])
    expect(database.prepare('SELECT count(*) FROM asked_entries').pluck().get()).toBe(0)
  })

  test('0006 gives every entry a place, stops none and leaves those that have a place where they are', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 5))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, NULL);
      INSERT INTO outbox_entries (id, position, blog_id, kind, lane, waits_for, what, size_bytes, payload, payload_hash, token, state, created_at, approved_by, approved_at)
      VALUES ('one', 7, 'b', 'send-reply', 'l', '[]', 'w', 1, '{}', 'h', 't', 'ready', 'c', 'Me', 'a'),
             ('two', 0, 'b', 'send-reply', 'l', '[]', 'w', 1, '{}', 'h', 't', 'ready', 'c', 'Me', 'a');`)
    migrate(database, migrations.slice(0, 6))
    expect(database.prepare('SELECT id, position, is_stopped FROM outbox_entries ORDER BY sequence').all()).toEqual([
      { id: 'one', position: 7, is_stopped: 0 },
      { id: 'two', position: 2, is_stopped: 0 },
    ])
  })

  test('0007 knows no picture’s name yet', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 7))
    expect(database.prepare('SELECT * FROM picture_names').all()).toEqual([])
  })

  test('0008 has every post and comment still to be put into the index, the newest post first', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 7))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('new', 'b', 7, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-02', NULL, 0);
      INSERT INTO posts VALUES ('old', 'b', 8, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-01', NULL, 0);
      INSERT INTO comments VALUES ('c', 'b', 'old', 9, NULL, 'Lan', NULL, 'Good', 'ltr', 'approved', '2026-03', '', 0);`)
    migrate(database, migrations.slice(0, 8))
    expect(database.prepare('SELECT item_id FROM search_pending ORDER BY number DESC').pluck().all()).toEqual([
      'new',
      'old',
      'c',
    ])
  })

  test('0010 takes what boarding brought for the blog’s, everything else for the person’s own, and says nothing about any', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 9))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, NULL, NULL, NULL, NULL);
      INSERT INTO media VALUES ('mine', 'a.jpg', 'image/jpeg', 1, 2, 3, 't'), ('theirs', 'b.jpg', 'image/jpeg', 1, 2, 3, 't');
      INSERT INTO blog_pictures VALUES ('b', 'https://b/b.jpg', 'theirs');`)
    migrate(database, migrations.slice(0, 10))
    expect(database.prepare('SELECT id, is_own, sent, removed, alt, credit, trashed_at FROM media').all()).toEqual([
      { id: 'mine', is_own: 1, sent: null, removed: null, alt: '', credit: '', trashed_at: null },
      { id: 'theirs', is_own: 0, sent: null, removed: null, alt: '', credit: '', trashed_at: null },
    ])
  })

  test('0011 keeps every blog and what belongs to it, in their order, and lets archives in', () => {
    const database = new Database(':memory:')
    database.pragma('foreign_keys = ON')
    migrate(database, migrations.slice(0, 10))
    database.exec(`
      INSERT INTO blogs VALUES ('z', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO blogs VALUES ('a', 'practice', 'n', 'v', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('one', 'z', 7, '', 'ltr', 'Me', 'Title', 'Line', 12, 'e', NULL, 0);`)
    const before = database.prepare('SELECT * FROM blogs ORDER BY rowid').all()
    migrate(database, migrations.slice(0, 11))
    expect(database.prepare('SELECT * FROM blogs ORDER BY rowid').all()).toEqual(before)
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(() => database.exec("DELETE FROM blogs WHERE id = 'z'")).toThrow('FOREIGN KEY')
    database.exec("UPDATE blogs SET kind = 'archive' WHERE id = 'a'")
  })

  test('0012 begins the 30 days of what lies in the trash with itself', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 11))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('old', 'b', NULL, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-02', NULL, 1);
      INSERT INTO posts VALUES ('new', 'b', NULL, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-02', NULL, 0);`)
    migrate(database, migrations.slice(0, 12))
    const [row, ...others] = database
      .prepare<[], { post_id: string; trashed_at: string }>('SELECT * FROM trashed_posts')
      .all()
    expect(others).toEqual([])
    expect(row?.post_id).toBe('old')
    expect(new Date(row?.trashed_at ?? '').toISOString()).toBe(row?.trashed_at)
  })

  test('0013 keeps every name, for every blog', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 12))
    database.exec("INSERT INTO known_names VALUES ('Sóc Trăng', '2026-11')")
    migrate(database, migrations.slice(0, 13))
    expect(database.prepare('SELECT * FROM personal_names').all()).toEqual([
      { name: 'Sóc Trăng', blog_id: '', added_at: '2026-11' },
    ])
  })

  test('0014 leaves posts as they were, with nothing to undo from before', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 13))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('one', 'b', NULL, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-02', NULL, 0);`)
    const before = database.prepare('SELECT * FROM posts').all()
    migrate(database, migrations.slice(0, 14))
    expect(database.prepare('SELECT * FROM posts').all()).toEqual(before)
    expect(database.prepare('SELECT count(*) FROM undo_steps').pluck().get()).toBe(0)
  })

  test('0017 puts into the index again what may have been written from somewhere', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 16))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('mine', 'b', NULL, '', 'ltr', 'Me', 'Title', 'Line', 12, '2026-02', NULL, 0);
      INSERT INTO posts VALUES ('theirs', 'b', NULL, '', 'ltr', 'Lan', 'Title', 'Line', 12, '2026-02', NULL, 0);
      INSERT INTO posts VALUES ('signed', 'b', NULL, '', 'ltr', 'Lan', 'Title', 'Line', 12, '2026-02', NULL, 0);
      INSERT INTO post_facts VALUES ('signed', '', NULL, '{"role":"","place":"Hue"}');
      INSERT INTO settings VALUES ('preferences', '{"profile":{"name":"","byBlog":{"b":{"role":"","place":"Hanoi"}}}}');
      DELETE FROM search_pending;`)
    migrate(database, migrations.slice(0, 17))
    expect(database.prepare('SELECT item_id FROM search_pending ORDER BY item_id').pluck().all()).toEqual([
      'mine',
      'signed',
    ])
  })

  test('0018 calls only that trash which the blog will name so again', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 17))
    database.exec(`
      ${BLOG_AND_POST}
      INSERT INTO comments (id, blog_id, post_id, remote_id, author_name, content_html, direction, status, created_at, link)
      VALUES ('shown', 'b', 'p', 1, 'Lan', '', 'ltr', 'approved', 'c', ''), ('spam', 'b', 'p', 2, 'Lan', '', 'ltr', 'spam', 'c', ''), ('trash', 'b', 'p', 3, 'Lan', '', 'ltr', 'trash', 'c', '');`)
    migrate(database, migrations.slice(0, 18))
    expect(database.prepare('SELECT id FROM comments WHERE is_gone = 1').pluck().all()).toEqual(['trash'])
  })

  test('0019 puts into the index again what an answer was begun to', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 18))
    database.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO reply_drafts VALUES ('answered', 'In March.', '2026-11');
      DELETE FROM search_pending;`)
    migrate(database, migrations.slice(0, 19))
    expect(database.prepare('SELECT kind, item_id FROM search_pending').all()).toEqual([
      { kind: 'comment', item_id: 'answered' },
    ])
  })

  test('0020 calls nothing news that is here already', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 19))
    database.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO comments (id, blog_id, post_id, remote_id, author_name, content_html, direction, status, created_at, link)
      VALUES ('shown', 'b', 'p', 1, 'Lan', '', 'ltr', 'approved', 'c', '');`)
    migrate(database, migrations.slice(0, 20))
    expect(database.prepare('SELECT count(*) FROM untold_comments').pluck().get()).toBe(0)
  })

  test('0021 leaves what was typed as plain words those words', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 20))
    database.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO reply_drafts VALUES ('one', 'if a < b & c > d', '2026-11'), ('other', 'In March.', '2026-11');
      INSERT INTO outbox_entries (position, id, blog_id, kind, lane, waits_for, what, size_bytes, payload, payload_hash, token, state, created_at, approved_by, approved_at)
      VALUES (1, 'queued', 'b', 'send-reply', 'l', '[]', 'w', 1, '{"postRemoteId":7,"text":"<b>\\n&"}', 'h', 't', 'ready', 'c', 'Me', 'a'),
             (2, 'post', 'b', 'publish-post', 'l', '[]', 'w', 1, '{"text":"<b>"}', 'h', 't', 'ready', 'c', 'Me', 'a');`)
    migrate(database, migrations.slice(0, 21))
    expect(database.prepare('SELECT text FROM reply_drafts ORDER BY comment_id').pluck().all()).toEqual([
      'if a &lt; b &amp; c &gt; d',
      'In March.',
    ])
    expect(database.prepare('SELECT payload FROM outbox_entries ORDER BY position').pluck().all()).toEqual([
      '{"postRemoteId":7,"text":"&lt;b&gt;\\n&amp;"}',
      '{"text":"<b>"}',
    ])
  })

  test('0022 ends a correction together with its comment', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 21))
    database.exec(`
      ${BLOG_AND_POST}
      INSERT INTO comments (id, blog_id, post_id, remote_id, author_name, content_html, direction, status, created_at, link)
      VALUES ('wrong', 'b', 'p', 1, 'Lan', '', 'ltr', 'approved', 'c', '');`)
    migrate(database, migrations.slice(0, 22))
    database.exec(`PRAGMA foreign_keys = ON; INSERT INTO corrections VALUES ('wrong', 'hash', 0, 'now')`)
    database.exec("DELETE FROM comments WHERE id = 'wrong'")
    expect(database.prepare('SELECT count(*) FROM corrections').pluck().get()).toBe(0)
  })

  test('0023 begins with nothing said again and again', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 23))
    expect(database.prepare('SELECT count(*) FROM saved_replies').pluck().get()).toBe(0)
  })

  test('0024 keeps an item whose feed is removed', () => {
    const database = new Database(':memory:')
    database.pragma('foreign_keys = ON')
    migrate(database, migrations.slice(0, 24))
    database.exec(`
      INSERT INTO feeds (id, address, title, added_at) VALUES ('f', 'https://neighbour.example/feed', 'The neighbour', 'a');
      INSERT INTO feed_items (id, feed_id, feed_address, feed_title, guid, title, author_name, html, has_full_text, first_words, direction, published_at)
      VALUES ('i', 'f', 'https://neighbour.example/feed', 'The neighbour', 'g', '', '', '', 1, '', 'ltr', 'p');
      DELETE FROM feeds;`)
    expect(database.prepare('SELECT feed_id, feed_title FROM feed_items').all()).toEqual([
      { feed_id: null, feed_title: 'The neighbour' },
    ])
  })

  test('0025 knows no reader’s address, and forgets one with its comment', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 24))
    database.exec(`
      ${BLOG_AND_POST}
      INSERT INTO comments (id, blog_id, post_id, remote_id, author_name, content_html, direction, status, created_at, link)
      VALUES ('asked', 'b', 'p', 1, 'Lan', '', 'ltr', 'approved', 'c', '');`)
    migrate(database, migrations.slice(0, 25))
    const count = () => database.prepare('SELECT count(*) FROM reader_addresses').pluck().get()
    expect(count()).toBe(0)
    database.exec(
      `PRAGMA foreign_keys = ON; INSERT INTO reader_addresses VALUES ('asked', 'lan@x.example', '', '', 'now')`,
    )
    database.exec("DELETE FROM comments WHERE id = 'asked'")
    expect(count()).toBe(0)
  })

  test('0026 leaves every post that is there open to change', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 25))
    database.exec(`
      ${BLOG_AND_POST}
      INSERT INTO bases (post_id, which, remote, status, link, published_at, taken_at) VALUES ('p', 'agreed', '{}', 'publish', '', NULL, 't');`)
    migrate(database, migrations.slice(0, 26))
    expect(database.prepare('SELECT status, is_only_to_read FROM bases').all()).toEqual([
      { status: 'publish', is_only_to_read: 0 },
    ])
  })

  test('0027 does not know over what earlier sends were written', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 26))
    database.exec(`PRAGMA foreign_keys = OFF; INSERT INTO sent_words (entry_id, words_hash) VALUES ('e', 'h')`)
    migrate(database, migrations.slice(0, 27))
    expect(database.prepare('SELECT * FROM sent_words').all()).toEqual([
      { entry_id: 'e', words_hash: 'h', sent_over: null },
    ])
  })

  test('0028 leaves a correction under way as it is', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 27))
    database.exec(`
      ${BLOG_AND_POST}
      INSERT INTO comments (id, blog_id, post_id, remote_id, author_name, content_html, direction, status, created_at, link)
      VALUES ('wrong', 'b', 'p', 1, 'Lan', '', 'ltr', 'approved', 'c', '');
      INSERT INTO corrections VALUES ('wrong', 'hash', 0, 'now');`)
    migrate(database, migrations.slice(0, 28))
    expect(database.prepare('SELECT * FROM corrections').all()).toEqual([
      { comment_id: 'wrong', text_hash: 'hash', note_count: 0, begun_at: 'now', put_away_at: null },
    ])
  })

  test('0029 begins without reviews, and refuses to change or shorten a trail', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 28))
    database.exec(BLOG_AND_POST)
    migrate(database, migrations.slice(0, 29))
    expect(database.prepare('SELECT * FROM reviews').all()).toEqual([])
    database.exec(`
      INSERT INTO reviews (id, blog_url, blog_name, round, category_names, changed_at) VALUES ('r', 'u', 'n', 1, '{}', 't');
      INSERT INTO post_reviews VALUES ('p', 'r');
      INSERT INTO review_trail (review_id, act, by_name, at, words, hash) VALUES ('r', 'asked', 'Ann', 't', 'Please.', '');`)
    for (const change of ["UPDATE review_trail SET words = 'Never.'", 'DELETE FROM review_trail'])
      expect(() => database.exec(change)).toThrow('a line of a trail is never')
    database.exec('DELETE FROM posts')
    expect(database.prepare('SELECT id FROM reviews').pluck().all()).toEqual(['r'])
    expect(database.prepare('SELECT words FROM review_trail').pluck().all()).toEqual(['Please.'])
  })

  test('0030 has taken no round in from a file yet', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 29))
    database.exec(`
      INSERT INTO reviews (id, blog_url, blog_name, round, category_names, changed_at) VALUES ('r', 'u', 'n', 1, '{}', 't');
      INSERT INTO review_rounds (review_id, round, state, asked_of, asked_by, asked_at, look_at, given, proposed, title, language, direction, suggestion_count, open_count)
      VALUES ('r', 1, 'asked', 'Mai', 'Ann', 't', '', '{}', '{}', '', '', 'ltr', 0, 0);`)
    migrate(database, migrations.slice(0, 30))
    expect(database.prepare('SELECT given, taken, taken_sent_at FROM review_rounds').all()).toEqual([
      { given: '{}', taken: null, taken_sent_at: null },
    ])
  })

  test('a newer file is refused before anything is written', () => {
    const database = new Database(':memory:')
    migrate(database, migrations)
    expect(() => refuseForeignFile(database, migrations.length - 1)).toThrow(
      expect.objectContaining({ data: { kind: 'database', reason: 'newer-version' } }),
    )
  })

  test('0009 leaves posts as they were, without a template and with nothing called fine', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 8))
    database.exec(`
      INSERT INTO blogs VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1, 'p', 'c', NULL, NULL);
      INSERT INTO posts VALUES ('one', 'b', 7, '', 'ltr', 'Me', 'Title', 'Line', 12, 'e', NULL, 0);`)
    const before = database.prepare('SELECT * FROM posts').all()
    migrate(database, migrations.slice(0, 9))
    expect(database.prepare('SELECT * FROM posts').all()).toEqual(before)
    for (const table of ['post_facts', 'fine_findings', 'rule_packs', 'known_names'])
      expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  })
})
