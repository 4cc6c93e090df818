/** An entry that the person stopped on its way stays here once it is known what became of it; every entry has its place. */
export const sql = `
ALTER TABLE outbox_entries ADD COLUMN is_stopped INTEGER NOT NULL DEFAULT 0;
UPDATE outbox_entries SET position = sequence WHERE position = 0;

-- What the outbox shows of an entry lies behind its whole text in the row; this way a list of hundreds reads no text.
CREATE INDEX outbox_listed ON outbox_entries (blog_id, position, sequence, id, kind, lane, post_id, comment_id, media_id, waits_for, what,
  size_bytes, payload_hash, token, state, attempts, reason, remote_id, created_at, held_until, next_attempt_at, last_sent_at,
  approved_by, approved_at, receipt, done_at, is_stopped, merged_at) WHERE state NOT IN ('done', 'cancelled');
`
