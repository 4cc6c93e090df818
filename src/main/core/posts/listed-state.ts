import { isAboutComment } from '../../../shared/domain/outbox-entry.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { PostState } from '../../../shared/domain/post.ts'
import type { Desk } from '../store/desk.ts'
import { postState } from './post-state.ts'

/** The state of one post as lists show it. */
export function listedState(desk: Desk, id: PostId): PostState {
  const entries = desk.outbox.listOpenOfPost(id).filter(({ kind }) => !isAboutComment(kind))
  return postState(
    desk.posts.getListedPost(id),
    entries.map(({ state }) => state),
  )
}
