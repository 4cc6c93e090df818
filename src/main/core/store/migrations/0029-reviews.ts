/**
 * Reviews, which are things of their own: on a reviewer's desk there is no post. Nothing takes a line out of a trail, or changes
 * one.
 */
export const sql = `
CREATE TABLE reviews (
  id TEXT PRIMARY KEY,
  blog_url TEXT NOT NULL,
  blog_name TEXT NOT NULL,
  round INTEGER NOT NULL,
  category_names TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  seen_at TEXT,
  seen_words TEXT
) STRICT;

-- Of one post one review; it outlives the post.
CREATE TABLE post_reviews (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  review_id TEXT NOT NULL UNIQUE REFERENCES reviews (id)
) STRICT;
CREATE TRIGGER post_leaves_review BEFORE DELETE ON posts BEGIN
  DELETE FROM post_reviews WHERE post_id = old.id;
END;

CREATE TABLE review_rounds (
  review_id TEXT NOT NULL REFERENCES reviews (id),
  round INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'sent-back', 'approved', 'approved-with-changes', 'withdrawn')),
  asked_of TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  -- A day.
  due_on TEXT,
  look_at TEXT NOT NULL,
  publish_at TEXT,
  given TEXT NOT NULL,
  proposed TEXT NOT NULL,
  -- As it is proposed, for lists.
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  direction TEXT NOT NULL,
  suggestion_count INTEGER NOT NULL,
  open_count INTEGER NOT NULL,
  concluded_by TEXT,
  concluded_at TEXT,
  concluded_words TEXT,
  PRIMARY KEY (review_id, round)
) STRICT;

CREATE TABLE review_suggestions (
  review_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  suggestion_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  suggested_at TEXT NOT NULL,
  PRIMARY KEY (review_id, round, suggestion_id),
  FOREIGN KEY (review_id, round) REFERENCES review_rounds (review_id, round)
) STRICT;

CREATE TABLE review_decisions (
  review_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  suggestion_id TEXT NOT NULL,
  is_taken INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (review_id, round, suggestion_id),
  FOREIGN KEY (review_id, round) REFERENCES review_rounds (review_id, round)
) STRICT;

CREATE TABLE review_notes (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES reviews (id),
  author_name TEXT NOT NULL,
  written_at TEXT NOT NULL,
  words TEXT NOT NULL,
  -- null: about the whole post.
  anchor TEXT,
  resolved_by TEXT,
  resolved_at TEXT
) STRICT;
CREATE INDEX review_notes_of_review ON review_notes (review_id, written_at);

CREATE TABLE review_remarks (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES review_notes (id),
  author_name TEXT NOT NULL,
  written_at TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX review_remarks_of_note ON review_remarks (note_id, written_at);

-- What was approved last.
CREATE TABLE review_seals (
  review_id TEXT PRIMARY KEY REFERENCES reviews (id),
  approved_by TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  -- SHA-256 of each piece, how each picture can be known again, and of both together.
  pieces TEXT NOT NULL,
  files TEXT NOT NULL,
  hash TEXT NOT NULL,
  publish_at TEXT,
  -- Into which the blog put a post that had been approved without any.
  blog_category_ids TEXT,
  signed_by TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

-- Posts that went out before anybody approved them, until somebody does.
CREATE TABLE review_urgencies (
  review_id TEXT PRIMARY KEY REFERENCES reviews (id),
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE review_trail (
  line INTEGER PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES reviews (id),
  act TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  words TEXT NOT NULL,
  -- '' where no text was fixed.
  hash TEXT NOT NULL,
  UNIQUE (review_id, at, act, by_name, words, hash)
) STRICT;
CREATE TRIGGER review_trail_is_not_changed BEFORE UPDATE ON review_trail
BEGIN SELECT RAISE(ABORT, 'a line of a trail is never changed'); END;
CREATE TRIGGER review_trail_is_not_shortened BEFORE DELETE ON review_trail
BEGIN SELECT RAISE(ABORT, 'a line of a trail is never taken out'); END;
`
