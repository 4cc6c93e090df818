/**
 * Pages beside posts: what each is, in a column of its own, because a draft that no blog has seen yet is one or the other too. How
 * far the blog's pages have come down is counted apart from its posts. Those of an archive stood in a table of their own.
 */
export const sql = `
ALTER TABLE posts ADD COLUMN kind TEXT NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'page'));
ALTER TABLE blogs ADD COLUMN pages_cursor TEXT;
-- A table's CHECK cannot be changed in place.
CREATE TABLE pull_positions_before AS SELECT * FROM pull_positions;
DROP TABLE pull_positions;
CREATE TABLE pull_positions (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  list TEXT NOT NULL CHECK (list IN ('posts', 'pages', 'comments')),
  position TEXT NOT NULL,
  newest TEXT,
  done_count INTEGER NOT NULL,
  total_count INTEGER,
  PRIMARY KEY (blog_id, list)
) STRICT, WITHOUT ROWID;
INSERT INTO pull_positions SELECT * FROM pull_positions_before;
DROP TABLE pull_positions_before;

UPDATE posts SET kind = 'page' WHERE id IN (SELECT post_id FROM archived_pages);
UPDATE bases SET remote = json_set(remote, '$.page', json_object(
    'parentId', (SELECT parent_remote_id FROM archived_pages WHERE archived_pages.post_id = bases.post_id), 'order', 0))
  WHERE post_id IN (SELECT post_id FROM archived_pages);
DROP TRIGGER post_goes;
DROP TABLE archived_pages;
CREATE TRIGGER post_goes BEFORE DELETE ON posts BEGIN
  DELETE FROM asked_entries WHERE entry_id IN (SELECT id FROM outbox_entries WHERE post_id = old.id);
  DELETE FROM outbox_entries WHERE post_id = old.id;
  DELETE FROM post_merges WHERE post_id = old.id;
  DELETE FROM version_names WHERE snapshot_id IN (SELECT id FROM snapshots WHERE post_id = old.id);
  DELETE FROM snapshots WHERE post_id = old.id;
  DELETE FROM comments WHERE post_id = old.id;
  DELETE FROM working_copies WHERE post_id = old.id;
  DELETE FROM bases WHERE post_id = old.id;
  DELETE FROM post_pictures WHERE post_id = old.id;
  DELETE FROM picture_readings WHERE post_id = old.id;
  DELETE FROM fine_findings WHERE post_id = old.id;
  DELETE FROM post_facts WHERE post_id = old.id;
  DELETE FROM trashed_posts WHERE post_id = old.id;
END;
`
