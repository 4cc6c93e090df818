/** Comments that the person put aside to come back to. */
export const sql = `
ALTER TABLE comments ADD COLUMN is_flagged INTEGER NOT NULL DEFAULT 0;
`
