import type { PagesService } from '../../../shared/contract/page-services.ts'
import type { RemotePostId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Desk } from '../store/desk.ts'
import type { PageOnBlog } from '../store/page-repository.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { refuseOnlyToRead } from './refuse-only-to-read.ts'

/** Where a page stands under others. What the person wants goes with its next sending, and with nothing else. */
export function createPagesService({ desk, feed }: { desk: Desk; feed: ChangeFeed }): PagesService {
  return {
    place(postId) {
      const post = desk.posts.getPost(postId)
      const { parentId, order } = desk.posts.findBase(postId, 'agreed')?.remote.page ?? { parentId: null, order: 0 }
      const wish = desk.pages.findParentWish(postId)
      return {
        parentId: wish ? wish.parentId : parentId,
        order,
        isWish: wish !== null,
        isMovedSince: wish !== null && wish.saw !== parentId,
        parents: parentsFor(desk, post).map(({ remoteId, title }) => ({ remoteId, title })),
      }
    },
    setParent({ postId, parentId }) {
      refuseOnlyToRead(desk, postId)
      const post = desk.posts.getPost(postId)
      const isThere = parentId === null || parentsFor(desk, post).some(({ remoteId }) => remoteId === parentId)
      if (post.kind !== 'page' || !isThere) throw new AppError({ kind: 'no-such-item', what: 'post' })
      desk.transaction(() => {
        const saw = desk.posts.findBase(postId, 'agreed')?.remote.page?.parentId ?? null
        desk.pages.putParentWish(postId, parentId === saw ? null : { parentId, saw })
      })
      feed.emit({ topic: 'posts', blogId: post.blogId, postId })
    },
  }
}

/** No page stands under itself, or under one that stands under it. */
function parentsFor(desk: Desk, { blogId, remoteId: ownId }: StoredPost): PageOnBlog[] {
  const pages = desk.pages.listPages(blogId)
  const parentOf = new Map(pages.map(({ remoteId, parentId }) => [remoteId, parentId]))
  const isBelow = (id: RemotePostId): boolean => {
    const seen = new Set<RemotePostId>()
    for (let at: RemotePostId | null = id; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
      if (at === ownId) return true
      seen.add(at)
    }
    return false
  }
  return pages.filter(({ remoteId }) => !isBelow(remoteId))
}
