import type { PostId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** What a person wants of a post's place at the top of the blog, until the blog has it so: then the wish is gone by itself. */
export interface StickyRepository {
  /** Null where nothing else is wanted than what the blog has. */
  findWish(postId: PostId): boolean | null
  /** Null takes it back. */
  putWish(postId: PostId, isSticky: boolean | null): void
}

export function createStickyRepository({ database }: Store): StickyRepository {
  const select = database.prepare<[string], number>('SELECT is_sticky FROM sticky_wishes WHERE post_id = ?').pluck()
  const put = database.prepare<[string, number]>(
    'INSERT INTO sticky_wishes (post_id, is_sticky) VALUES (?, ?) ON CONFLICT (post_id) DO UPDATE SET is_sticky = excluded.is_sticky',
  )
  const remove = database.prepare<[string]>('DELETE FROM sticky_wishes WHERE post_id = ?')
  return {
    findWish(postId) {
      const wish = select.get(postId)
      return wish === undefined ? null : wish === 1
    },
    putWish(postId, isSticky) {
      if (isSticky === null) remove.run(postId)
      else put.run(postId, isSticky ? 1 : 0)
    },
  }
}
