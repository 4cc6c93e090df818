import { mayPublish } from '../../../shared/domain/blog.ts'
import { utcIso, type EntryId, type PostId } from '../../../shared/domain/ids.ts'
import type { NewSchedule } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import { refuseOtherTime } from '../review/refuse-unsealed.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import { hashJson } from '../content-hash.ts'
import { newId, newToken } from '../new-id.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import type { ReschedulePayload } from '../outbox/entry-payload.ts'
import { canCancel, needsPerson } from '../outbox/entry-states.ts'
import { takeBack } from '../outbox/take-back.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry } from '../store/outbox-repository.ts'

/**
 * Puts another time, or none, for a scheduled post into the outbox. Its words are no part of this: it has a lane of its own,
 * so that a post can be stopped although its words wait for somebody. The same wish twice is one act; a newer one replaces
 * an entry of which nothing has left, and queues behind one that may have. Throws `not-allowed-now` for a post that is not
 * scheduled.
 */
export function queueReschedule(
  ports: { desk: Desk; clock: Clock; random: Random; holdMs: number },
  postId: PostId,
  to: NewSchedule,
): StoredEntry {
  const { desk, random } = ports
  return desk.transaction(() => {
    const post = desk.posts.getPost(postId)
    const blog = desk.blogs.getBlog(post.blogId)
    const agreed = desk.posts.findBase(postId, 'agreed')?.remote
    if (agreed?.status !== 'future' || agreed.publishedAt === null)
      throw new AppError({ kind: 'not-allowed-now', why: 'not-scheduled' })
    if (!mayPublish(blog.rights, post.kind)) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-publish' })
    if (to.as === 'future' && to.publishAt <= utcIso(blogNow(ports, blog.id)))
      throw new AppError({ kind: 'invalid-input', field: 'publishAt', rule: 'in-the-past' })
    refuseOtherTime(desk, post, to)
    const payload: ReschedulePayload = { remoteId: agreed.remoteId, saw: agreed.publishedAt, to }
    const payloadHash = hashJson(payload)

    const earlier = openReschedulesOf(desk, postId)
    const last = earlier.at(-1)
    if (last?.payloadHash === payloadHash && !needsPerson(last.state)) return last
    for (const entry of earlier) if (canCancel(entry.state)) takeBack(desk, entry)
    const id = newId<EntryId>(random)
    desk.outbox.addEntry({
      ...entryFrame(ports, blog),
      id,
      postId,
      kind: 'reschedule-post',
      lane: `schedule:${postId}`,
      what: post.title,
      sizeBytes: Buffer.byteLength(JSON.stringify(payload)),
      payload,
      payloadHash,
      token: newToken(random),
    })
    return desk.outbox.getEntry(id)
  })
}

/** Call inside a transaction. Throws `not-allowed-now` while one may be under way. */
export function takeBackReschedules(desk: Desk, postId: PostId): void {
  for (const entry of openReschedulesOf(desk, postId)) {
    if (!canCancel(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
    takeBack(desk, entry)
  }
}

/** In the order of the person's acts. */
const openReschedulesOf = (desk: Desk, postId: PostId): StoredEntry[] =>
  desk.outbox.listOpenOfPost(postId).filter(({ kind }) => kind === 'reschedule-post')
