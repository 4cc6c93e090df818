/** What can be undone in a post, as the window wrote it down, and a print of the very text that it belongs to. */
export const sql = `
CREATE TABLE undo_steps (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  document_print TEXT NOT NULL,
  steps TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX undo_steps_by_age ON undo_steps (kept_at);

CREATE TRIGGER undo_goes BEFORE DELETE ON posts BEGIN
  DELETE FROM undo_steps WHERE post_id = old.id;
END;
`
