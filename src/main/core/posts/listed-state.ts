import { isAboutComment } from '../../../shared/domain/outbox-entry.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { PostState } from '../../../shared/domain/post.ts'
import type { Desk } from '../store/desk.ts'
import { postState } from './post-state.ts'

/** What became of that which one post has in the outbox. */
export type OpenStates = Parameters<typeof postState>[1]

export const openStatesOf = (desk: Desk, id: PostId): OpenStates =>
  desk.outbox.listOpenStates(id).flatMap(({ kind, state }) => (isAboutComment(kind) ? [] : [state]))

/** The state of one post as lists show it. */
export const listedState = (desk: Desk, id: PostId): PostState =>
  postState(desk.posts.getListedPost(id), openStatesOf(desk, id))
