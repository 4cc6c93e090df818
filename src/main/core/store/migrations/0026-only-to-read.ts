/** Posts that the account may read on the blog and not change; a list tells without reading their texts. */
export const sql = `
ALTER TABLE bases ADD COLUMN is_only_to_read INTEGER NOT NULL DEFAULT 0;
DROP INDEX bases_listed;
CREATE INDEX bases_listed ON bases (post_id, which, status, link, published_at, is_only_to_read);
`
