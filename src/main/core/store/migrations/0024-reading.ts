/** Feeds that are read here. What the person wrote beside an item outlives its feed. */
export const sql = `
CREATE TABLE feeds (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  site_url TEXT,
  added_at TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT,
  fetched_at TEXT,
  fault TEXT
) STRICT;

CREATE TABLE feed_items (
  id TEXT PRIMARY KEY,
  feed_id TEXT REFERENCES feeds (id) ON DELETE SET NULL,
  -- Of its feed, also when that is gone.
  feed_address TEXT NOT NULL,
  feed_title TEXT NOT NULL,
  -- The feed's own name for it.
  guid TEXT NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  author_name TEXT NOT NULL,
  html TEXT NOT NULL,
  has_full_text INTEGER NOT NULL,
  first_words TEXT NOT NULL,
  direction TEXT NOT NULL,
  published_at TEXT NOT NULL,
  is_read INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  reply TEXT NOT NULL DEFAULT '',
  is_answered INTEGER NOT NULL DEFAULT 0,
  UNIQUE (feed_address, guid)
) STRICT;
CREATE INDEX feed_items_of_feed ON feed_items (feed_id, published_at);
CREATE INDEX feed_items_by_time ON feed_items (published_at);
`
