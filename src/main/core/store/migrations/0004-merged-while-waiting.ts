/** A colleague's change taken into what waits to be sent; and which words a machine put in place of others, for windows that still show the old ones. */
export const sql = `
ALTER TABLE outbox_entries ADD COLUMN merged_at TEXT;

-- One row for each time the words of a post were replaced by a merge or by the blog's; numbered per post from 1.
CREATE TABLE post_merges (
  post_id TEXT NOT NULL REFERENCES posts (id),
  number INTEGER NOT NULL,
  before_id TEXT NOT NULL REFERENCES snapshots (id),
  after_id TEXT NOT NULL REFERENCES snapshots (id),
  PRIMARY KEY (post_id, number)
) STRICT, WITHOUT ROWID;
`
