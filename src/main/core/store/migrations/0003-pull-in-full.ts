/** Where each pull stands, so that it goes on after a stop; and what to do about posts that the blog has no more. */
export const sql = `
CREATE TABLE pulls (
  blog_id TEXT PRIMARY KEY REFERENCES blogs (id),
  is_paused INTEGER NOT NULL DEFAULT 0,
  reconciled_at TEXT,
  -- JSON of VanishedPosts while so many are gone that a person is asked first.
  vanished TEXT
) STRICT, WITHOUT ROWID;

-- A row while a list has been read in part: its cursor in blogs moves only when the list is whole.
CREATE TABLE pull_positions (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  list TEXT NOT NULL CHECK (list IN ('posts', 'comments')),
  position TEXT NOT NULL,
  newest TEXT,
  done_count INTEGER NOT NULL,
  total_count INTEGER,
  PRIMARY KEY (blog_id, list)
) STRICT, WITHOUT ROWID;

-- A first pull leaves -1 and counts when it is done.
CREATE INDEX posts_uncounted ON posts (blog_id) WHERE word_count < 0;

-- What a list shows of a post lies behind its whole text in the row; this way a list of 10,000 reads no text.
CREATE INDEX bases_listed ON bases (post_id, which, status, link, published_at);
CREATE INDEX comments_by_status ON comments (post_id, status);
`
