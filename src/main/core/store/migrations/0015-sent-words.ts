/** Which words of a send left in a request. Of what was begun before nobody noted it: any of its words may have. */
export const sql = `
CREATE TABLE sent_words (
  entry_id TEXT NOT NULL REFERENCES outbox_entries (id),
  words_hash TEXT NOT NULL,
  PRIMARY KEY (entry_id, words_hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_goes BEFORE DELETE ON outbox_entries BEGIN
  DELETE FROM sent_words WHERE entry_id = old.id;
END;

INSERT INTO sent_words (entry_id, words_hash)
  SELECT id, json_extract(payload, '$.wordsHash') FROM outbox_entries
  WHERE kind IN ('publish-post', 'update-post') AND attempts > 0;
INSERT OR IGNORE INTO sent_words (entry_id, words_hash)
  SELECT outbox_entries.id, earlier.value FROM outbox_entries, json_each(outbox_entries.payload, '$.mergedFrom') AS earlier
  WHERE kind IN ('publish-post', 'update-post') AND attempts > 0;
`
