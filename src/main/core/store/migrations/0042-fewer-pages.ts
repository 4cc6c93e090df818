/** The same is found and counted, and fewer pages are written for it. */
export const sql = `
-- Posts come in no order in an index by post, so that each comment of a pull writes a page of its own in each: one index does for both.
DROP INDEX comments_by_status;
DROP INDEX comments_by_post;
CREATE INDEX comments_by_post ON comments (post_id, created_at, status);
-- Eight parts of the index of words grow into one, not four: what was indexed is written twice as seldom again.
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 8);
`
