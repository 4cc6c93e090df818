/** Comments that came since the person was last told. What is here already is not news. */
export const sql = `
CREATE TABLE untold_comments (
  comment_id TEXT PRIMARY KEY REFERENCES comments (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`
