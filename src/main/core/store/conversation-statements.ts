/**
 * Comments as the person wants them to be: what waits in the outbox comes in as JSON. By name, because all of it stands in that index,
 * and SQLite would go through the comments themselves.
 */
const SHOWN = `
  WITH decided AS MATERIALIZED (SELECT value ->> 'id' AS id, value ->> 'to' AS status FROM json_each(@decided)),
  writers AS MATERIALIZED (SELECT value AS id FROM json_each(@writers)),
  answered AS MATERIALIZED (
    SELECT parent_remote_id AS remote_id FROM comments INDEXED BY comments_by_time
      WHERE blog_id = @blogId AND author_id IN (SELECT id FROM writers) AND parent_remote_id IS NOT NULL AND status IN ('approved', 'hold')
    UNION SELECT value FROM json_each(@answered)
  ),
  shown AS (
    SELECT comments.id, comments.post_id, comments.created_at, comments.is_flagged,
      comments.is_read = 0 AND comments.author_id IS NOT @userId AS is_unread,
      coalesce(decided.status, comments.status) AS status,
      @isAnswerable = 1 AND coalesce(comments.author_id, 0) NOT IN (SELECT id FROM writers) AND coalesce(decided.status, comments.status) NOT IN ('spam', 'trash')
        AND comments.remote_id NOT IN (SELECT remote_id FROM answered) AS is_unanswered
    FROM comments INDEXED BY comments_by_time LEFT JOIN decided ON decided.id = comments.id
    WHERE comments.blog_id = @blogId AND (comments.status IN ('approved', 'hold') OR decided.id IS NOT NULL)
  )`

/** Thousands of comments as one line a post, whose title is looked up once, not for each of its comments. */
export const COUNT_BY_POST = `${SHOWN},
  counted AS MATERIALIZED (
    SELECT post_id, count(*) AS all_count, sum(is_unanswered) AS unanswered, sum(is_unread) AS unread,
      sum(status = 'hold') AS held, sum(is_flagged) AS flagged, max(created_at) AS last_at,
      min(iif(is_unanswered, created_at, NULL)) AS waits_since
    FROM shown GROUP BY post_id
  )
  SELECT counted.*, posts.title AS post_title FROM counted CROSS JOIN posts ON posts.id = post_id`

/** The same of the whole blog. */
export const COUNT_OPEN = `${SHOWN}
  SELECT coalesce(sum(is_unread), 0) AS unread, coalesce(sum(is_unanswered), 0) AS unanswered FROM shown`

/** Which wait for an answer, the longest waiting first. */
export const LIST_WAITING = `${SHOWN}
  SELECT id FROM shown WHERE is_unanswered ORDER BY created_at, id LIMIT @limit`
