/** What a person called fine, the rules and names of this desk, and what the desk alone knows of a post: its template, and when it is due. */
export const sql = `
-- A hash of the finding, so that nothing of the words is repeated here.
CREATE TABLE fine_findings (
  post_id TEXT NOT NULL REFERENCES posts (id),
  fingerprint TEXT NOT NULL,
  said_at TEXT NOT NULL,
  PRIMARY KEY (post_id, fingerprint)
) STRICT, WITHOUT ROWID;

-- As the file was: a pack that this program cannot read may be one that the next can.
CREATE TABLE rule_packs (
  file_name TEXT PRIMARY KEY,
  contents TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE known_names (
  name TEXT PRIMARY KEY,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Only for posts that have something of it.
CREATE TABLE post_facts (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  template TEXT NOT NULL,
  review_by TEXT,
  byline TEXT
) STRICT, WITHOUT ROWID;
`
