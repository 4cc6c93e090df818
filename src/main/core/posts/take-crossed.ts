import { mergePosts } from '../../../shared/content/merge/merge-posts.ts'
import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import type { RemotePost, RemoteRevision } from '../blog-api/blog-api.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { wasTextOf } from './is-our-own-text.ts'
import { isSameText } from './is-same-text.ts'
import { keepVersion } from './keep-version.ts'
import { besideOfPost, currentWords, hashWords, wordsOfRemote } from './post-words.ts'
import { versionOfRemote, versionOfWords, wordsOfVersion } from './post-versions.ts'
import { bothEverywhere, noteReplaced } from './replaced-words.ts'

/** So many sends of one post are under way or late at the most. */
export const OWN_SENDS_KNOWN = 10

/**
 * Texts that a colleague saved between our look and our write, and that our write replaced: `sent` was written on top of
 * `agreed`, and the blog keeps `crossed` only among its revisions. Each goes into history and, as far as it says more than
 * `agreed`, into the working copy beside the person's words; nothing of it is sent. Call inside a transaction, when `sent` has
 * become the agreed text. What is in history already was seen before and is left out.
 */
export function takeCrossed(
  ports: { desk: Desk; clock: Clock; random: Random },
  post: StoredPost,
  { agreed, sent, crossed }: { agreed: RemotePost; sent: RemotePost; crossed: RemoteRevision[] },
): void {
  const { desk } = ports
  for (const theirs of keepSaved(ports, post, agreed, crossed)) {
    const mine = currentWords(desk, post)
    const merge = mergePosts({
      base: versionOfRemote(desk, post.blogId, agreed),
      mine: versionOfWords(desk, post.blogId, mine, versionOfRemote(desk, post.blogId, sent)),
      theirs: { ...versionOfRemote(desk, post.blogId, theirs), status: agreed.status },
    })
    const words = wordsOfVersion(desk, post.blogId, resolveMerge(merge, bothEverywhere(merge)), mine)
    noteReplaced(ports, post, { before: mine, after: words })
    desk.posts.putWorkingCopy(post.id, { ...words, wordsHash: hashWords(words) })
  }
}

/**
 * What others saved since the agreed text, of which the blog shows `remote` now: into history, and what a late request of ours
 * lay over also into the working copy, because nobody decided against it. Call inside a transaction, when `remote` has become
 * the agreed text.
 */
export function takeLaidOver(
  ports: { desk: Desk; clock: Clock; random: Random },
  post: StoredPost,
  { agreed, remote, saved }: { agreed: RemotePost; remote: RemotePost; saved: RemoteRevision[] },
): void {
  const { desk } = ports
  const sends = desk.outbox.listBegunSends(post.id, OWN_SENDS_KNOWN)
  const isOurs = (text: RemoteRevision): boolean =>
    sends.some((send) => wasTextOf(desk, post.blogId, send, text, agreed))
  const under = saved[saved.findLastIndex(isOurs) - 1]
  const crossed = under && !isOurs(under) && !isSameText(under, agreed) ? [under] : []
  takeCrossed(ports, post, { agreed, sent: remote, crossed })
  keepSaved(ports, post, agreed, saved)
}

/** Puts what others saved into history. Returns what was not there before. Call inside a transaction. */
export function keepSaved(
  ports: { desk: Desk; clock: Clock; random: Random },
  post: StoredPost,
  agreed: RemotePost,
  saved: RemoteRevision[],
): RemotePost[] {
  const { desk } = ports
  const beside = besideOfPost(desk, post)
  return saved.flatMap(({ authorId: _by, savedAt: _at, ...text }) => {
    const theirs = { ...agreed, ...text }
    const words = { ...wordsOfRemote(desk, post.blogId, theirs), ...beside }
    if (desk.snapshots.findByHash(post.id, hashWords(words))) return []
    keepVersion(ports, post, 'received', words)
    return [theirs]
  })
}
