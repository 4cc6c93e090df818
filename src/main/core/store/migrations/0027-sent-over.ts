/** Over which revision of the blog's a send's first request went: what came between is only among the revisions since. */
export const sql = `
ALTER TABLE sent_words ADD COLUMN sent_over TEXT;
`
