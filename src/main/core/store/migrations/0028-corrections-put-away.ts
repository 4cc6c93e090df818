/** A correction that was put away can be taken up again as it was begun. */
export const sql = `
ALTER TABLE corrections RENAME COLUMN words_hash TO text_hash;
ALTER TABLE corrections ADD COLUMN put_away_at TEXT;
`
