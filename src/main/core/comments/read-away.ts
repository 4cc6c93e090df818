import { mayModerate } from '../../../shared/domain/blog.ts'
import type { AwayStatus } from '../../../shared/domain/conversation.ts'
import { utcIso, type BlogId, type CommentId, type RemoteCommentId, type UtcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { RemoteComment } from '../blog-api/blog-api.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { checkLine } from '../sync/check-line.ts'
import { breathe } from '../sync/pull-ports.ts'
import { walk, type WalkPosition } from '../sync/pull-walk.ts'
import { pausedUntil } from '../sync/retry-policy.ts'
import { storeCommentOf } from './store-comment.ts'

/** Nobody looks through more; a neglected blog has a hundred thousand. */
const MOST_READ = 1000

/**
 * Asks the blog what lies in its spam or its trash, through the same gate as a round. Sends nothing. Throws what keeps it from
 * reading; what came down until then stays.
 */
export async function readAway(
  ports: { desk: Desk; lines: BlogLines; clock: Clock; random: Random },
  { blogId, status, signal }: { blogId: BlogId; status: AwayStatus; signal: AbortSignal },
): Promise<void> {
  const { desk, clock, random } = ports
  const known = desk.blogs.getBlog(blogId)
  // The blog would answer with an empty list, as if there were none.
  if (!mayModerate(known)) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-moderate' })
  const waitUntil = pausedUntil(desk.outbox.listOpen(blogId), utcIso(clock.now()))
  if (waitUntil !== null)
    throw new AppError({ kind: 'rate-limited', retryAfterMs: Date.parse(waitUntil) - clock.now().getTime() })
  const api = await ports.lines.open(known, signal)
  const { blog } = await checkLine(api, known, clock)
  const read = (at: Pick<WalkPosition, 'within' | 'isById' | 'pageNumber'>) =>
    api.listComments({
      ...at,
      state: status,
      after: null,
      postIds: null,
      authorId: null,
      canModerate: blog.rights.canModerateComments,
    })
  // What the person decides meanwhile may have reached the blog after this page was read.
  const decided = decidedOn(desk, blogId)
  const seen = new Set<RemoteCommentId>()
  let elsewhereCount = 0
  let oldest: UtcIso | null = null
  let isWhole = true

  for await (const { items, next } of walk<RemoteComment>(read)) {
    if (signal.aborted) throw new AppError({ kind: 'offline' })
    desk.transaction(() => {
      for (const id of decidedOn(desk, blogId)) decided.add(id)
      for (const remote of items.filter(({ remoteId }) => !seen.has(remoteId))) {
        seen.add(remote.remoteId)
        if (oldest === null || remote.createdAt < oldest) oldest = remote.createdAt
        const postId = desk.posts.findIdByRemoteId(blogId, remote.postRemoteId)
        if (postId === null) elsewhereCount += 1
        else if (!isDecided(desk, blogId, remote, decided)) storeCommentOf(desk, blog, postId, remote, random)
      }
    })
    if (next !== null && seen.size >= MOST_READ) {
      isWhole = false
      break
    }
    await breathe()
  }
  desk.transaction(() => {
    desk.away.noteGone(blogId, status, { seen, since: isWhole ? null : oldest })
    desk.away.putRead(blogId, status, { readAt: utcIso(clock.now()), isWhole, elsewhereCount })
  })
}

const decidedOn = (desk: Desk, blogId: BlogId): Set<CommentId | null> =>
  new Set(desk.outbox.listOpenModerations(blogId).map(({ commentId }) => commentId))

function isDecided(
  desk: Desk,
  blogId: BlogId,
  { remoteId }: RemoteComment,
  decided: ReadonlySet<CommentId | null>,
): boolean {
  const id = desk.comments.findIdByRemoteId(blogId, remoteId)
  return id !== null && decided.has(id)
}
