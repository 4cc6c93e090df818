import { textDirection } from '../../../shared/content/text-direction.ts'
import { utcIso, type PostId } from '../../../shared/domain/ids.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { isReservedSlug, newId } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import { hasSameBytes } from '../posts/is-same-text.ts'
import { isOurOwnText } from '../posts/is-our-own-text.ts'
import { takeIncoming } from '../posts/merge-incoming.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import { rebaseSends } from '../posts/rebase-sends.ts'
import { isSetBack, putRight } from '../posts/set-back.ts'
import { saysTheSame } from '../posts/post-fields.ts'
import { summarise, summariseMarkup } from '../posts/post-summary.ts'
import { besideOfPost, currentWords, hashWords, wordsOfRemote } from '../posts/post-words.ts'
import { kindOf } from '../posts/kind-of.ts'
import { keepVersion } from '../posts/keep-version.ts'
import { noteReplaced } from '../posts/replaced-words.ts'
import { withChanges } from '../posts/with-changes.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { Base, StoredPost, WorkingCopy } from '../store/post-repository.ts'

interface StorePorts {
  desk: Desk
  clock: Clock
  random: Random
}

/**
 * Takes what the blog has. Returns the post when anything of it was new here, else null. The person's words are never
 * overwritten: where both sides moved on they are merged, and where they touch the blog's text is kept beside them as
 * `incoming`. Call inside a transaction, after pending edits of the post were flushed.
 */
export function storeRemotePost(ports: StorePorts, blog: StoredBlog, remote: RemotePost): PostId | null {
  const { desk, clock } = ports
  const known = desk.posts.findPostByRemoteId(blog.id, remote.remoteId)
  // An empty draft under a reserved slug is a send in progress, ours or another laptop's; whoever sends it adopts it.
  if (!known) return isReservedSlug(remote.slug) ? null : addPost(ports, blog, remote)
  const agreed = desk.posts.findBase(known.id, 'agreed')?.remote
  if (JSON.stringify(agreed) === JSON.stringify(remote)) return null
  const kind = kindOf(remote)
  // A plugin of the blog makes a page of a post.
  if (known.kind !== kind) desk.posts.putPost({ ...known, kind })
  takeChange(ports, blog, { ...known, kind }, agreed, { remote, takenAt: utcIso(clock.now()) })
  return known.id
}

