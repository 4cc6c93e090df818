import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../src/main/core/store/open-store.ts'
import { useKey } from '../../src/main/core/store/use-key.ts'
import { openKeysIn } from '../support/open-keys.ts'

/** As in the pull: rows of posts and of comments in one transaction, none of which waits for the disk. */
const CHUNKS = { posts: 100, bases: 100, comments: 500 }

/** Reads every page of both lists to the last byte, over so many connections at once, and looks into none of them. */
export async function fetchTheBytes(url: string, { connections }: { connections: number }): Promise<Fetched> {
  const startedMs = performance.now()
  let sizeBytes = 0
  const read = async (list: string, page: number): Promise<number> => {
    const answer = await fetch(`${url}/wp-json/wp/v2/${list}?page=${page}`)
    for await (const chunk of answer.body ?? []) sizeBytes += chunk.byteLength
    return Number(answer.headers.get('x-wp-totalpages'))
  }
  for (const list of ['posts', 'comments']) {
    const pages = await read(list, 1)
    let next = 2
    const readOn = async (): Promise<void> => {
      while (next <= pages) await read(list, next++)
    }
    await Promise.all(Array.from({ length: connections }, readOn))
  }
  return { ms: performance.now() - startedMs, sizeBytes }
}

interface Fetched {
  ms: number
  sizeBytes: number
}

/** Inserts the rows that a pull stored into an empty desk, with the same key and settings, and as many to a transaction. */
export function insertTheRows({ from, into }: { from: string; into: string }): number {
  const key = openKeysIn(from)?.database ?? null
  const source = new Database(join(from, 'desk.sqlite'), { readonly: true })
  useKey(source, key)
  const rowsOf = (table: string): object[] => source.prepare<[], object>(`SELECT * FROM ${table} ORDER BY rowid`).all()
  const blogs = rowsOf('blogs')
  const posts = rowsOf('posts').filter((row) => 'remote_id' in row && row.remote_id !== null)
  const bases = source
    .prepare<[], object>('SELECT bases.* FROM posts JOIN bases ON post_id = posts.id ORDER BY posts.rowid')
    .all()
  const comments = rowsOf('comments')
  source.close()

  mkdirSync(into)
  const store = openStore({ databasePath: join(into, 'desk.sqlite'), key })
  const inserting = (table: string, [first]: object[]) => {
    const names = Object.keys(first ?? {})
    const values = names.map((name) => `@${name}`).join(', ')
    return store.database.prepare<[object]>(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`)
  }
  for (const blog of blogs) inserting('blogs', blogs).run(blog)
  const [insertPost, insertBase, insertComment] = [
    inserting('posts', posts),
    inserting('bases', bases),
    inserting('comments', comments),
  ]
  const startedMs = performance.now()
  for (let at = 0; at < posts.length; at += CHUNKS.posts) {
    store.repeatableTransaction(() => {
      for (const row of posts.slice(at, at + CHUNKS.posts)) insertPost.run(row)
      for (const row of bases.slice(at, at + CHUNKS.bases)) insertBase.run(row)
    })
  }
  for (let at = 0; at < comments.length; at += CHUNKS.comments) {
    store.repeatableTransaction(() => {
      for (const row of comments.slice(at, at + CHUNKS.comments)) insertComment.run(row)
    })
  }
  const ms = performance.now() - startedMs
  store.close()
  return ms
}
