import type { TextWithNotes } from '../../../shared/content/footnotes-meta.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import type { Desk } from '../store/desk.ts'
import { alteredFields, type PostText } from './is-same-text.ts'
import { textFor } from './post-fields.ts'

type Send = Pick<StoredEntryOf<'publish-post' | 'update-post'>, 'postId' | 'payload'>

/**
 * Whether the blog's text is one that this desk tried to send since its last send that ended well: its answer was lost, or
 * the rest of that send was taken back. It is nobody else's work then. What a send said before a colleague's change was taken
 * in, and never carried, is theirs when the blog shows it: they went back to it.
 */
export const isOurOwnText = (desk: Desk, blogId: BlogId, postId: PostId, remote: PostText): boolean =>
  desk.outbox
    .listUnfinishedSends(postId)
    .some((send) =>
      textsOf(desk, send).some(
        ({ hash, words }) =>
          (hash === send.payload.wordsHash || desk.sentWords.wasSent(send.id, hash)) &&
          isTextOf(desk, blogId, words, { remote, beside: remote }),
      ),
    )

/**
 * Whether a send says this, or said it before a colleague's change was taken in. A request carries changed fields only: those
 * it left out may be as in `beside`.
 */
export const wasTextOf = (
  desk: Desk,
  blogId: BlogId,
  send: Send,
  remote: PostText,
  beside: PostText = remote,
): boolean => textsOf(desk, send).some(({ words }) => isTextOf(desk, blogId, words, { remote, beside }))

/** The same of what a request of it carried, which may come late: what was only found on the blog as wanted never can. */
export const wasSentAs = (
  desk: Desk,
  blogId: BlogId,
  send: Send & Pick<StoredEntryOf<'update-post'>, 'id'>,
  remote: PostText,
  beside: PostText,
): boolean =>
  textsOf(desk, send).some(
    ({ hash, words }) => desk.sentWords.wasSent(send.id, hash) && isTextOf(desk, blogId, words, { remote, beside }),
  )

/** What the send says, and what it said before. */
export function textsOf(desk: Desk, { postId, payload }: Send): { hash: string; words: PostWords }[] {
  const earlier = (payload.mergedFrom ?? []).flatMap((hash) => {
    const version = postId === null ? null : desk.snapshots.findByHash(postId, hash)
    return version ? [{ hash, words: version.words }] : []
  })
  return [{ hash: payload.wordsHash, words: payload.words }, ...earlier]
}

function isTextOf(
  desk: Desk,
  blogId: BlogId,
  words: PostWords,
  { remote, beside }: { remote: PostText; beside: PostText },
): boolean {
  const altered = alteredFields(beside, remote)
  const others = alteredFields(textFor(desk, blogId, words, withNotes(beside, remote)), remote)
  return (
    others.length === 0 || (beside !== remote && others.length < 3 && !others.some((field) => altered.includes(field)))
  )
}

/** Whether a blog keeps notes beside its posts, either of two texts of it says. */
function withNotes({ content, footnotes }: PostText, other: PostText): TextWithNotes {
  const notes = footnotes ?? other.footnotes
  return notes === undefined ? { content } : { content, footnotes: notes }
}
