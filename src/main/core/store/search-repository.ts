import type Database from 'better-sqlite3'
import type { SearchFilters, SearchKind } from '../../../shared/domain/search.ts'
import type { PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** A post or comment that was changed since it was last put into the index. */
export interface PendingItem {
  kind: 'post' | 'comment'
  id: string
}

/** What is found. The texts are tokens (see shared/search/search-runs.ts); nothing else can be read back. */
export interface IndexedItem {
  kind: SearchKind
  /** Of the post or comment; of a picture, its post's. */
  id: string
  /** Of a picture: its place in the post. 0 for others. */
  number: number
  at: UtcIso
  title: string
  body: string
  author: string
  tags: string
  facets: string
  /** Of a post that is not in the trash: where it was written from. `key`: the same for each spelling of one name. */
  place?: { name: string; key: string } | null
}

export interface FoundItem {
  kind: SearchKind
  id: string
  number: number
}

export type SearchDays = Pick<SearchFilters, 'from' | 'until'>

export interface SearchRepository {
  /** Some of what is to be put into the index, the last changed first. */
  listPending(limit: number): PendingItem[]
  countPending(): number
  removePending(item: PendingItem): void
  /** All that the index knows of a post or comment, its pictures and its place included, becomes this. */
  replaceItems(item: PendingItem, items: IndexedItem[]): void
  /** Where posts were written from, those of most posts first, each in its most frequent spelling. */
  listPlaces(limit: number): string[]
  /** '' for none. */
  getPlace(postId: PostId): string
  /** By an FTS5 expression: the `limit` newest, and how many there are, exact below `most`. */
  findNewest(match: string, days: SearchDays, upTo: { limit: number; most: number }): Found
  /** Every word in the index that begins so, itself included; null for more than `most`. */
  listWordsFrom(beginning: string, most: number): string[] | null
}

interface Found {
  items: FoundItem[]
  count: number
}

interface ItemRow {
  place: number
  kind: string
  item_id: string
  number: number
}

const IN_A_SECOND = 65_536
const LATEST = Number.MAX_SAFE_INTEGER

export function createSearchRepository({ database }: Store): SearchRepository {
  const selectPending = database.prepare<[number], { kind: string; item_id: string }>(
    'SELECT kind, item_id FROM search_pending ORDER BY number DESC LIMIT ?',
  )
  const selectPendingCount = database.prepare<[], number>('SELECT count(*) FROM search_pending').pluck()
  const deletePending = database.prepare<[string, string]>('DELETE FROM search_pending WHERE kind = ? AND item_id = ?')
  // An IN would make a table of its own for every item.
  const selectPlaces = database
    .prepare<[string, number], number>("SELECT place FROM search_items WHERE item_id = ? AND (kind = 'comment') = ?")
    .pluck()
  const deleteItem = database.prepare<[number]>('DELETE FROM search_items WHERE place = ?')
  const deleteWords = database.prepare<[number]>('DELETE FROM search_words WHERE rowid = CAST(? AS INTEGER)')
  const selectLast = database
    .prepare<[number, number], number | null>('SELECT max(place) FROM search_items WHERE place BETWEEN ? AND ?')
    .pluck()
  const insertItem = database.prepare<[ItemRow]>(
    'INSERT INTO search_items (place, kind, item_id, number) VALUES (@place, @kind, @item_id, @number)',
  )
  const insertWords = database.prepare<[number, string, string, string, string, string]>(
    'INSERT INTO search_words (rowid, title, body, author, tags, facets) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)',
  )
  const deletePlace = database.prepare<[string]>('DELETE FROM search_places WHERE post_id = ?')
  const insertPlace = database.prepare<[string, string, string]>(
    'INSERT INTO search_places (post_id, name, key) VALUES (?, ?, ?)',
  )
  const selectPlace = database.prepare<[string], string>('SELECT name FROM search_places WHERE post_id = ?').pluck()
  // SQLite takes the other columns from the row of the maximum.
  const selectNames = database.prepare<[number], { name: string }>(`
    SELECT name, max(spelled), sum(spelled) AS posts
    FROM (SELECT key, name, count(*) AS spelled FROM search_places GROUP BY key, name)
    GROUP BY key ORDER BY posts DESC, name LIMIT ?`)
  const selectHits = database.prepare<[string, number, number, number], number>(HITS).pluck()
  const selectItem = database.prepare<[number], Omit<ItemRow, 'place'>>(ITEM)
  let selectNextWord: Database.Statement<[string], string> | null = null

  /** A number within the second; a second that is full goes on in the next. */
  const freePlace = (at: UtcIso): number => {
    const first = firstPlace(Date.parse(at))
    const last = selectLast.get(first, first + IN_A_SECOND - 1)
    if (last === null || last === undefined) return first
    return last + 1 < first + IN_A_SECOND
      ? last + 1
      : freePlace(new Date(Date.parse(at) + 1000).toISOString() as UtcIso)
  }

  /** The first word in the index that is not before this one. */
  const nextWord = (from: string): string | undefined => {
    selectNextWord ??= database
      .exec("CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab('main', 'search_words', 'instance')")
      .prepare<[string], string>('SELECT term FROM temp.search_vocabulary WHERE term >= ? LIMIT 1')
      .pluck()
    return selectNextWord.get(from)
  }

  return {
    listPending: (limit) =>
      selectPending.all(limit).map((row) => ({ kind: row.kind as PendingItem['kind'], id: row.item_id })),
    countPending: () => selectPendingCount.get() ?? 0,
    removePending({ kind, id }) {
      deletePending.run(kind, id)
    },
    replaceItems({ kind, id }, items) {
      for (const place of selectPlaces.all(id, kind === 'comment' ? 1 : 0)) {
        deleteItem.run(place)
        deleteWords.run(place)
      }
      if (kind === 'post') deletePlace.run(id)
      for (const item of items) {
        const place = freePlace(item.at)
        insertItem.run({ place, kind: item.kind, item_id: item.id, number: item.number })
        insertWords.run(place, item.title, item.body, item.author, item.tags, item.facets)
        if (item.place) insertPlace.run(id, item.place.name, item.place.key)
      }
    },
    listPlaces: (limit) => selectNames.all(limit).map(({ name }) => name),
    getPlace: (postId) => selectPlace.get(postId) ?? '',
    findNewest(match, days, { limit, most }) {
      const places = selectHits.all(match, ...placesOf(days), most)
      const items = places.slice(0, limit).flatMap((place): FoundItem[] => {
        const row = selectItem.get(place)
        return row ? [{ kind: row.kind as SearchKind, id: row.item_id, number: row.number }] : []
      })
      return { items, count: places.length }
    },
    listWordsFrom(beginning, most) {
      const words: string[] = []
      for (let from = beginning; ;) {
        const word = nextWord(from)
        if (!word?.startsWith(beginning)) return words
        if (words.length === most) return null
        words.push(word)
        from = word + FIRST_BEHIND
      }
    },
  }
}

/** Words have letters and digits only: none stands between one and the same with this. */
const FIRST_BEHIND = '\u0001'

/** The driver binds a number of this size as a real, which FTS5 would not take for a limit. */
export const HITS = `
  SELECT rowid FROM search_words
  WHERE search_words MATCH ? AND rowid >= CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?`
/** Both are given out for the test that asks SQLite how it goes about them. */
export const ITEM = 'SELECT kind, item_id, number FROM search_items WHERE place = ?'

const firstPlace = (ms: number): number => Math.max(0, Math.floor(ms / 1000)) * IN_A_SECOND

function placesOf({ from, until }: SearchDays): [first: number, end: number] {
  return [
    from === null ? 0 : firstPlace(Date.parse(from)),
    until === null ? LATEST : firstPlace(Date.parse(until) + 24 * 3_600_000),
  ]
}
