/** What is listed and counted all the time is read from an index, and no text with it. */
export const sql = `
-- The tags stand behind the document, which was read to its end for each line of the list of posts.
DROP INDEX working_copies_listed;
CREATE INDEX working_copies_listed ON working_copies (post_id, words_hash, tags);
-- Each round compares the comments of the last days, and read every comment of the blog to find them.
CREATE INDEX comments_by_time ON comments (blog_id, created_at, status);
`
