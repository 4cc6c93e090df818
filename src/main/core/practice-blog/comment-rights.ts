import { canEditPost, canReadPost } from './post-rights.ts'
import type { PracticeComment, PracticePost, PracticeUser } from './practice-state.ts'
import { can } from './roles.ts'

type Viewer = PracticeUser | null

export const canEditComment = (viewer: Viewer, post: PracticePost): boolean =>
  can(viewer, 'moderate_comments') || canEditPost(viewer, post)

/** Approved ones with their post; held ones by their writer and by whoever may edit the post. */
export function canReadComment(viewer: Viewer, comment: PracticeComment, post: PracticePost): boolean {
  if (comment.noteStatus !== undefined) return canEditPost(viewer, post)
  if (comment.status === 'approved' && canReadPost(viewer, post)) return true
  if (viewer === null) return false
  return comment.authorId === viewer.id || canEditPost(viewer, post)
}
