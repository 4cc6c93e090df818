import { kindOf } from './post-kind.ts'
import type { PracticePost, PracticeUser } from './practice-state.ts'
import { can, capabilityFor } from './roles.ts'

type Viewer = PracticeUser | null

const isOut = (post: PracticePost): boolean => {
  const status = post.trashedFrom?.status ?? post.status
  return status === 'publish' || status === 'future'
}

const isOwn = (viewer: Viewer, post: PracticePost): boolean => viewer !== null && viewer.id === post.authorId

const canWith = (viewer: Viewer, post: PracticePost, capability: Parameters<typeof capabilityFor>[1]): boolean =>
  can(viewer, capabilityFor(kindOf(post), capability))

/** `map_meta_cap('edit_post')`. */
export function canEditPost(viewer: Viewer, post: PracticePost): boolean {
  if (isOwn(viewer, post)) return canWith(viewer, post, isOut(post) ? 'edit_published_posts' : 'edit_posts')
  if (!canWith(viewer, post, 'edit_others_posts')) return false
  if (post.status === 'private') return canWith(viewer, post, 'edit_private_posts')
  return !isOut(post) || canWith(viewer, post, 'edit_published_posts')
}

/** `map_meta_cap('delete_post')`. */
export function canDeletePost(viewer: Viewer, post: PracticePost): boolean {
  if (isOwn(viewer, post)) return canWith(viewer, post, isOut(post) ? 'delete_published_posts' : 'delete_posts')
  if (!canWith(viewer, post, 'delete_others_posts')) return false
  if (post.status === 'private') return canWith(viewer, post, 'delete_private_posts')
  return !isOut(post) || canWith(viewer, post, 'delete_published_posts')
}

export function canReadPost(viewer: Viewer, post: PracticePost): boolean {
  if (post.status === 'publish' || isOwn(viewer, post)) return true
  return post.status === 'private' ? canWith(viewer, post, 'read_private_posts') : canEditPost(viewer, post)
}
