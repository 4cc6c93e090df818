/** What is to be said of a post elsewhere: of this desk alone, as it stands now. What it was before is in the versions of the post. */
export const sql = `
CREATE TABLE share_lines (
  post_id TEXT NOT NULL REFERENCES posts (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  platform TEXT NOT NULL,
  platform_name TEXT NOT NULL,
  own_limit INTEGER,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (post_id, id)
) STRICT;
CREATE TRIGGER post_leaves_share_lines BEFORE DELETE ON posts BEGIN
  DELETE FROM share_lines WHERE post_id = old.id;
END;
`
