/** What somebody who moderates asked for, for a few days: see reader-addresses.ts. */
export const sql = `
CREATE TABLE reader_addresses (
  comment_id TEXT PRIMARY KEY REFERENCES comments (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  ip TEXT NOT NULL,
  website TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
