/**
 * What was typed and is not yet in the working copy and in history, in the order in which it came. Each row says only what changed, over the row
 * before (`over_number`) or over a version in history (`over_version`); one that is over neither holds the whole text.
 */
export const sql = `
CREATE TABLE typed_edits (
  number INTEGER PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  over_number INTEGER,
  over_version TEXT,
  edit TEXT NOT NULL,
  typed_at TEXT NOT NULL
) STRICT;
`
