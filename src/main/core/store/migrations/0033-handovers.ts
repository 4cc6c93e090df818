/** Handover files that were taken in here, and with which words their posts came: what is still as it came may be replaced by a later file. */
export const sql = `
CREATE TABLE handovers (
  id TEXT PRIMARY KEY,
  taken_at TEXT NOT NULL,
  report TEXT NOT NULL,
  is_read INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE handed_posts (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  words_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER post_leaves_handover BEFORE DELETE ON posts BEGIN
  DELETE FROM handed_posts WHERE post_id = old.id;
END;
`
