/** What the blog keeps at its top, beside the text so that a list can tell; and what the person wants it to be with the next sending. */
export const sql = `
ALTER TABLE bases ADD COLUMN is_sticky INTEGER NOT NULL DEFAULT 0;
DROP INDEX bases_listed;
CREATE INDEX bases_listed ON bases (post_id, which, status, link, published_at, is_only_to_read, tag_ids, is_sticky);

CREATE TABLE sticky_wishes (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  is_sticky INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What the blog has already is nobody's wish any more, however the desk heard of it.
CREATE TRIGGER base_added_fulfils_wish AFTER INSERT ON bases WHEN new.which = 'agreed' BEGIN
  DELETE FROM sticky_wishes WHERE post_id = new.post_id AND is_sticky = new.is_sticky;
END;
CREATE TRIGGER base_changed_fulfils_wish AFTER UPDATE ON bases WHEN new.which = 'agreed' BEGIN
  DELETE FROM sticky_wishes WHERE post_id = new.post_id AND is_sticky = new.is_sticky;
END;
`
