import type Database from 'better-sqlite3'
import { emptyDocument } from '../../../shared/content/document.ts'

/** Of one table: `isWhole` when every row of the damaged file could be read. `rows`: how many the copy had not, or had otherwise. */
export interface SalvagedTable {
  name: string
  isWhole: boolean
  rows: number
}

/** Made again from the rest. */
const DERIVED = ['search_items', 'search_pending', 'search_words']

/**
 * Takes from a damaged file what can still be read of it into a whole, older copy of the same shape. A table that reads to its end becomes
 * what it was, so that what was deleted, cancelled or sent since stays so. Of one that does not, the rows that can be read stand beside those of
 * the copy and win over them. Nothing of a page whose bytes were changed is ever taken: its check refuses it.
 */
export function salvage(damaged: Database.Database, copy: Database.Database): SalvagedTable[] {
  const named = (type: 'table' | 'trigger'): { name: string; sql: string }[] =>
    copy
      .prepare<[string], { name: string; sql: string }>(
        'SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL',
      )
      .all(type)
  const tables = named('table').filter(
    ({ name }) => !name.startsWith('sqlite_') && !DERIVED.some((derived) => name.startsWith(derived)),
  )
  const triggers = named('trigger')
  copy.pragma('foreign_keys = OFF')
  const report = copy.transaction(() => {
    // The trail refuses every change, and the index is made anew: neither is to speak now.
    for (const { name } of triggers) copy.exec(`DROP TRIGGER "${name}"`)
    const salvaged = tables.map(({ name, sql }) => salvageTable(damaged, copy, name, sql))
    const isBroken = (name: string): boolean => salvaged.some((each) => each.name === name && !each.isWhole)
    if (isBroken('posts')) reviveOwners(copy)
    if (['posts', 'working_copies', 'bases'].some(isBroken)) giveWords(copy)
    for (const { sql } of triggers) copy.exec(sql)
    indexAgain(copy)
    return salvaged
  })()
  copy.pragma('foreign_keys = ON')
  return report
}

type Row = Record<string, unknown>

