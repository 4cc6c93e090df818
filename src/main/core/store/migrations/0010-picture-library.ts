/** What is sent of a picture, what is known about it, and cut-outs of it. */
export const sql = `
-- Of the file that leaves, as JSON; NULL until it is needed.
ALTER TABLE media ADD COLUMN sent TEXT;
ALTER TABLE media ADD COLUMN removed TEXT CHECK (removed IN ('place-and-camera', 'hidden'));
ALTER TABLE media ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN alt_language TEXT NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN credit TEXT NOT NULL DEFAULT '';
-- Added by the person, not brought from a blog for reading.
ALTER TABLE media ADD COLUMN is_own INTEGER NOT NULL DEFAULT 1;
ALTER TABLE media ADD COLUMN original_id TEXT REFERENCES media (id);
ALTER TABLE media ADD COLUMN edit TEXT;
ALTER TABLE media ADD COLUMN trashed_at TEXT;
UPDATE media SET is_own = 0 WHERE id IN (SELECT media_id FROM blog_pictures);
CREATE INDEX media_by_original ON media (original_id) WHERE original_id IS NOT NULL;
`
