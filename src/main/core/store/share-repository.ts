import type { PostId } from '../../../shared/domain/ids.ts'
import type { ShareLine } from '../../../shared/domain/share-line.ts'
import type { Store } from './open-store.ts'

/** What is to be said of a post elsewhere. */
export interface ShareRepository {
  /** In the person's order. */
  listLines(postId: PostId): ShareLine[]
  /** All of them, in place of those that were there; a version of the post has to hold those. */
  putLines(postId: PostId, lines: readonly ShareLine[]): void
}

interface LineRow {
  id: string
  kind: string
  platform: string
  platform_name: string
  own_limit: number | null
  language: string
  text: string
}

export function createShareRepository({ database }: Store): ShareRepository {
  const select = database.prepare<[string], LineRow>(
    'SELECT id, kind, platform, platform_name, own_limit, language, text FROM share_lines WHERE post_id = ? ORDER BY position',
  )
  const remove = database.prepare<[string]>('DELETE FROM share_lines WHERE post_id = ?')
  const insert = database.prepare<[LineRow & { post_id: string; position: number }]>(`
    INSERT INTO share_lines (post_id, position, id, kind, platform, platform_name, own_limit, language, text)
    VALUES (@post_id, @position, @id, @kind, @platform, @platform_name, @own_limit, @language, @text)`)
  return {
    listLines: (postId) =>
      select.all(postId).map((row) => ({
        id: row.id,
        kind: row.kind as ShareLine['kind'],
        platform: row.platform as ShareLine['platform'],
        platformName: row.platform_name,
        ownLimit: row.own_limit,
        language: row.language,
        text: row.text,
      })),
    putLines(postId, lines) {
      remove.run(postId)
      for (const [position, line] of lines.entries())
        insert.run({
          post_id: postId,
          position,
          id: line.id,
          kind: line.kind,
          platform: line.platform,
          platform_name: line.platformName,
          own_limit: line.ownLimit,
          language: line.language,
          text: line.text,
        })
    },
  }
}
