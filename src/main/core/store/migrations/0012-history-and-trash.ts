/** Versions that have a name, since when a post lies in the trash, and what goes with a post that is deleted from there. */
export const sql = `
CREATE TABLE version_names (
  snapshot_id TEXT PRIMARY KEY REFERENCES snapshots (id),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trashed_posts (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  trashed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Nobody noted it so far: their time begins now.
INSERT INTO trashed_posts (post_id, trashed_at) SELECT id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM posts WHERE is_trashed = 1;

CREATE INDEX outbox_of_post ON outbox_entries (post_id) WHERE post_id IS NOT NULL;

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
  DELETE FROM archived_pages WHERE post_id = old.id;
  DELETE FROM trashed_posts WHERE post_id = old.id;
END;
`
