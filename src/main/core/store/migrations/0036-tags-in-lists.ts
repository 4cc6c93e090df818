/** Which tags a post has, beside its text, so that a list can tell them without reading it; and what the blog counts of each term. */
export const sql = `
ALTER TABLE terms ADD COLUMN use_count INTEGER;

ALTER TABLE bases ADD COLUMN tag_ids TEXT NOT NULL DEFAULT '[]';
UPDATE bases SET tag_ids = coalesce(json_extract(remote, '$.tagIds'), '[]');
DROP INDEX bases_listed;
CREATE INDEX bases_listed ON bases (post_id, which, status, link, published_at, is_only_to_read, tag_ids);
`
