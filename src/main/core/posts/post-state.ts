import type { EntryState } from '../../../shared/domain/outbox-entry.ts'
import type { PostState } from '../../../shared/domain/post.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import type { ListedPost } from '../store/post-repository.ts'
import { isOffBlogStatus } from './is-off-blog-status.ts'

/**
 * The one word a person reads. Off the blog comes first, for nothing can go there; then the outbox speaks: what waits or
 * needs somebody is more than what the blog says.
 */
export function postState(
  post: Pick<
    ListedPost,
    'isTrashed' | 'hasWorkingCopy' | 'hasStickyWish' | 'hasParentWish' | 'hasIncoming' | 'remoteStatus'
  >,
  openEntryStates: EntryState[],
): PostState {
  const isOff = isOffBlogStatus(post.remoteStatus)
  if (isOff && (post.hasWorkingCopy || openEntryStates.length > 0)) return 'off-the-blog'
  if (openEntryStates.some(needsPerson)) return 'needs-you'
  if (post.isTrashed || isOff) return 'in-trash'
  if (post.hasIncoming) return 'changed-on-both'
  if (openEntryStates.length > 0) return 'waits'
  switch (post.remoteStatus) {
    case null:
    case 'draft':
      return 'draft'
    case 'publish':
      return post.hasWorkingCopy || post.hasStickyWish || post.hasParentWish ? 'edited' : 'published'
    case 'future':
      return 'scheduled'
    case 'pending':
      return 'pending'
    case 'private':
      return 'private'
    // Answered above; in a switch so that a new status has to be thought of.
    case 'trash':
    case 'deleted':
      return 'in-trash'
  }
}
