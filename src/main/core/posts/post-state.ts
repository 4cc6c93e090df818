import type { EntryState } from '../../../shared/domain/outbox-entry.ts'
import type { PostState } from '../../../shared/domain/post.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import type { ListedPost } from '../store/post-repository.ts'

/** The one word a person reads. The outbox speaks first: what waits or needs somebody is more than what the blog says. */
export function postState(
  post: Pick<ListedPost, 'isTrashed' | 'hasWorkingCopy' | 'hasIncoming' | 'remoteStatus'>,
  openEntryStates: EntryState[],
): PostState {
  if (openEntryStates.some(needsPerson)) return 'needs-you'
  if (post.isTrashed || post.remoteStatus === 'trash') return 'in-trash'
  if (post.hasIncoming) return 'changed-on-both'
  if (openEntryStates.length > 0) return 'waits'
  switch (post.remoteStatus) {
    case null:
    case 'draft':
      return 'draft'
    case 'publish':
      return post.hasWorkingCopy ? 'edited' : 'published'
    case 'future':
      return 'scheduled'
    case 'pending':
      return 'pending'
    case 'private':
      return 'private'
  }
}
