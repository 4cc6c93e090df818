/** Never edited after a release: a later shape is a later migration. */
export const sql = `
CREATE TABLE blogs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('wordpress', 'practice')),
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

CREATE TABLE posts (
  id TEXT PRIMARY KEY,
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER,
  language TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  author_name TEXT NOT NULL,
  title TEXT NOT NULL,
  excerpt_line TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  edited_at TEXT NOT NULL,
  caret TEXT,
  is_trashed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (blog_id, remote_id)
) STRICT;
CREATE INDEX posts_by_edit ON posts (blog_id, edited_at DESC);

-- Only while the person's words differ from what the blog has, or the blog has none.
CREATE TABLE working_copies (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  title TEXT NOT NULL,
  document TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  category_ids TEXT NOT NULL,
  tags TEXT NOT NULL,
  words_hash TEXT NOT NULL
) STRICT;

-- 'agreed': the blog's text after our last successful exchange. 'incoming': what the blog has now, when both sides moved on.
CREATE TABLE bases (
  post_id TEXT NOT NULL REFERENCES posts (id),
  which TEXT NOT NULL CHECK (which IN ('agreed', 'incoming')),
  remote TEXT NOT NULL,
  status TEXT NOT NULL,
  link TEXT NOT NULL,
  published_at TEXT,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (post_id, which)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id),
  why TEXT NOT NULL,
  words TEXT NOT NULL,
  words_hash TEXT NOT NULL,
  title TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_post ON snapshots (post_id, created_at DESC);

CREATE TABLE terms (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER NOT NULL,
  taxonomy TEXT NOT NULL CHECK (taxonomy IN ('category', 'tag')),
  name TEXT NOT NULL,
  slug TEXT NOT NULL,
  parent_remote_id INTEGER,
  PRIMARY KEY (blog_id, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  post_id TEXT NOT NULL REFERENCES posts (id),
  remote_id INTEGER NOT NULL,
  parent_remote_id INTEGER,
  author_name TEXT NOT NULL,
  author_id INTEGER,
  content_html TEXT NOT NULL,
  direction TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at TEXT NOT NULL,
  link TEXT NOT NULL,
  is_read INTEGER NOT NULL DEFAULT 0,
  UNIQUE (blog_id, remote_id)
) STRICT;
CREATE INDEX comments_by_post ON comments (post_id, created_at);

CREATE TABLE media (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE media_uploads (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  media_id TEXT NOT NULL REFERENCES media (id),
  remote_id INTEGER NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (blog_id, media_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox_entries (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  post_id TEXT REFERENCES posts (id),
  comment_id TEXT REFERENCES comments (id),
  media_id TEXT REFERENCES media (id),
  waits_for TEXT NOT NULL,
  what TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  payload TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  token TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  remote_id INTEGER,
  created_at TEXT NOT NULL,
  held_until TEXT,
  next_attempt_at TEXT,
  last_sent_at TEXT,
  approved_by TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  receipt TEXT,
  done_at TEXT
) STRICT;
CREATE INDEX outbox_open ON outbox_entries (blog_id, state);

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
