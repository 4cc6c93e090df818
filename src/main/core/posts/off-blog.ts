import { utcIso, type PostId, type SnapshotId } from '../../../shared/domain/ids.ts'
import type { OffBlog } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { Base, StoredPost } from '../store/post-repository.ts'
import { isOffBlogStatus } from './is-off-blog-status.ts'
import { keepVersion } from './keep-version.ts'
import { summarise } from './post-summary.ts'
import { besideOf, currentWords, hashWords, wordsOfRemote } from './post-words.ts'
import { takeBackPost } from './queue-post.ts'
import { takeBackReschedules } from './queue-reschedule.ts'

interface OffBlogPorts {
  desk: Desk
  clock: Clock
  random: Random
}

/**
 * Notes that the blog has trashed or deleted the post. Nothing of its words changes here, nor of the person's; the time is
 * that of the first sight. Call inside a transaction.
 */
export function noteOffBlog(
  { desk, clock }: Pick<OffBlogPorts, 'desk' | 'clock'>,
  id: PostId,
  how: OffBlog['how'],
): void {
  const agreed = desk.posts.findBase(id, 'agreed')
  if (!agreed) return
  const takenAt = isOffBlogStatus(agreed.remote.status) ? agreed.takenAt : utcIso(clock.now())
  const status = how === 'trashed' ? 'trash' : 'deleted'
  desk.posts.putBase(id, 'agreed', { remote: { ...agreed.remote, status }, takenAt })
}

/** Null for a post that is on the blog, or never was. */
export function offBlogOf(desk: Desk, id: PostId): OffBlog | null {
  const agreed = desk.posts.findBase(id, 'agreed')
  if (!agreed || !isOffBlogStatus(agreed.remote.status)) return null
  return { how: agreed.remote.status === 'trash' ? 'trashed' : 'deleted', seenAt: agreed.takenAt }
}

/**
 * Makes a draft of the person's words that the blog has never seen: sent again it is a new post there, and the old one,
 * should it come back, is another post on this desk. The blog's text stays in history. What waited in the outbox is taken
 * back and nothing is sent. Throws `not-allowed-now` for a post that is on the blog. Call inside a transaction.
 */
export function keepAsNew(ports: OffBlogPorts, post: StoredPost): void {
  const { desk, clock } = ports
  const { words, onBlog } = takeUp(ports, post)
  keepVersion(ports, post, 'received', onBlog)
  keepVersion(ports, post, 'before-receive', words)
  desk.posts.putWorkingCopy(post.id, { ...words, wordsHash: hashWords(words) })
  desk.posts.removeBases(post.id)
  desk.comments.hideAbsent(desk.comments.listShownOfPost(post.id), new Set())
  desk.posts.putPost({ ...post, ...summarise(words), remoteId: null, editedAt: utcIso(clock.now()) })
}

/**
 * Leaves the post where the blog has put it. The person's words stay in history, under the version returned. Throws
 * `not-allowed-now` for a post that is on the blog. Call inside a transaction.
 */
export function letGo(ports: OffBlogPorts, post: StoredPost): SnapshotId {
  const { desk } = ports
  const { words, onBlog } = takeUp(ports, post)
  keepVersion(ports, post, 'received', onBlog)
  keepVersion(ports, post, 'before-receive', words)
  desk.posts.removeWorkingCopy(post.id)
  desk.posts.removeIncoming(post.id)
  desk.posts.putPost({ ...post, ...summarise(currentWords(desk, post)) })
  const [newest] = desk.snapshots.listSnapshots(post.id)
  if (!newest) throw new Error(`post ${post.id} has no history`)
  return newest.id
}

/** What both sides say of a post that is off the blog, with nothing of it in the outbox any more. */
function takeUp({ desk }: OffBlogPorts, post: StoredPost) {
  const agreed = desk.posts.findBase(post.id, 'agreed')
  if (!agreed || !isOffBlogStatus(agreed.remote.status))
    throw new AppError({ kind: 'not-allowed-now', why: 'nothing-to-settle' })
  takeBackPost(desk, post.id)
  takeBackReschedules(desk, post.id)
  const words = currentWords(desk, post)
  const { remote }: Base = desk.posts.findBase(post.id, 'incoming') ?? agreed
  return { words, onBlog: { ...wordsOfRemote(desk, post.blogId, remote), ...besideOf(words) } }
}
