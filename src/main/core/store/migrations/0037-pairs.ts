/** Posts that say another post in another language. */
export const sql = `
CREATE TABLE post_pairs (
  translation_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  -- JSON, a block of the source per entry; see shared/content/pairs/tie.ts.
  tie TEXT NOT NULL,
  -- 0: somebody said that it is no translation of that post. Whoever ties the two again finds what was said before.
  is_tied INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX post_pairs_of_source ON post_pairs (source_id);
`
