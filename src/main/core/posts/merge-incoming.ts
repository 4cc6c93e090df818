import { mergePosts } from '../../../shared/content/merge/merge-posts.ts'
import type { Choice, PostMerge } from '../../../shared/content/merge/post-merge.ts'
import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { keepVersion } from './keep-version.ts'
import { isOffBlogStatus } from './is-off-blog-status.ts'
import { saysTheSame } from './post-fields.ts'
import { summarise } from './post-summary.ts'
import { besideOf, currentWords, hashWords, wordsOfRemote } from './post-words.ts'
import { versionOfRemote, versionOfWords, wordsOfVersion } from './post-versions.ts'
import { noteReplaced } from './replaced-words.ts'

interface MergePorts {
  desk: Desk
  clock: Clock
  random: Random
}

/** `words` against what the blog has now, on the base both agreed on. Null while there is no such base. */
export function mergeWith(desk: Desk, post: StoredPost, words: PostWords, theirs: RemotePost): PostMerge | null {
  const agreed = desk.posts.findBase(post.id, 'agreed')?.remote
  if (!agreed) return null
  const base = versionOfRemote(desk, post.blogId, agreed)
  return mergePosts({
    base,
    mine: versionOfWords(desk, post.blogId, words, base),
    theirs: versionOfRemote(desk, post.blogId, theirs),
  })
}

/**
 * Takes the blog's new text into the working copy where the two do not touch; then the blog's text is the agreed one. Where
 * they touch it is kept as `incoming` for the person. Either way both texts stay in history for ever. Returns the words
 * that resulted, or null when a person has to decide. Call inside a transaction.
 */
export function takeIncoming(ports: MergePorts, post: StoredPost, theirs: RemotePost): PostWords | null {
  const { desk, clock } = ports
  const mine = currentWords(desk, post)
  const merge = mergeWith(desk, post, mine, theirs)
  const takenAt = utcIso(clock.now())
  keepVersion(ports, post, 'before-receive', mine)
  keepVersion(ports, post, 'received', {
    ...wordsOfRemote(desk, post.blogId, theirs),
    ...besideOf(mine),
  })
  if (!merge?.isClean) {
    desk.posts.putBase(post.id, 'incoming', { remote: theirs, takenAt })
    return null
  }
  return settleOn(ports, post, theirs, wordsOfVersion(desk, post.blogId, merge.merged, mine))
}

/** What the person is asked about this post. Throws `not-allowed-now` when there is nothing to ask. */
export function conflictOf(desk: Desk, post: StoredPost): PostMerge {
  const agreed = desk.posts.findBase(post.id, 'agreed')
  // Off the blog there is another question first (off-blog.ts).
  const incoming = isOffBlogStatus(agreed?.remote.status) ? null : desk.posts.findBase(post.id, 'incoming')
  const merge = incoming && mergeWith(desk, post, currentWords(desk, post), incoming.remote)
  if (!merge) throw new AppError({ kind: 'not-allowed-now', why: 'nothing-to-settle' })
  return merge
}

/**
 * Makes a working copy of what the person chose, item by item; what had merged stays merged. Nothing is sent. Throws
 * `invalid-input` while a conflict has no choice. Call inside a transaction.
 */
export function resolveIncoming(ports: MergePorts, post: StoredPost, choices: Record<string, Choice>): PostWords {
  const { desk } = ports
  const merge = conflictOf(desk, post)
  const incoming = desk.posts.findBase(post.id, 'incoming')
  const open = merge.items.find(({ state, id }) => state === 'conflict' && choices[id] === undefined)
  if (open || !incoming) throw new AppError({ kind: 'invalid-input', field: 'choices', rule: 'incomplete' })
  const mine = currentWords(desk, post)
  keepVersion(ports, post, 'before-receive', mine)
  return settleOn(ports, post, incoming.remote, wordsOfVersion(desk, post.blogId, resolveMerge(merge, choices), mine))
}

function settleOn(ports: MergePorts, post: StoredPost, theirs: RemotePost, words: PostWords): PostWords {
  const { desk, clock } = ports
  const now = utcIso(clock.now())
  noteReplaced(ports, post, { before: currentWords(desk, post), after: words })
  desk.posts.putBase(post.id, 'agreed', { remote: theirs, takenAt: now })
  desk.posts.removeIncoming(post.id)
  if (saysTheSame(desk, post.blogId, words, theirs)) desk.posts.removeWorkingCopy(post.id)
  else desk.posts.putWorkingCopy(post.id, { ...words, wordsHash: hashWords(words) })
  desk.posts.putPost({ ...desk.posts.getPost(post.id), ...summarise(words), editedAt: now })
  keepVersion(ports, post, 'merged', words)
  return words
}
