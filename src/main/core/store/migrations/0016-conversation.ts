/** Comments that the person put aside to come back to, and answers that were begun. */
export const sql = `
ALTER TABLE comments ADD COLUMN is_flagged INTEGER NOT NULL DEFAULT 0;

CREATE TABLE reply_drafts (
  comment_id TEXT PRIMARY KEY REFERENCES comments (id),
  text TEXT NOT NULL,
  edited_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER comment_goes BEFORE DELETE ON comments BEGIN
  DELETE FROM reply_drafts WHERE comment_id = old.id;
END;
`
