/** Where posts were written from, for the search. It follows from the rest, as all of the index does. */
export const sql = `
CREATE TABLE search_places (
  post_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The same for each spelling of one name.
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_places_by_key ON search_places (key, name);

CREATE TRIGGER search_byline_added AFTER INSERT ON post_facts WHEN new.byline IS NOT NULL BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_byline_changed AFTER UPDATE OF byline ON post_facts WHEN old.byline IS NOT new.byline BEGIN
  INSERT INTO search_pending (kind, item_id) VALUES ('post', new.post_id) ON CONFLICT DO NOTHING;
END;
-- Another place in the profile is another place of every own post that has no words of its own.
CREATE TRIGGER search_profile_added AFTER INSERT ON settings WHEN new.key = 'preferences' AND json_extract(new.value, '$.profile.byBlog') IS NOT NULL BEGIN
  INSERT INTO search_pending (kind, item_id)
  SELECT 'post', posts.id FROM posts JOIN blogs ON blogs.id = posts.blog_id AND blogs.display_name = posts.author_name
  WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_profile_changed AFTER UPDATE OF value ON settings
WHEN new.key = 'preferences' AND json_extract(new.value, '$.profile.byBlog') IS NOT json_extract(old.value, '$.profile.byBlog') BEGIN
  INSERT INTO search_pending (kind, item_id)
  SELECT 'post', posts.id FROM posts JOIN blogs ON blogs.id = posts.blog_id AND blogs.display_name = posts.author_name
  WHERE true ON CONFLICT DO NOTHING;
END;

INSERT INTO search_pending (kind, item_id)
SELECT 'post', posts.id FROM posts JOIN blogs ON blogs.id = posts.blog_id
WHERE (blogs.display_name = posts.author_name AND EXISTS (
    SELECT 1 FROM settings WHERE key = 'preferences' AND json_extract(value, '$.profile.byBlog') IS NOT NULL))
  OR posts.id IN (SELECT post_id FROM post_facts WHERE byline IS NOT NULL)
ORDER BY posts.edited_at ON CONFLICT DO NOTHING;
`
