import { utcIso } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi, RemoteComment } from '../blog-api/blog-api.ts'
import { storeComment } from '../comments/store-comment.ts'
import type { Clock, Log, Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import { isCopy, readThread } from './acts/send-reply.ts'
import { nextSweepAt } from './sweep-times.ts'

interface SweepTools {
  desk: Desk
  log: Log
  random: Random
  api: BlogApi
  blog: StoredBlog
}

/**
 * Looks on the blog again for what a late request, or one delivered twice, may have brought after the act was long done:
 * another empty draft under our token, or the same reply once more. It goes to the blog's trash, but only while nobody has
 * touched it; where the account may not, it stays. Throws what the line throws; the look is then made up for.
 */
export async function sweepDue(
  { desk, clock, log, random }: { desk: Desk; clock: Clock; log: Log; random: Random },
  api: BlogApi,
  blog: StoredBlog,
): Promise<void> {
  const tools = { desk, log, random, api, blog }
  for (const entry of desk.outbox.listDueSweeps(blog.id, utcIso(clock.now()))) {
    if (entry.kind === 'send-reply') await sweepReply(entry, tools)
    if (entry.kind === 'publish-post' || entry.kind === 'update-post') await sweepDrafts(entry, tools)
    desk.transaction(() =>
      desk.outbox.noteSweep(entry.id, (sweepsDone) =>
        nextSweepAt(new Date(entry.doneAt ?? entry.lastSentAt ?? clock.now()), sweepsDone),
      ),
    )
  }
}

async function sweepDrafts(
  entry: StoredEntryOf<'publish-post' | 'update-post'>,
  { api, desk, blog, log }: SweepTools,
): Promise<void> {
  for (const post of await api.findPostsBySlugFamily(entry.token)) {
    const isUntouched = post.status === 'draft' && post.content === '' && post.title === entry.payload.words.title
    // Whatever became of the entry, a draft that is a post here is nobody's to sweep.
    if (!isUntouched || desk.posts.findIdByRemoteId(blog.id, post.remoteId) !== null) continue
    await api.trashPost(post.remoteId)
    log.info('stray-draft-trashed', { entryId: entry.id, remoteId: post.remoteId })
  }
}

/** Nobody writes the same answer twice within minutes: the blog itself would refuse it. */
const COPIES_WITHIN_MS = 5 * 60_000

async function sweepReply(entry: StoredEntryOf<'send-reply'>, tools: SweepTools): Promise<void> {
  const { api, desk, blog, log, random } = tools
  const thread: RemoteComment[] = []
  for await (const comments of readThread(entry, tools)) thread.push(...comments)
  const copies = thread.filter((comment) => isCopy(entry, comment, tools))
  const kept = copies.find(({ remoteId }) => String(remoteId) === entry.receipt?.revision) ?? copies.at(-1)
  if (!kept) return
  const isSpare = ({ remoteId, contentHtml, createdAt, status }: RemoteComment): boolean =>
    remoteId !== kept.remoteId &&
    shownText(contentHtml) === shownText(kept.contentHtml) &&
    (status === 'approved' || status === 'hold') &&
    Math.abs(Date.parse(createdAt) - Date.parse(kept.createdAt)) <= COPIES_WITHIN_MS &&
    !thread.some(({ parentRemoteId }) => parentRemoteId === remoteId) &&
    !desk.outbox.isOfOtherReply(entry.id, remoteId)
  for (const spare of copies.filter(isSpare)) {
    try {
      await api.trashComment(spare.remoteId)
      desk.transaction(() => storeComment(desk, blog, { ...spare, status: 'trash' }, random))
      log.info('doubled-reply-trashed', { entryId: entry.id, remoteId: spare.remoteId })
    } catch (error) {
      if (!isAppError(error) || error.data.kind !== 'forbidden') throw error
      log.warn('doubled-reply-left', { entryId: entry.id, remoteId: spare.remoteId })
    }
  }
}

/** To the letter, unlike the search for a lost reply: an answer with another full stop is another answer. */
const shownText = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