function salvageTable(damaged: Database.Database, copy: Database.Database, name: string, sql: string): SalvagedTable {
  const columns = (copy.pragma(`table_info("${name}")`) as { name: string; pk: number }[]).map((column) => ({
    ...column,
    quoted: `"${column.name}"`,
  }))
  const listed = columns.map(({ quoted }) => quoted).join(', ')
  const select = `SELECT ${listed} FROM "${name}"`
  const insert = copy.prepare(
    `INSERT OR REPLACE INTO "${name}" (${listed}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const asText = (row: Row): string => JSON.stringify(columns.map((column) => row[column.name]))
  const known = new Set(copy.prepare<[], Row>(select).all().map(asText))
  const isWithoutRowid = /WITHOUT ROWID/i.test(sql)
  const whole = readAll(damaged, `${select}${isWithoutRowid ? '' : ' ORDER BY rowid'}`)
  // Words that the copy had on their way are older than those in the working copy and in history.
  if (whole || name === 'typed_edits') copy.exec(`DELETE FROM "${name}"`)
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  const found =
    whole ??
    (isWithoutRowid
      ? readFromBothEnds(
          damaged,
          select,
          keys.map(({ quoted }) => quoted),
        )
      : readByRanges(damaged, select))
  let rows = 0
  for (const row of found) {
    const isKnown = known.has(asText(row))
    if (!isKnown) rows += 1
    if (whole || !isKnown) insert.run(...columns.map((column) => row[column.name]))
  }
  return { name, isWhole: whole !== null, rows }
}

/** null when it breaks off. */
function readAll(database: Database.Database, sql: string): Row[] | null {
  try {
    return database.prepare<[], Row>(sql).all()
  } catch {
    return null
  }
}

/** So many looks in vain from either end of a table: a page with many rows under it may be the damaged one. */
const MOST_LOOKS = 3000
type Span = readonly [from: number, to: number]

/**
 * Halves a span of row numbers until each half either reads or is one row; first from the beginning, then from the end, because behind a
 * damaged page there may be a million numbers in vain.
 */
function readByRanges(damaged: Database.Database, select: string): Row[] {
  const rows: Row[] = []
  const read = ([from, to]: Span): Row[] | null =>
    readAll(damaged, `${select} NOT INDEXED WHERE rowid BETWEEN ${from} AND ${to}`)
  let spans: Span[] = [[-1, 2 ** 40]]
  for (const isFromStart of [true, false]) {
    for (let looks = 0; looks < MOST_LOOKS && spans.length > 0;) {
      const span = (isFromStart ? spans.pop() : spans.shift()) ?? ([0, 0] as const)
      const found = read(span)
      if (found) {
        rows.push(...found)
        continue
      }
      looks += 1
      const [from, to] = span
      if (from >= to) continue
      const middle = from + Math.floor((to - from) / 2)
      const [lower, upper]: [Span, Span] = [
        [from, middle],
        [middle + 1, to],
      ]
      // The end of the list is the lower end of the numbers.
      if (isFromStart) spans.push(upper, lower)
      else spans = [upper, lower, ...spans]
    }
  }
  return rows
}

/** A table in the order of its key has no numbers to halve: it is read up to the damage from either end. */
function readFromBothEnds(damaged: Database.Database, select: string, keys: readonly string[]): Row[] {
  const rows: Row[] = []
  for (const direction of ['ASC', 'DESC'])
    try {
      const order = keys.map((key) => `${key} ${direction}`).join(', ')
      for (const row of damaged.prepare<[], Row>(`${select} ORDER BY ${order}`).iterate()) rows.push(row)
    } catch {
      // As far as it went.
    }
  return rows
}

/**
 * Words whose post cannot be read become a draft again, with what is known of it. It is one of this laptop only: which post of the blog it was
 * is not known any more, and a guess could put it there twice.
 */
function reviveOwners(copy: Database.Database): void {
  const LOST =
    'SELECT post_id FROM working_copies UNION SELECT post_id FROM typed_edits UNION SELECT post_id FROM snapshots EXCEPT SELECT id FROM posts'
  copy.exec(`
    INSERT INTO posts (id, blog_id, language, direction, author_name, title, excerpt_line, word_count, edited_at)
    SELECT lost.post_id, coalesce(
        (SELECT blog_id FROM outbox_entries WHERE outbox_entries.post_id = lost.post_id LIMIT 1),
        (SELECT id FROM blogs ORDER BY rowid LIMIT 1)),
      '', 'ltr', '', coalesce((SELECT title FROM working_copies WHERE working_copies.post_id = lost.post_id), ''), '', 0,
      strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM (${LOST}) AS lost WHERE EXISTS (SELECT 1 FROM blogs);
    DELETE FROM bases WHERE post_id IN (SELECT id FROM posts WHERE remote_id IS NULL);
  `)
}

/**
 * A post whose words cannot be read, neither the person's nor the blog's, has those of its last version; without one it is read from the
 * blog again, and one of this laptop only stands empty under its title.
 */
function giveWords(copy: Database.Database): void {
  const WORDLESS = `SELECT id FROM posts WHERE id NOT IN (SELECT post_id FROM working_copies)
    AND id NOT IN (SELECT post_id FROM bases WHERE which = 'agreed')`
  copy.exec(`
    INSERT INTO working_copies (post_id, title, document, excerpt, category_ids, tags, words_hash)
    SELECT post_id, title, words ->> '$.document', words ->> '$.excerpt', words ->> '$.categoryIds', words ->> '$.tags', words_hash
    FROM snapshots AS last WHERE post_id IN (${WORDLESS})
      AND NOT EXISTS (SELECT 1 FROM snapshots AS later WHERE later.post_id = last.post_id AND later.rowid > last.rowid);
    UPDATE blogs SET posts_cursor = NULL WHERE id IN (SELECT blog_id FROM posts WHERE remote_id IS NOT NULL AND id IN (${WORDLESS}));
  `)
  copy
    .prepare(
      `INSERT INTO working_copies (post_id, title, document, excerpt, category_ids, tags, words_hash)
      SELECT id, title, ?, '', '[]', '[]', '' FROM posts WHERE remote_id IS NULL AND id IN (${WORDLESS})`,
    )
    .run(JSON.stringify(emptyDocument()))
}

function indexAgain(copy: Database.Database): void {
  copy.exec(`
    DELETE FROM search_items;
    DELETE FROM search_pending;
    INSERT INTO search_words (search_words) VALUES ('delete-all');
    INSERT INTO search_pending (kind, item_id) SELECT 'comment', id FROM comments ORDER BY created_at;
    INSERT INTO search_pending (kind, item_id) SELECT 'post', id FROM posts ORDER BY edited_at;
  `)
}
