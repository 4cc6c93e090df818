/** Replies may carry the tags of a comment from now on: what was typed as plain words stays those words. */
const AS_MARKUP = (column: string): string =>
  `replace(replace(replace(${column}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`

export const sql = `
UPDATE reply_drafts SET text = ${AS_MARKUP('text')} WHERE text GLOB '*[&<>]*';
UPDATE outbox_entries SET payload = json_set(payload, '$.text', ${AS_MARKUP("payload ->> 'text'")})
  WHERE kind = 'send-reply' AND payload ->> 'text' GLOB '*[&<>]*';
`
