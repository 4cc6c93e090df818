/** A name is right on every blog (blog_id ''), as those written down so far, or on one alone. */
export const sql = `
CREATE TABLE personal_names (
  name TEXT NOT NULL,
  blog_id TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (name, blog_id)
) STRICT, WITHOUT ROWID;
INSERT INTO personal_names (name, blog_id, added_at) SELECT name, '', added_at FROM known_names;
DROP TABLE known_names;
`
