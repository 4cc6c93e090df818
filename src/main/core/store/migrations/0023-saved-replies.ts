/** Replies that are said again and again, for one blog or for all of them. */
export const sql = `
CREATE TABLE saved_replies (
  id TEXT PRIMARY KEY,
  blog_id TEXT REFERENCES blogs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  edited_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
