/**
 * What was typed and is not yet in the working copy and in history, in the order in which it came. A row says only what changed, over a version in
 * history (`over_version`) or over the edit before it of the same window, or it holds the whole text.
 */
export const sql = `
CREATE TABLE typed_edits (
  number INTEGER PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  over_version TEXT,
  edit TEXT NOT NULL,
  typed_at TEXT NOT NULL
) STRICT;
`
