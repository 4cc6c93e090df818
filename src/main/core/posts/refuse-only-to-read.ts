import type { PostId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'

/** At the border of whatever would change a post: what readers see of it is no text to begin from. */
export function refuseOnlyToRead(desk: Desk, postId: PostId): void {
  if (desk.posts.getListedPost(postId).isOnlyToRead)
    throw new AppError({ kind: 'not-allowed-now', why: 'only-to-read' })
}
