/** Unread and unanswered are counted by every window after each change, and went through the row of each comment, with its words. */
export const sql = `
DROP INDEX comments_by_time;
CREATE INDEX comments_by_time ON comments (blog_id, created_at, status, post_id, author_id, is_read, is_flagged, remote_id, parent_remote_id, id);
`
