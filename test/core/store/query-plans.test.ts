import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let store: Store
/** All that the repositories prepare, in one line each. */
const statements: { of: string; sql: string }[] = []

beforeAll(() => {
  store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
  const prototype = Database.prototype as unknown as { prepare: (sql: string) => unknown }
  const { prepare } = prototype
  let of = ''
  prototype.prepare = function noted(sql) {
    statements.push({ of, sql: sql.replaceAll(/\s+/g, ' ').trim() })
    return prepare.call(this, sql)
  }
  const desk = createDesk(store)
  for (const name of Object.keys(desk) as (keyof Desk)[]) {
    of = name
    // A repository prepares its statements when it is first looked at.
    expect(desk[name]).toBeDefined()
  }
  prototype.prepare = prepare
})
afterAll(() => store.close())

function planOf(sql: string): string[] {
  const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]))
  const values = Object.keys(named).length > 0 ? [named] : Array.from(sql.matchAll(/\?/g), () => null)
  const rows = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  return rows.map(({ detail }) => detail)
}

const isTable = (line: string): boolean =>
  !/VIRTUAL TABLE|CONSTANT ROW|^SCAN (?:decided|writers|answered|hits)\b/.test(line)

interface HotList {
  of: keyof Desk
  /** Stands in the one statement that is meant, and in no other of that repository. */
  says: string
  /** How its tables are read, in the order of the plan. */
  reads: string[]
  /** Of rows of one moment, and of the few people who wrote. */
  sorts?: string[]
}

/** What a list of posts asks of each of its lines: none of it reads a text. */
const OF_A_LINE = [
  'SEARCH sticky_wishes USING PRIMARY KEY (post_id=?)',
  'SEARCH parent_wishes USING PRIMARY KEY (post_id=?)',
  'SEARCH working_copies USING COVERING INDEX sqlite_autoindex_working_copies_1 (post_id=?)',
  'SEARCH bases USING COVERING INDEX bases_listed (post_id=? AND which=?)',
  'SEARCH comments USING COVERING INDEX comments_by_post (post_id=?)',
  'SEARCH working_copies USING COVERING INDEX working_copies_listed (post_id=?)',
  'SEARCH terms USING PRIMARY KEY (blog_id=? AND remote_id=?)',
]
const AGREED = 'SEARCH agreed USING COVERING INDEX bases_listed (post_id=? AND which=?) LEFT-JOIN'
const POST_OF_IT = 'SEARCH posts USING INDEX sqlite_autoindex_posts_1 (id=?)'
const COMMENT_OF_IT = 'SEARCH comments USING INDEX sqlite_autoindex_comments_1 (id=?)'
const COUNTED = 'SEARCH comments USING COVERING INDEX comments_by_time (blog_id=?)'
/** Answers on the blog, and those in the outbox. */
const BOTH_MERGED = ['USE TEMP B-TREE FOR ORDER BY', 'USE TEMP B-TREE FOR ORDER BY']
const LAST_TERM = ['USE TEMP B-TREE FOR LAST TERM OF ORDER BY']

