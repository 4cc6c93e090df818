import type { Term } from '../../../shared/domain/blog.ts'
import type { BlogId, PostId, RemoteTermId } from '../../../shared/domain/ids.ts'
import type { RemoteTerm } from '../blog-api/blog-api.ts'
import type { Store } from './open-store.ts'

interface TermRow {
  remote_id: number
  taxonomy: string
  name: string
  use_count: number | null
}

export interface TermRepository {
  /** By name. */
  listTerms(blogId: BlogId): Term[]
  /** The same with what only an export needs. */
  listWhole(blogId: BlogId): Omit<RemoteTerm, 'useCount'>[]
  /** The tags of all blogs, each name once. */
  listTagNames(): string[]
  /** Counts that are not known leave those that were. */
  putTerms(blogId: BlogId, terms: RemoteTerm[]): void
  /** In the order asked; ids the desk has not seen yet are left out. */
  namesOf(blogId: BlogId, ids: RemoteTermId[]): string[]
  /** Into which the blog put a post that went there without any; null where it did not. */
  findUnchosen(postId: PostId): RemoteTermId[] | null
  putUnchosen(postId: PostId, categoryIds: readonly RemoteTermId[]): void
}

export function createTermRepository({ database }: Store): TermRepository {
  const selectAll = database.prepare<[string], TermRow>(
    'SELECT remote_id, taxonomy, name, use_count FROM terms WHERE blog_id = ? ORDER BY name',
  )
  const selectWhole = database.prepare<
    [string],
    Omit<TermRow, 'use_count'> & { slug: string; parent_remote_id: number | null }
  >('SELECT remote_id, taxonomy, name, slug, parent_remote_id FROM terms WHERE blog_id = ? ORDER BY remote_id')
  const selectName = database.prepare<[string, number], { name: string }>(
    'SELECT name FROM terms WHERE blog_id = ? AND remote_id = ?',
  )
  const selectTagNames = database.prepare<[], string>("SELECT DISTINCT name FROM terms WHERE taxonomy = 'tag'").pluck()
  const upsert = database.prepare<[string, number, string, string, string, number | null, number | null]>(`
    INSERT INTO terms (blog_id, remote_id, taxonomy, name, slug, parent_remote_id, use_count) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET name = excluded.name, slug = excluded.slug, parent_remote_id = excluded.parent_remote_id,
      use_count = coalesce(excluded.use_count, use_count)
    WHERE name <> excluded.name OR slug <> excluded.slug OR parent_remote_id IS NOT excluded.parent_remote_id
      OR use_count IS NOT coalesce(excluded.use_count, use_count)`)
  const selectUnchosen = database
    .prepare<[string], string>('SELECT category_ids FROM unchosen_categories WHERE post_id = ?')
    .pluck()
  const upsertUnchosen = database.prepare<[string, string]>(`
    INSERT INTO unchosen_categories (post_id, category_ids) VALUES (?, ?)
    ON CONFLICT (post_id) DO UPDATE SET category_ids = excluded.category_ids`)

  return {
    listTerms: (blogId) =>
      selectAll.all(blogId).map((row) => ({
        remoteId: row.remote_id as RemoteTermId,
        taxonomy: row.taxonomy as Term['taxonomy'],
        name: row.name,
        useCount: row.use_count,
      })),
    listWhole: (blogId) =>
      selectWhole.all(blogId).map((row) => ({
        remoteId: row.remote_id as RemoteTermId,
        taxonomy: row.taxonomy as Term['taxonomy'],
        name: row.name,
        slug: row.slug,
        parentRemoteId: row.parent_remote_id as RemoteTermId | null,
      })),
    listTagNames: () => selectTagNames.all(),
    putTerms(blogId, terms) {
      for (const { remoteId, taxonomy, name, slug, parentRemoteId, useCount } of terms)
        upsert.run(blogId, remoteId, taxonomy, name, slug, parentRemoteId, useCount)
    },
    namesOf: (blogId, ids) =>
      ids.flatMap((id) => {
        const row = selectName.get(blogId, id)
        return row ? [row.name] : []
      }),
    findUnchosen(postId) {
      const ids = selectUnchosen.get(postId)
      return ids === undefined ? null : (JSON.parse(ids) as RemoteTermId[])
    },
    putUnchosen: (postId, categoryIds) => void upsertUnchosen.run(postId, JSON.stringify(categoryIds)),
  }
}
