/** Comments that made the person mend the post; with how the post was when that began. */
export const sql = `
CREATE TABLE corrections (
  comment_id TEXT PRIMARY KEY REFERENCES comments (id) ON DELETE CASCADE,
  words_hash TEXT NOT NULL,
  note_count INTEGER NOT NULL,
  begun_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
