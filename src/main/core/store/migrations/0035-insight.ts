/** What a post and a campaign are for, and what the person noted came of them. */
export const sql = `
CREATE TABLE campaigns (
  id TEXT PRIMARY KEY,
  blog_id TEXT NOT NULL REFERENCES blogs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  objective TEXT NOT NULL,
  audience TEXT NOT NULL,
  begins_on TEXT,
  ends_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE post_aims (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaigns (id) ON DELETE SET NULL,
  objective TEXT NOT NULL,
  audience TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody noted stays with the blog when the post goes.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  blog_id TEXT NOT NULL REFERENCES blogs (id) ON DELETE CASCADE,
  post_id TEXT REFERENCES posts (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  who TEXT NOT NULL,
  text TEXT NOT NULL,
  url TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_day ON evidence (blog_id, happened_on);
`