function takeChange(
  ports: StorePorts,
  blog: StoredBlog,
  known: StoredPost,
  agreed: RemotePost | undefined,
  base: Base,
): void {
  const { desk } = ports
  const { remote } = base
  // Neither the blog's word nor anybody's: the agreed text stays, and what waits overwrites it like any own text.
  if (agreed && !agreed.isOnlyToRead && !remote.isOnlyToRead && isSetBack(desk, known, { agreed, remote })) {
    if (openSendsOf(desk, known.id).length === 0) putRight(ports, blog, known, { agreed, remote })
    return
  }
  const isTextUnchanged = agreed !== undefined && hasSameBytes(agreed, remote)
  const copy = desk.posts.findWorkingCopy(known.id)
  // What was sent off unchanged is the person's too until it arrives: the blog's new text must not slip under it.
  if (!copy && openSendsOf(desk, known.id).length === 0) {
    // A damaged desk lost what was agreed: there is nothing that the blog's text replaces.
    if (!agreed) {
      desk.posts.putBase(known.id, 'agreed', base)
      showBlogsText(ports, known, remote, true)
      return
    }
    const before = currentWords(desk, known)
    desk.posts.putBase(known.id, 'agreed', base)
    showBlogsText(ports, known, remote, !isTextUnchanged)
    noteReplaced(ports, known, { before, after: currentWords(desk, known) })
    return
  }
  // Taken out of the trash: it is on the blog again, whatever becomes of its words.
  if (agreed && isOffBlogStatus(agreed.status) && !isOffBlogStatus(remote.status))
    desk.posts.putBase(known.id, 'agreed', { ...base, remote: { ...agreed, status: remote.status } })
  if (agreed && isTextUnchanged) {
    desk.posts.putBase(known.id, 'agreed', base)
    desk.posts.removeIncoming(known.id)
    if (copy) desk.posts.putWorkingCopy(known.id, withTermsOf(desk, blog, copy, { agreed, remote }))
    return
  }
  const isBeingSent = desk.outbox
    .listOpenOfPost(known.id)
    .some(({ state }) => state === 'sending' || state === 'unknown' || state === 'staged')
  if (isBeingSent) return
  const isAsWritten = saysTheSame(desk, blog.id, currentWords(desk, known), remote)
  const isOurs = isAsWritten || isOurOwnText(desk, blog.id, known.id, remote)
  const isWaiting = openSendsOf(desk, known.id).length > 0
  // Whoever sent it finds it so, and asks what was saved since the agreed text.
  if (isOurs && isWaiting) {
    desk.posts.removeIncoming(known.id)
    return
  }
  if (isAsWritten) {
    desk.posts.putBase(known.id, 'agreed', base)
    desk.posts.removeIncoming(known.id)
    desk.posts.removeWorkingCopy(known.id)
    return
  }
  if (isOurs) {
    desk.posts.putBase(known.id, 'agreed', base)
    desk.posts.removeIncoming(known.id)
    return
  }
  // Asked about already: only its state may be new.
  const incoming = desk.posts.findBase(known.id, 'incoming')?.remote
  const isKnown = incoming !== undefined && hasSameBytes(incoming, remote)
  if (!isKnown && !isWaiting) takeIncoming(ports, known, remote)
  else if (isKnown || !rebaseSends(ports, known, remote)) {
    if (!isKnown) keepReceived(ports, known, remote)
    desk.posts.putBase(known.id, 'incoming', base)
  }
}

/** The person's words with what others changed in the terms: sets merge, so nobody is asked. */
function withTermsOf(
  desk: Desk,
  blog: StoredBlog,
  copy: WorkingCopy,
  { agreed, remote }: { agreed: RemotePost; remote: RemotePost },
): WorkingCopy {
  const namesOf = ({ tagIds }: RemotePost): string[] => desk.terms.namesOf(blog.id, tagIds)
  const words = {
    ...copy,
    categoryIds: withChanges(remote.categoryIds, { saw: agreed.categoryIds, wanted: copy.categoryIds }),
    tags: withChanges(namesOf(remote), { saw: namesOf(agreed), wanted: copy.tags }),
  }
  return { ...words, wordsHash: hashWords(words) }
}

function addPost({ desk, clock, random }: StorePorts, blog: StoredBlog, remote: RemotePost): PostId {
  const id = newId<PostId>(random)
  desk.posts.putPost({
    id,
    blogId: blog.id,
    kind: kindOf(remote),
    remoteId: remote.remoteId,
    language: '',
    direction: directionOf(remote),
    authorName: remote.authorId === blog.remoteUserId ? blog.displayName : '',
    ...summariseMarkup(remote),
    editedAt: remote.modifiedAt,
    caret: null,
    isTrashed: false,
  })
  desk.posts.putBase(id, 'agreed', { remote, takenAt: utcIso(clock.now()) })
  return id
}

function showBlogsText(ports: StorePorts, known: StoredPost, remote: RemotePost, isNewText: boolean): void {
  const { desk } = ports
  desk.posts.removeIncoming(known.id)
  desk.posts.putPost({
    ...known,
    ...summarise(currentWords(desk, known)),
    ...(isNewText ? { editedAt: remote.modifiedAt } : {}),
  })
  if (isNewText) keepReceived(ports, known, remote)
}

function keepReceived(ports: StorePorts, known: StoredPost, remote: RemotePost): void {
  const words = wordsOfRemote(ports.desk, known.blogId, remote)
  keepVersion(ports, known, 'received', { ...words, ...besideOfPost(ports.desk, known) })
}

const directionOf = ({ title, content }: RemotePost) =>
  textDirection(title) ?? textDirection(content.replaceAll(/<[^<>]*>/g, ' ')) ?? 'ltr'
