/** What a list of versions shows, and whether a text is a new one, without reading the texts: of a long post each is hundreds of pages. */
export const sql = `
DROP INDEX snapshots_by_post;
CREATE INDEX snapshots_listed ON snapshots (post_id, created_at DESC, id, why, title, word_count, words_hash);
CREATE INDEX working_copies_listed ON working_copies (post_id, words_hash);
`
