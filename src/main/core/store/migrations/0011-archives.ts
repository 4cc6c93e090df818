/** Exports of whole blogs, opened for reading: an archive is a blog without a line. */
export const sql = `
-- A table's CHECK cannot be changed in place; what refers to it is whole again before the commit.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE blogs_before AS SELECT * FROM blogs ORDER BY rowid;
DROP TABLE blogs;
CREATE TABLE blogs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('wordpress', 'practice', 'archive')),
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  rest_root TEXT NOT NULL,
  user_name TEXT NOT NULL,
  remote_user_id INTEGER NOT NULL,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  rights TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  gmt_offset_hours REAL NOT NULL,
  is_signed_in INTEGER NOT NULL,
  posts_cursor TEXT,
  comments_cursor TEXT,
  terms_pulled_at TEXT,
  last_synced_at TEXT,
  UNIQUE (url, user_name)
) STRICT;
INSERT INTO blogs SELECT * FROM blogs_before ORDER BY rowid;
DROP TABLE blogs_before;

-- is_whole: 0 while the file is being read; such an archive is shown to nobody and is gone with the next start.
CREATE TABLE archives (
  blog_id TEXT PRIMARY KEY REFERENCES blogs (id),
  file_name TEXT NOT NULL,
  exported_at TEXT,
  opened_at TEXT NOT NULL,
  is_whole INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Who wrote on a blog, as an export names them.
CREATE TABLE blog_authors (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  PRIMARY KEY (blog_id, remote_id)
) STRICT, WITHOUT ROWID;

-- Pages stand among the posts of an archive; what they are is kept for the way out.
CREATE TABLE archived_pages (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  parent_remote_id INTEGER
) STRICT, WITHOUT ROWID;

-- The library of an archive, by address: the files themselves are not in an export.
CREATE TABLE attachments (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER NOT NULL,
  parent_remote_id INTEGER,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  caption TEXT NOT NULL,
  alt TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (blog_id, remote_id)
) STRICT, WITHOUT ROWID;
`
