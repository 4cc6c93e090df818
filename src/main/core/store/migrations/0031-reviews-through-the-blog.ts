/** Reviews that go through the blog: which post there carries one, what came from whom, and what of its notes the blog has. */
export const sql = `
-- Of one post one review, on the desk of whoever reads it too.
CREATE TABLE review_lines (
  review_id TEXT PRIMARY KEY REFERENCES reviews (id),
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  post_id TEXT NOT NULL UNIQUE REFERENCES posts (id)
) STRICT;
CREATE TRIGGER post_leaves_review_line BEFORE DELETE ON posts BEGIN
  DELETE FROM review_lines WHERE post_id = old.id;
END;

-- What was put beside the post, the later ones behind: what somebody changed is told from their last one.
CREATE TABLE review_letters (
  letter INTEGER PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES reviews (id),
  author_remote_id INTEGER NOT NULL,
  token TEXT NOT NULL,
  round INTEGER NOT NULL,
  proposed TEXT NOT NULL,
  -- SHA-256 of the text as the blog had it: with other words somebody typed on in the blog's own editor.
  text_hash TEXT NOT NULL,
  UNIQUE (review_id, author_remote_id, token)
) STRICT;

-- Comments of the kind that WordPress 6.9 calls notes. note_id: of a note or an answer here; null for one that says in the
-- blog's editor what stands here otherwise.
CREATE TABLE review_numbers (
  blog_id TEXT NOT NULL REFERENCES blogs (id),
  remote_id INTEGER NOT NULL,
  review_id TEXT NOT NULL REFERENCES reviews (id),
  note_id TEXT,
  -- As the blog had it last.
  is_resolved INTEGER NOT NULL,
  PRIMARY KEY (blog_id, remote_id)
) STRICT;
CREATE INDEX review_numbers_of_review ON review_numbers (review_id);
CREATE INDEX review_numbers_of_note ON review_numbers (note_id) WHERE note_id IS NOT NULL;

-- Said at this desk: only such notes go to the blog from here.
CREATE TABLE review_notes_from_here (
  note_id TEXT PRIMARY KEY
) STRICT;

-- Into which the blog put a post that went there without any, be it to be reviewed or to be read: nobody chose those.
CREATE TABLE unchosen_categories (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  category_ids TEXT NOT NULL
) STRICT;
CREATE TRIGGER post_leaves_unchosen_categories BEFORE DELETE ON posts BEGIN
  DELETE FROM unchosen_categories WHERE post_id = old.id;
END;
INSERT INTO unchosen_categories (post_id, category_ids)
  SELECT post_id, blog_category_ids FROM review_seals JOIN post_reviews USING (review_id) WHERE blog_category_ids IS NOT NULL;
ALTER TABLE review_seals DROP COLUMN blog_category_ids;
`
