/** Answers that were begun are found with the comments they answer. */
export const sql = `
CREATE TRIGGER search_draft_added AFTER INSERT ON reply_drafts BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', new.comment_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_draft_changed AFTER UPDATE OF text ON reply_drafts WHEN old.text <> new.text BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', new.comment_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_draft_removed AFTER DELETE ON reply_drafts BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', old.comment_id) ON CONFLICT DO NOTHING;
END;
INSERT INTO search_pending (kind, item_id) SELECT 'comment', comment_id FROM reply_drafts WHERE true ON CONFLICT DO NOTHING;
`
