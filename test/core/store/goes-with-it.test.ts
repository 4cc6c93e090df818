import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

interface Column {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

let store: Store
let desk: Desk
let tables: string[]

beforeEach(() => {
  store = openStore({ databasePath: join(temporaryFolder(), 'desk.db'), key: null })
  desk = createDesk(store)
  tables = store.database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_words%'")
    .pluck()
    .all()
})
afterEach(() => store.close())

const columnsOf = (table: string): Column[] => store.database.pragma(`table_info(${table})`) as Column[]
const parentsOf = (table: string): Map<string, string> =>
  new Map(
    (store.database.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[]).map((key) => [
      key.from,
      key.table,
    ]),
  )
const thoseWith = (column: string): string[] =>
  tables.filter((table) => columnsOf(table).some(({ name }) => name === column))
const count = (table: string): number =>
  store.database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0

/** Whatever refers to the table, however far. */
function hangingOn(root: string): string[] {
  const found = new Set([root])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const table of tables) if ([...parentsOf(table).values()].some((parent) => found.has(parent))) found.add(table)
  }
  found.delete(root)
  return [...found]
}

/** One row in the table and in each that it refers to; every reference is set. What it says otherwise means nothing. */
function fill(table: string, rows = new Map<string, Record<string, unknown>>()): Map<string, Record<string, unknown>> {
  if (rows.has(table)) return rows
  const parents = parentsOf(table)
  const row: Record<string, unknown> = {}
  rows.set(table, row)
  for (const { name, type, notnull, dflt_value, pk } of columnsOf(table)) {
    const parent = parents.get(name)
    if (parent !== undefined && parent !== table) row[name] = keyOf(parent, fill(parent, rows).get(parent) ?? {})
    else if (name === 'blog_id') row[name] = fill('blogs', rows).get('blogs')?.['id']
    else if (parent === undefined && (pk > 0 || (notnull === 1 && dflt_value === null)))
      row[name] = type === 'TEXT' ? `${table} ${name}` : 1
  }
  if (table === 'blogs') row['kind'] = 'archive'
  const names = Object.keys(row)
  store.database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`)
    .run(row)
  return rows
}

const keyOf = (table: string, row: Record<string, unknown>): unknown =>
  row[
    columnsOf(table).find(({ name }) => name === 'id')?.name ?? columnsOf(table).find(({ pk }) => pk === 1)?.name ?? ''
  ]

function fillAll(names: readonly string[]): void {
  store.database.pragma('ignore_check_constraints = ON')
  const rows = new Map<string, Record<string, unknown>>()
  for (const table of names) fill(table, rows)
  expect(names.filter((table) => count(table) === 0)).toEqual([])
}

/** What the person noted of what came of a post is not of the post. */
const STAYS = ['evidence']

test('whatever hangs on a post goes with it', () => {
  const hanging = hangingOn('posts')
  expect(hanging).toContain('version_names')
  fillAll(hanging)
  store.database.exec('DELETE FROM posts')
  expect(hanging.filter((table) => count(table) > 0)).toEqual(STAYS)
  expect(store.database.pragma('foreign_key_check')).toEqual([])
})

test('whatever belongs to an archive goes with it', () => {
  const belonging = [...new Set([...hangingOn('blogs'), ...thoseWith('blog_id')])]
  expect(belonging).toContain('personal_names')
  fillAll(belonging)
  const blogId = store.database.prepare<[], BlogId>('SELECT id FROM blogs').pluck().get()
  if (blogId === undefined) return expect.unreachable()
  desk.transaction(() => {
    while (desk.archives.removeSomePosts(blogId, 10));
    desk.archives.removeArchive(blogId)
  })
  expect([...belonging, 'blogs'].filter((table) => count(table) > 0)).toEqual([])
  expect(store.database.pragma('foreign_key_check')).toEqual([])
})

test('what names a post refers to it, but for the search, which is filled anew', () => {
  expect(thoseWith('post_id').filter((table) => !parentsOf(table).has('post_id'))).toEqual(['search_places'])
})
