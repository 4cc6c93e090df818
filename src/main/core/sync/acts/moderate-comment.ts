import { AppError, isAppError } from '../../../../shared/errors.ts'
import type { BlogApi, RemoteComment } from '../../blog-api/blog-api.ts'
import { storeComment } from '../../comments/store-comment.ts'
import { sha256 } from '../../content-hash.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import type { Act, ActTools } from './act.ts'
import { receiptOf } from './receipt-of.ts'

/** A request that was cut off may still be carried out by a slow blog within this time, after whatever came later. */
const QUARANTINE_MS = 120_000

type ModerationEntry = StoredEntryOf<'moderate-comment'>

/**
 * Approves a comment, holds it, or puts it with the spam or into the trash; never deletes for good. Only what the person saw is
 * moderated: another text or another state by now is somebody's doing since, and the person looks again.
 */
export const moderateComment: Act<'moderate-comment'> = {
  async lookUp(entry, tools) {
    const now = await lookAtComment(entry, tools)
    const isThere = isAsWanted(entry, now)
    return isThere ? { isThere, remoteId: entry.payload.remoteId } : { isThere, quarantineMs: QUARANTINE_MS }
  },

  async perform(entry, tools) {
    const { desk, blog, random } = tools
    const after = await moderated(entry, tools)
    return {
      receipt: receiptOf(entry, tools, {
        url: after?.link || blog.url,
        revision: String(entry.payload.remoteId),
        contentHash: sha256(after?.contentHtml ?? ''),
        remoteStatus: after?.status ?? 'trash',
      }),
      store() {
        if (after) storeComment(desk, blog, after, random)
        else desk.comments.noteGone(blog.id, entry.payload.remoteId)
      },
    }
  },
}

/** null when the comment is gone from the blog, and the person wanted it away. */
async function moderated(entry: ModerationEntry, tools: ActTools): Promise<RemoteComment | null> {
  const { api, desk, blog, random, write } = tools
  const { saw, to } = entry.payload
  const before = await lookAtComment(entry, tools)
  if (isAsWanted(entry, before)) return before
  if (!before) {
    desk.transaction(() => desk.comments.noteGone(blog.id, entry.payload.remoteId))
    throw new AppError({ kind: 'conflict', code: 'comment-gone' })
  }
  if (before.status !== saw.status || sha256(before.contentHtml) !== saw.contentHash) {
    desk.transaction(() => storeComment(desk, blog, before, random))
    throw new AppError({ kind: 'conflict', code: 'comment-changed' })
  }
  await write(() => (to === 'trash' ? api.trashComment(before.remoteId) : api.setCommentStatus(before.remoteId, to)))
  return lookAtComment(entry, tools)
}

const isAsWanted = ({ payload: { to } }: ModerationEntry, now: RemoteComment | null): boolean =>
  now === null ? to === 'trash' || to === 'spam' : now.status === to

/** null when the blog has no such comment any more. */
async function lookAtComment(
  { payload }: ModerationEntry,
  { api, blog }: { api: BlogApi; blog: ActTools['blog'] },
): Promise<RemoteComment | null> {
  try {
    return await api.getComment(payload.remoteId, { canModerate: blog.rights.canModerateComments })
  } catch (error) {
    if (isAppError(error) && (error.data.kind === 'not-found' || error.data.kind === 'gone')) return null
    throw error
  }
}
