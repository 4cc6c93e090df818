/** What was proposed in the file that was taken in last, and when it was sent: what changed since then is told from what it says. */
export const sql = `
ALTER TABLE review_rounds ADD COLUMN taken TEXT;
ALTER TABLE review_rounds ADD COLUMN taken_sent_at TEXT;
`
