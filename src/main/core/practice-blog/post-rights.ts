import type { PracticePost, PracticeUser } from './practice-state.ts'
import { can } from './roles.ts'

type Viewer = PracticeUser | null

const isOut = (post: PracticePost): boolean => {
  const status = post.trashedFrom?.status ?? post.status
  return status === 'publish' || status === 'future'
}

const isOwn = (viewer: Viewer, post: PracticePost): boolean => viewer !== null && viewer.id === post.authorId

/** `map_meta_cap('edit_post')`. */
export function canEditPost(viewer: Viewer, post: PracticePost): boolean {
  if (isOwn(viewer, post)) return can(viewer, isOut(post) ? 'edit_published_posts' : 'edit_posts')
  if (!can(viewer, 'edit_others_posts')) return false
  if (post.status === 'private') return can(viewer, 'edit_private_posts')
  return !isOut(post) || can(viewer, 'edit_published_posts')
}

/** `map_meta_cap('delete_post')`. */
export function canDeletePost(viewer: Viewer, post: PracticePost): boolean {
  if (isOwn(viewer, post)) return can(viewer, isOut(post) ? 'delete_published_posts' : 'delete_posts')
  if (!can(viewer, 'delete_others_posts')) return false
  if (post.status === 'private') return can(viewer, 'delete_private_posts')
  return !isOut(post) || can(viewer, 'delete_published_posts')
}

export function canReadPost(viewer: Viewer, post: PracticePost): boolean {
  if (post.status === 'publish' || isOwn(viewer, post)) return true
  return post.status === 'private' ? can(viewer, 'read_private_posts') : canEditPost(viewer, post)
}
