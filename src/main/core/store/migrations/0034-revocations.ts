/** Application passwords that the person wants taken back on the blog, until that is done or a person says that it is. */
export const sql = `
CREATE TABLE revocations (
  blog_id TEXT PRIMARY KEY REFERENCES blogs (id) ON DELETE CASCADE,
  asked_at TEXT NOT NULL,
  -- This laptop no longer has the password: only a person can take it back, on their profile page.
  is_by_hand INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