const HOT: HotList[] = [
  {
    of: 'posts',
    says: 'WHERE posts.blog_id = ? ORDER BY posts.edited_at DESC',
    reads: ['SEARCH posts USING INDEX posts_by_edit (blog_id=?)', AGREED, ...OF_A_LINE],
  },
  {
    of: 'posts',
    says: "agreed.which = 'agreed' WHERE posts.id = ?",
    reads: [POST_OF_IT, AGREED, ...OF_A_LINE],
  },
  {
    of: 'outbox',
    says: 'SELECT kind, state FROM outbox_entries',
    reads: ['SEARCH outbox_entries USING INDEX outbox_of_post (post_id=?)'],
  },
  {
    of: 'posts',
    says: 'posts.caret IS NOT NULL',
    reads: ['SEARCH posts USING INDEX posts_by_edit (blog_id=?)', AGREED, ...OF_A_LINE],
  },
  {
    of: 'posts',
    says: 'WHERE posts.blog_id = ? AND posts.remote_id IS NOT NULL',
    reads: ['SEARCH posts USING INDEX sqlite_autoindex_posts_2 (blog_id=? AND remote_id>?)', AGREED],
  },
  {
    of: 'posts',
    says: "json_extract(each.remote, '$.featuredMediaId') AS remote_id",
    reads: [
      'SEARCH posts USING INDEX sqlite_autoindex_posts_2 (blog_id=?)',
      'SEARCH incoming USING COVERING INDEX bases_listed (post_id=? AND which=?)',
      'SEARCH each USING PRIMARY KEY (post_id=?)',
    ],
    sorts: ['USE TEMP B-TREE FOR DISTINCT'],
  },
  {
    of: 'posts',
    says: 'SELECT DISTINCT author_id',
    reads: [
      'SEARCH posts USING INDEX sqlite_autoindex_posts_2 (blog_id=?)',
      'SEARCH bases USING COVERING INDEX bases_listed (post_id=? AND which=?)',
    ],
    sorts: ['USE TEMP B-TREE FOR DISTINCT'],
  },
  {
    of: 'comments',
    says: 'WHERE comments.post_id = ? AND (comments.status',
    reads: [POST_OF_IT, 'SEARCH comments USING INDEX comments_by_post (post_id=?)'],
    sorts: LAST_TERM,
  },
  {
    of: 'comments',
    says: "WHERE comments.blog_id = ? AND (comments.status IN ('approved', 'hold') OR comments.id",
    reads: ['SEARCH comments USING INDEX comments_by_time (blog_id=?)', POST_OF_IT],
    sorts: LAST_TERM,
  },
  {
    of: 'comments',
    says: 'created_at BETWEEN',
    reads: ['SEARCH comments USING COVERING INDEX comments_by_time (blog_id=? AND created_at>? AND created_at<?)'],
  },
  {
    of: 'comments',
    says: 'SELECT coalesce(sum(is_unread), 0)',
    reads: [COUNTED, COUNTED],
    sorts: BOTH_MERGED,
  },
  {
    of: 'comments',
    says: 'FROM counted CROSS JOIN posts',
    reads: [COUNTED, COUNTED, 'SCAN counted', POST_OF_IT],
    sorts: ['USE TEMP B-TREE FOR GROUP BY', ...BOTH_MERGED],
  },
  {
    of: 'comments',
    says: 'WHERE is_unanswered ORDER BY created_at, id LIMIT @limit',
    reads: [COUNTED, COUNTED],
    sorts: [...BOTH_MERGED, ...LAST_TERM],
  },
  {
    of: 'away',
    says: 'SELECT count(*) FROM comments',
    reads: ['SEARCH comments USING INDEX comments_away (blog_id=? AND status=?)'],
  },
  {
    of: 'away',
    says: 'ORDER BY created_at DESC, remote_id DESC',
    reads: ['SEARCH comments USING INDEX comments_away (blog_id=? AND status=?)'],
    sorts: LAST_TERM,
  },
  {
    of: 'comments',
    says: 'SELECT count(*) FROM comments WHERE blog_id = ?',
    reads: ['SEARCH comments USING COVERING INDEX comments_by_time (blog_id=?)'],
  },
  {
    of: 'comments',
    says: 'ORDER BY comments.created_at DESC LIMIT ?',
    reads: [POST_OF_IT, 'SEARCH comments USING INDEX comments_by_post (post_id=?)'],
  },
  {
    of: 'outbox',
    says: "AND state NOT IN ('done', 'cancelled') ORDER BY position, sequence",
    reads: ['SEARCH outbox_entries USING COVERING INDEX outbox_listed (blog_id=?)'],
  },
  {
    of: 'snapshots',
    says: 'LEFT JOIN version_names',
    reads: [
      'SEARCH snapshots USING COVERING INDEX snapshots_listed (post_id=?)',
      'SEARCH version_names USING PRIMARY KEY (snapshot_id=?) LEFT-JOIN',
    ],
    sorts: LAST_TERM,
  },
  {
    of: 'notices',
    says: 'SELECT count(*) FROM untold_comments',
    reads: ['SCAN untold_comments', COMMENT_OF_IT],
  },
  {
    of: 'notices',
    says: 'content_html FROM untold_comments',
    reads: ['SCAN untold_comments', COMMENT_OF_IT],
    sorts: ['USE TEMP B-TREE FOR ORDER BY'],
  },
  {
    of: 'notices',
    says: 'DELETE FROM untold_comments',
    reads: ['SCAN untold_comments', COMMENT_OF_IT],
  },
  {
    of: 'search',
    says: 'SELECT place FROM search_items',
    reads: ['SEARCH search_items USING COVERING INDEX sqlite_autoindex_search_items_1 (item_id=?)'],
  },
]

