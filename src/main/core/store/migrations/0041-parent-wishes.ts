/** Where a person wants a page to stand, until the blog has it so; and where it stood when they chose. NULL is the top. */
export const sql = `
CREATE TABLE parent_wishes (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  parent_id INTEGER,
  seen_parent_id INTEGER
) STRICT, WITHOUT ROWID;
-- What the blog has already is nobody's wish any more, however the desk heard of it.
CREATE TRIGGER base_added_places_page AFTER INSERT ON bases WHEN new.which = 'agreed' BEGIN
  DELETE FROM parent_wishes WHERE post_id = new.post_id AND parent_id IS json_extract(new.remote, '$.page.parentId')
    AND json_type(new.remote, '$.page') = 'object';
END;
CREATE TRIGGER base_changed_places_page AFTER UPDATE ON bases WHEN new.which = 'agreed' BEGIN
  DELETE FROM parent_wishes WHERE post_id = new.post_id AND parent_id IS json_extract(new.remote, '$.page.parentId')
    AND json_type(new.remote, '$.page') = 'object';
END;
`
