/** Asking before what waited goes, after the line was away; and which pictures the posts of a blog show. */
export const sql = `
-- When a signed-in answer of the blog was last heard.
CREATE TABLE line_visits (
  blog_id TEXT PRIMARY KEY REFERENCES blogs (id),
  seen_open_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO line_visits (blog_id, seen_open_at) SELECT id, last_synced_at FROM blogs WHERE last_synced_at IS NOT NULL;

-- What waited when the line came back: the person says Go first.
CREATE TABLE asked_entries (
  entry_id TEXT PRIMARY KEY REFERENCES outbox_entries (id),
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX asked_entries_by_blog ON asked_entries (blog_id);

-- The pictures in the blog's own text of a post, by the address that stands there.
CREATE TABLE post_pictures (
  post_id TEXT NOT NULL REFERENCES posts (id),
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  url TEXT NOT NULL,
  remote_id INTEGER,
  -- Of the addresses that the text offers, the one nearest to reading size.
  reading_url TEXT NOT NULL,
  PRIMARY KEY (post_id, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_pictures_by_blog ON post_pictures (blog_id, url);

-- Without reading the whole text that lies before the time in its row.
CREATE INDEX bases_taken ON bases (post_id, which, taken_at);
CREATE INDEX media_uploads_by_remote ON media_uploads (blog_id, remote_id);

-- Which text of a post its pictures were read from.
CREATE TABLE picture_readings (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the blog itself could not give, so that it is not taken for something left to do.
CREATE TABLE picture_faults (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  url TEXT NOT NULL,
  kind TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (blog_id, url)
) STRICT, WITHOUT ROWID;
`
