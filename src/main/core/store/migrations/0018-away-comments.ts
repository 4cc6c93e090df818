/**
 * Spam and trash as the blog has them. Until now `trash` was also said of what was merely seen no more: only the blog's own word
 * counts, so those are gone until it names them.
 */
export const sql = `
ALTER TABLE comments ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0;
UPDATE comments SET is_gone = 1 WHERE status = 'trash';

CREATE INDEX comments_away ON comments (blog_id, status, created_at) WHERE status IN ('spam', 'trash');

CREATE TABLE away_reads (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  status TEXT NOT NULL CHECK (status IN ('spam', 'trash')),
  read_at TEXT NOT NULL,
  is_whole INTEGER NOT NULL,
  -- Comments of posts that are not on this desk.
  elsewhere_count INTEGER NOT NULL,
  PRIMARY KEY (blog_id, status)
) STRICT, WITHOUT ROWID;
`
