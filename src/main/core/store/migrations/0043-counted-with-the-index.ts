/** The words of a post that came down are counted as it goes into the index of words. */
export const sql = `
DROP INDEX posts_uncounted;
INSERT INTO search_pending (kind, item_id) SELECT 'post', id FROM posts WHERE word_count < 0 ON CONFLICT DO NOTHING;
`
