/** Who wrote the posts of a blog is asked once an hour, and read every text of it. */
export const sql = `
ALTER TABLE bases ADD COLUMN author_id INTEGER;
UPDATE bases SET author_id = json_extract(remote, '$.authorId');
DROP INDEX bases_listed;
CREATE INDEX bases_listed ON bases (post_id, which, status, link, published_at, is_only_to_read, tag_ids, is_sticky, author_id);
`
