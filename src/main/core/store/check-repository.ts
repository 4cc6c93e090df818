import type { BlogId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PersonalName } from '../../../shared/contract/services.ts'
import type { Store } from './open-store.ts'

export interface StoredPack {
  fileName: string
  contents: string
}

/** What a person decided about findings, and the rules and names they brought. */
export interface CheckRepository {
  /** Fingerprints of what was called fine in this post. */
  listFine(postId: PostId): string[]
  putFine(postId: PostId, fingerprint: string, saidAt: UtcIso): void
  removeFine(postId: PostId, fingerprint: string): void
  listPacks(): StoredPack[]
  /** A file of the same name takes the place of the earlier one. */
  putPack(pack: StoredPack, addedAt: UtcIso): void
  removePack(fileName: string): void
  /** In the order of the alphabet. */
  listNames(): PersonalName[]
  putName(name: PersonalName, addedAt: UtcIso): void
  removeName(name: PersonalName): void
}

export function createCheckRepository({ database }: Store): CheckRepository {
  const selectFine = database.prepare<[string], { fingerprint: string }>(
    'SELECT fingerprint FROM fine_findings WHERE post_id = ?',
  )
  const insertFine = database.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO fine_findings (post_id, fingerprint, said_at) VALUES (?, ?, ?)',
  )
  const deleteFine = database.prepare<[string, string]>(
    'DELETE FROM fine_findings WHERE post_id = ? AND fingerprint = ?',
  )
  const selectPacks = database.prepare<[], { file_name: string; contents: string }>(
    'SELECT file_name, contents FROM rule_packs ORDER BY file_name',
  )
  const upsertPack = database.prepare<[string, string, string]>(`
    INSERT INTO rule_packs (file_name, contents, added_at) VALUES (?, ?, ?)
    ON CONFLICT (file_name) DO UPDATE SET contents = excluded.contents, added_at = excluded.added_at`)
  const deletePack = database.prepare<[string]>('DELETE FROM rule_packs WHERE file_name = ?')
  // '' stands for every blog: a key cannot be null.
  const selectNames = database.prepare<[], { name: string; blog_id: string }>(
    'SELECT name, blog_id FROM personal_names ORDER BY name, blog_id',
  )
  const insertName = database.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO personal_names (name, blog_id, added_at) VALUES (?, ?, ?)',
  )
  const deleteName = database.prepare<[string, string]>('DELETE FROM personal_names WHERE name = ? AND blog_id = ?')

  return {
    listFine: (postId) => selectFine.all(postId).map(({ fingerprint }) => fingerprint),
    putFine: (postId, fingerprint, saidAt) => void insertFine.run(postId, fingerprint, saidAt),
    removeFine: (postId, fingerprint) => void deleteFine.run(postId, fingerprint),
    listPacks: () => selectPacks.all().map(({ file_name, contents }) => ({ fileName: file_name, contents })),
    putPack: ({ fileName, contents }, addedAt) => void upsertPack.run(fileName, contents, addedAt),
    removePack: (fileName) => void deletePack.run(fileName),
    listNames: () =>
      selectNames.all().map(({ name, blog_id }) => ({ name, blogId: blog_id === '' ? null : (blog_id as BlogId) })),
    putName: ({ name, blogId }, addedAt) => void insertName.run(name, blogId ?? '', addedAt),
    removeName: ({ name, blogId }) => void deleteName.run(name, blogId ?? ''),
  }
}