test.each(HOT)(
  'what is asked for all the time is read by its index: $of, “$says”',
  ({ of, says, reads, sorts = [] }) => {
    const meant = statements.filter((each) => each.of === of && each.sql.includes(says))
    expect(meant).toHaveLength(1)
    const plan = planOf(meant[0]?.sql ?? '').filter(isTable)
    expect(plan.filter((line) => /^(?:SEARCH|SCAN) /.test(line))).toEqual(reads)
    expect(plan.filter((line) => line.startsWith('USE TEMP B-TREE'))).toEqual(sorts)
  },
)

/** Of these a desk of ten years has tens of thousands of rows, or rows as long as a text. An index that says it all may be read to its end. */
const LARGE =
  /^SCAN (?:posts|bases|comments|snapshots|working_copies|outbox_entries|search_items|media)\b(?!.*COVERING INDEX)/

/** Who reads one from end to end all the same, by what the statement says, and why that is no matter. */
const SELDOM: { says: string; why: string }[] = [
  { says: 'GROUP BY author_name', why: 'asked when the filters of the search are opened' },
  { says: 'INSERT INTO comments', why: 'only while a foreign key is broken, and none ever is after a statement' },
  { says: 'DELETE FROM media WHERE trashed_at < ?', why: 'twice a day, and every text may hold the picture' },
  { says: "json_extract(sent, '$.hash') = ?", why: 'asked when a review or a handover is taken in' },
  { says: "is_own = 1 AND trashed_at IS NULL AND mime_type LIKE 'image/%'", why: 'the library lists all of them' },
  {
    says: 'SELECT post_id, blog_id, working_copies.title, document',
    why: 'the library asks every draft for its pictures',
  },
  { says: 'posts.is_trashed = 0 AND instr(document, @id) > 0', why: 'asked before a picture is taken away' },
  { says: "WHERE token = ? AND kind = 'send-review'", why: 'once for a letter of a review' },
  { says: "kind = 'send-reply' AND receipt ->> 'revision' = ?", why: 'once for a reply that may have come twice' },
  {
    says: 'SET next_sweep_at = ? WHERE next_sweep_at IS NOT NULL',
    why: 'at the start, of those that are to be looked at',
  },
  { says: "SET state = 'unknown'", why: 'at the start' },
  { says: 'EXISTS (SELECT 1 FROM outbox_entries WHERE token = ?)', why: 'once for a letter of a review' },
  {
    says: 'SELECT remote_id FROM posts WHERE blog_id = ? AND remote_id IS NOT NULL AND ( EXISTS',
    why: 'of samples only',
  },
  { says: 'DELETE FROM posts WHERE id = ? AND NOT ( EXISTS', why: 'of samples only' },
  { says: 'SELECT post_id, trashed_at', why: 'the trash lists all of it' },
  { says: 'DELETE FROM comments WHERE blog_id = ?', why: 'an archive is taken away' },
  { says: 'FROM media WHERE is_own = 1 ORDER BY added_at DESC, id', why: 'a handover takes all of them along' },
  { says: 'GROUP BY kind, state', why: 'counted for a report that a person asks for' },
  { says: "json_extract(reason, '$.kind') AS kind", why: 'counted for a report that a person asks for' },
]

test('nothing else reads a large table from end to end', () => {
  const scanning = statements.filter(({ sql }) => planOf(sql).some((line) => LARGE.test(line))).map(({ sql }) => sql)
  expect(scanning.filter((sql) => !SELDOM.some(({ says }) => sql.includes(says)))).toEqual([])
  expect(SELDOM.filter(({ says }) => !scanning.some((sql) => sql.includes(says)))).toEqual([])
})
