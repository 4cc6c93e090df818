/** What a person calls a picture of the blog's library that is only spoken of, as a post's featured picture. */
export const sql = `
CREATE TABLE picture_names (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (blog_id, remote_id)
) STRICT, WITHOUT ROWID;
`
