import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import { isSameText, type PostText } from './is-same-text.ts'
import { markupFor } from './post-fields.ts'

/**
 * Whether the blog's text is one that this desk tried to send since its last send that ended well: its answer was lost, or
 * the rest of that send was taken back. It is nobody else's work then.
 */
export function isOurOwnText(desk: Desk, blogId: BlogId, postId: PostId, remote: PostText): boolean {
  return desk.outbox.listUnfinishedSends(postId).some(({ payload: { words } }) => {
    const content = markupFor(desk, blogId, words).markup
    return isSameText({ title: words.title, content, excerpt: words.excerpt }, remote)
  })
}
