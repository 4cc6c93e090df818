/** The person's own order of what waits, looking again after something was sent, and the blog's pictures kept for reading. */
export const sql = `
ALTER TABLE outbox_entries ADD COLUMN position REAL NOT NULL DEFAULT 0;
UPDATE outbox_entries SET position = sequence;
ALTER TABLE outbox_entries ADD COLUMN sweeps_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox_entries ADD COLUMN next_sweep_at TEXT;
CREATE INDEX outbox_sweeps ON outbox_entries (blog_id, next_sweep_at) WHERE next_sweep_at IS NOT NULL;

CREATE TABLE blog_pictures (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  url TEXT NOT NULL,
  media_id TEXT NOT NULL REFERENCES media (id),
  PRIMARY KEY (blog_id, url)
) STRICT, WITHOUT ROWID;
`
