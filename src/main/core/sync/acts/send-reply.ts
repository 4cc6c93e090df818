import { utcIso } from '../../../../shared/domain/ids.ts'
import { isAppError } from '../../../../shared/errors.ts'
import type { RemoteComment } from '../../blog-api/blog-api.ts'
import { comparableLinks, comparableText } from '../../comments/comparable-text.ts'
import { storeComment } from '../../comments/store-comment.ts'
import { sha256 } from '../../content-hash.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { nextSweepAt } from '../sweep-times.ts'
import { isFirstAttempt, type Act, type ActTools } from './act.ts'
import { receiptOf } from './receipt-of.ts'

/** A request that was cut off may still be carried out by a slow blog within this time. */
const QUARANTINE_MS = 120_000
/** The blog keeps whole seconds, and "after" leaves out the second that is named. */
const ONE_SECOND_MS = 1_000
const MOST_PAGES = 20

type ReplyEntry = StoredEntryOf<'send-reply'>

/** A reply under a comment. Found again by its token, or by author, parent, words and time where the token cannot be read. */
export const sendReply: Act<'send-reply'> = {
  async lookUp(entry, tools) {
    const found = await findReply(entry, tools)
    return found ? { isThere: true, remoteId: found.remoteId } : { isThere: false, quarantineMs: QUARANTINE_MS }
  },

  async perform(entry, tools) {
    const { desk, blog, clock, random } = tools
    const { reply, wasThere } = await replyOnce(entry, tools)
    return {
      receipt: receiptOf(entry, tools, {
        url: reply?.link || desk.posts.getListedPost(postIdOf(entry)).link || blog.url,
        revision: String(reply?.remoteId ?? ''),
        contentHash: sha256(entry.payload.text),
        remoteStatus: reply?.status ?? 'unseen',
        ...(wasThere && { wasThere }),
      }),
      store() {
        if (reply) storeComment(desk, blog, reply, random)
        if (entry.commentId !== null) desk.corrections.end(entry.commentId)
        desk.outbox.planSweep(entry.id, nextSweepAt(clock.now(), 0))
      },
    }
  },
}

interface Replied {
  /** null when the blog says that it has the reply but does not show it: it waits for a moderator there, or was put away. */
  reply: RemoteComment | null
  /** It is one that had been said before. */
  wasThere: boolean
}

async function replyOnce(entry: ReplyEntry, tools: ActTools): Promise<Replied> {
  const { api, write } = tools
  const landed = isFirstAttempt(entry) ? null : await findReply(entry, tools)
  if (landed || entry.remoteId !== null) return { reply: landed, wasThere: false }
  try {
    return { reply: await write(() => api.createReply({ ...entry.payload, token: entry.token })), wasThere: false }
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'conflict') {
      const reply = await findReply(entry, tools)
      return { reply, wasThere: reply !== null && tools.desk.outbox.isOfOtherReply(entry.id, reply.remoteId) }
    }
    // "Too quickly" is also what the blog says to the second copy of a request that something on the way delivered twice.
    const doubled = isAppError(error) && error.data.kind === 'rate-limited' ? await findReply(entry, tools) : null
    if (doubled) return { reply: doubled, wasThere: false }
    throw error
  }
}

/** The reply, if the blog has it, wherever a colleague or a filter has put it meanwhile; one that readers see before any other. */
async function findReply(entry: ReplyEntry, tools: ThreadTools): Promise<RemoteComment | null> {
  let away: RemoteComment | null = null
  for await (const comments of readThread(entry, tools, 'any')) {
    const copies = comments.filter((comment) => isCopy(entry, comment, tools))
    const shown = copies.find((copy) => !isAway(copy))
    if (shown) return shown
    // The same words, said before and thrown away since: those that are to be sent are others.
    away ??= copies.find(({ remoteId }) => !tools.desk.outbox.isOfOtherReply(entry.id, remoteId)) ?? null
  }
  return away
}

const isAway = ({ status }: RemoteComment): boolean => status === 'spam' || status === 'trash'

type ThreadTools = Pick<ActTools, 'api' | 'desk' | 'blog'>

/**
 * What was said on the post since the comment that the reply answers, latest first, page by page; by the blog's own clock,
 * because the laptop's may be hours or years away from it.
 */
export async function* readThread(
  entry: ReplyEntry,
  { api, desk, blog }: ThreadTools,
  state?: 'any',
): AsyncGenerator<RemoteComment[], void> {
  const parentCreatedAt = desk.comments.getComment(commentIdOf(entry)).createdAt
  const after = utcIso(new Date(Date.parse(parentCreatedAt) - ONE_SECOND_MS))
  for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
    const page = await api.listComments({
      pageNumber,
      after,
      postIds: [entry.payload.postRemoteId],
      authorId: null,
      canModerate: blog.rights.canModerateComments,
      ...(state && { state }),
    })
    yield page.items
    if (page.isLast) return
  }
}

/** By its token where that can be read, else by author, parent, words and where they link. */
export function isCopy(entry: ReplyEntry, comment: RemoteComment, { blog }: Pick<ThreadTools, 'blog'>): boolean {
  if (comment.userAgent?.includes(entry.token) === true) return true
  const ownWords = comparableText(entry.payload.text)
  // The blog may make links of addresses that were only written, never the other way round.
  const theirLinks = new Set(comparableLinks(comment.contentHtml))
  return (
    comment.authorId === blog.remoteUserId &&
    comment.parentRemoteId === entry.payload.parentRemoteId &&
    // Two replies without a letter, such as two different smileys, would compare as equal.
    ownWords !== '' &&
    comparableText(comment.contentHtml) === ownWords &&
    comparableLinks(entry.payload.text).every((link) => theirLinks.has(link))
  )
}

function postIdOf(entry: ReplyEntry) {
  if (entry.postId === null) throw new Error(`entry ${entry.id} has no post`)
  return entry.postId
}

function commentIdOf(entry: ReplyEntry) {
  if (entry.commentId === null) throw new Error(`entry ${entry.id} answers no comment`)
  return entry.commentId
}
