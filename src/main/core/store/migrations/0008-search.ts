/**
 * Search. What was changed is noted by triggers, in the transaction that changed it, so that no save can be missed; the index
 * itself is filled behind (see search/search-index.ts) and can always be made again from the rest.
 */
export const sql = `
-- Last noted first: what somebody just wrote comes before what a long pull brought.
CREATE TABLE search_pending (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'comment')),
  item_id TEXT NOT NULL,
  UNIQUE (kind, item_id)
) STRICT;

-- place: seconds since 1970 times 65536, and a number within the second. The order of places is the order of time.
CREATE TABLE search_items (
  place INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'comment', 'picture')),
  item_id TEXT NOT NULL,
  -- Of a picture: its place among those of the post. 0 for others.
  number INTEGER NOT NULL,
  UNIQUE (item_id, kind, number)
) STRICT;

-- Only words, folded and parted by search-runs.ts: the texts stay where they are.
CREATE VIRTUAL TABLE search_words USING fts5 (
  title, body, author, tags, facets,
  tokenize = 'ascii', prefix = '2 3', content = '', contentless_delete = 1
);

INSERT INTO search_pending (kind, item_id) SELECT 'comment', id FROM comments ORDER BY created_at;
INSERT INTO search_pending (kind, item_id) SELECT 'post', id FROM posts ORDER BY edited_at;

CREATE TRIGGER search_post_added AFTER INSERT ON posts BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_post_changed AFTER UPDATE OF title, author_name, language, edited_at, is_trashed ON posts
WHEN old.title <> new.title OR old.author_name <> new.author_name OR old.language <> new.language OR old.edited_at <> new.edited_at OR old.is_trashed <> new.is_trashed BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_post_removed AFTER DELETE ON posts BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_copy_added AFTER INSERT ON working_copies BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_copy_changed AFTER UPDATE OF words_hash ON working_copies WHEN old.words_hash <> new.words_hash BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_copy_removed AFTER DELETE ON working_copies BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', old.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_base_added AFTER INSERT ON bases WHEN new.which = 'agreed' BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_base_changed AFTER UPDATE OF remote ON bases WHEN new.which = 'agreed' AND old.remote <> new.remote BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_base_removed AFTER DELETE ON bases WHEN old.which = 'agreed' BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', old.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_comment_added AFTER INSERT ON comments BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_comment_changed AFTER UPDATE OF post_id, author_name, content_html, status, created_at ON comments
WHEN old.post_id <> new.post_id OR old.author_name <> new.author_name OR old.content_html <> new.content_html OR old.status <> new.status OR old.created_at <> new.created_at BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_comment_removed AFTER DELETE ON comments BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('comment', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tag_renamed AFTER UPDATE OF name ON terms WHEN old.name <> new.name AND new.taxonomy = 'tag' BEGIN
  INSERT INTO search_pending (kind, item_id) SELECT 'post', id FROM posts WHERE blog_id = new.blog_id ON CONFLICT DO NOTHING;
END;
`
