import { utcIso, type PostId } from '../../../../shared/domain/ids.ts'
import type { NewSchedule } from '../../../../shared/domain/post.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { PostFlip, RemotePost } from '../../blog-api/blog-api.ts'
import { noteOffBlog } from '../../posts/off-blog.ts'
import { refuseOtherTime } from '../../review/refuse-unsealed.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { lookAt } from '../look-at.ts'
import { storeRemotePost } from '../store-remote-post.ts'
import type { Act, ActTools } from './act.ts'
import { hashOfText, receiptOf } from './receipt-of.ts'

/** A request that was cut off may still be carried out by a slow blog within this time, after whatever came later. */
const QUARANTINE_MS = 120_000

type RescheduleEntry = StoredEntryOf<'reschedule-post'>

/**
 * Another time, or none, for a post that the blog makes public by itself. Only status and date are sent, and only while the
 * post is scheduled for the very time that the person saw: whatever else it is now, somebody decided since, or its time came.
 */
export const reschedulePost: Act<'reschedule-post'> = {
  async lookUp(entry, { api }) {
    const now = await lookAt(api, entry.payload.remoteId)
    const isThere = typeof now === 'string' || isAsWanted(now, entry.payload.to)
    return isThere ? { isThere, remoteId: entry.payload.remoteId } : { isThere, quarantineMs: QUARANTINE_MS }
  },

  async perform(entry, tools) {
    const { desk, blog, clock, random } = tools
    const after = await rescheduled(entry, tools)
    return {
      receipt: receiptOf(entry, tools, {
        url: after.link || blog.url,
        revision: after.revision,
        contentHash: hashOfText(after),
        remoteStatus: after.status,
      }),
      store: () => void storeRemotePost({ desk, clock, random }, blog, after),
    }
  },
}

async function rescheduled(entry: RescheduleEntry, tools: ActTools): Promise<RemotePost> {
  const { api, desk, blog, write } = tools
  const { remoteId, saw, to } = entry.payload
  const before = await lookAt(api, remoteId)
  if (typeof before === 'string') {
    desk.transaction(() => noteOffBlog(tools, postIdOf(entry), before))
    throw new AppError({ kind: 'gone' })
  }
  if (isAsWanted(before, to)) return before
  if (before.status !== 'future' || before.publishedAt !== saw) {
    desk.transaction(() => storeRemotePost(tools, blog, before))
    throw new AppError({ kind: 'conflict', code: 'schedule-changed' })
  }
  if (to.as === 'future' && to.publishAt <= utcIso(tools.blogNow()))
    throw new AppError({ kind: 'not-allowed-now', why: 'schedule-passed' })
  refuseOtherTime(desk, desk.posts.getPost(postIdOf(entry)), to)
  return write(() => api.setPostStatus(remoteId, flipTo(to)))
}

/** The blog keeps whole seconds. A time that was set and has come since is as wanted too. */
function isAsWanted({ status, publishedAt }: RemotePost, to: NewSchedule): boolean {
  switch (to.as) {
    case 'future':
      return (
        (status === 'future' || status === 'publish') &&
        Math.floor(Date.parse(publishedAt ?? '') / 1_000) === Math.floor(Date.parse(to.publishAt) / 1_000)
      )
    case 'publish':
    case 'draft':
      return status === to.as
  }
}

const flipTo = (to: NewSchedule): PostFlip =>
  to.as === 'future' ? { status: 'future', publishAt: to.publishAt } : { status: to.as, publishAt: null }

function postIdOf(entry: RescheduleEntry): PostId {
  if (entry.postId === null) throw new Error(`entry ${entry.id} has no post`)
  return entry.postId
}
