import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import type { Desk } from '../store/desk.ts'
import { isSameText, type PostText } from './is-same-text.ts'
import { markupFor } from './post-fields.ts'

type Send = Pick<StoredEntryOf<'publish-post' | 'update-post'>, 'postId' | 'payload'>

/**
 * Whether the blog's text is one that this desk tried to send since its last send that ended well: its answer was lost, or
 * the rest of that send was taken back. It is nobody else's work then.
 */
export const isOurOwnText = (desk: Desk, blogId: BlogId, postId: PostId, remote: PostText): boolean =>
  desk.outbox.listUnfinishedSends(postId).some((send) => wasTextOf(desk, blogId, send, remote))

/** Whether a send says this, or said it before a colleague's change was taken in. */
export function wasTextOf(desk: Desk, blogId: BlogId, { postId, payload }: Send, remote: PostText): boolean {
  const earlier = (payload.mergedFrom ?? []).flatMap((hash) => {
    const version = postId === null ? null : desk.snapshots.findByHash(postId, hash)
    return version ? [version.words] : []
  })
  return [payload.words, ...earlier].some((words) => {
    const content = markupFor(desk, blogId, words).markup
    return isSameText({ title: words.title, content, excerpt: words.excerpt }, remote)
  })
}
