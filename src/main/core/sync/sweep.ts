import { utcIso, type PostId, type RemotePostId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi, PostsApi, RemoteComment, RemotePost, RemoteRevision } from '../blog-api/blog-api.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { storeComment } from '../comments/store-comment.ts'
import type { Clock, Log, Random } from '../ports.ts'
import { textsOf, wasTextOf } from '../posts/is-our-own-text.ts'
import { isSameText } from '../posts/is-same-text.ts'
import { kindOfEntry } from '../posts/kind-of-entry.ts'
import { keepSaved, takeCrossed } from '../posts/take-crossed.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import { lookAt } from './look-at.ts'
import { readRevisions } from './read-revisions.ts'
import { isCopy, readThread } from './acts/send-reply.ts'
import { storeRemotePost } from './store-remote-post.ts'
import { afterSweep } from './sweep-times.ts'

type SendEntry = StoredEntryOf<'publish-post' | 'update-post'>

interface SweepPorts {
  desk: Desk
  clock: Clock
  log: Log
  random: Random
  feed: ChangeFeed
  flushEdits: (postId: PostId) => void
}
type SweepTools = SweepPorts & { api: PostsApi; blog: StoredBlog }

/**
 * Looks on the blog again for what a late request, or one delivered twice, may have brought after the act was long done:
 * another empty draft under our token, or the same reply once more. It goes to the blog's trash, but only while nobody has
 * touched it; where the account may not, it stays. Throws what the line throws; the look is then made up for.
 */
export async function sweepDue(ports: SweepPorts, api: BlogApi, blog: StoredBlog): Promise<void> {
  const { desk, clock } = ports
  for (const entry of desk.outbox.listDueSweeps(blog.id, utcIso(clock.now()))) {
    const tools = { ...ports, api: api.ofKind(kindOfEntry(desk, entry)), blog }
    if (entry.kind === 'send-reply') await sweepReply(entry, tools)
    if (entry.kind === 'publish-post' || entry.kind === 'update-post') {
      await sweepDrafts(entry, tools)
      await lookAtTakenBack(entry, tools)
      await findCrossed(entry, tools)
    }
    desk.transaction(() =>
      desk.outbox.noteSweep(entry.id, (sweepsDone) =>
        afterSweep(new Date(entry.doneAt ?? entry.lastSentAt ?? clock.now()), clock.now(), sweepsDone),
      ),
    )
  }
}

async function sweepDrafts(entry: SendEntry, { api, desk, blog, log }: SweepTools): Promise<void> {
  // It bears the title that was asked for first, whatever a colleague's change has made of it since.
  const titles = new Set(textsOf(desk, entry).map(({ words }) => words.title))
  for (const post of await api.findPostsBySlugFamily(entry.token)) {
    const isUntouched = post.status === 'draft' && post.content === '' && titles.has(post.title)
    // Whatever became of the entry, a draft that is a post here is nobody's to sweep.
    if (!isUntouched || desk.posts.findIdByRemoteId(blog.id, post.remoteId) !== null) continue
    await api.trashPost(post.remoteId)
    log.info('stray-draft-trashed', { entryId: entry.id, remoteId: post.remoteId })
  }
}

/**
 * A late request of this send may have replaced what a colleague saved after it was done or taken back, and then the post
 * looks as if nothing had happened: only the blog's revisions tell.
 */
async function findCrossed(entry: SendEntry, tools: SweepTools): Promise<void> {
  const { api, desk, blog } = tools
  const post = entry.postId === null ? null : desk.posts.getPost(entry.postId)
  const agreed = post && desk.posts.findBase(post.id, 'agreed')?.remote
  if (!agreed || post.remoteId === null || (entry.receipt !== null && entry.attempts < 2)) return
  const since = entry.receipt?.revision ?? desk.sentWords.sentOver(entry.id)
  if (since === null) return
  const saved = await readRevisions(api, { remoteId: post.remoteId, since })
  // A request carries changed fields only: its text is known by what it changed.
  const isOurs = saved.map((text, at) => wasTextOf(desk, blog.id, entry, text, saved[at - 1]))
  const late = saved.findLastIndex((_, at) => isOurs[at] && !isOurs[at - 1])
  const [ours, crossed, before] = [saved[late], saved[late - 1], saved[late - 2]]
  if (!ours || !crossed) return
  tools.flushEdits(post.id)
  desk.transaction(() => {
    const now = desk.posts.getPost(post.id)
    const over = before ? { ...agreed, ...textIn(before) } : agreed
    // Without what the colleague wrote upon nobody can tell their change from what was written since.
    if (before || isSameText(agreed, ours)) takeCrossed(tools, now, { agreed: over, sent: agreed, crossed: [crossed] })
    const others = saved.slice(0, late).filter((_, at) => !isOurs[at])
    keepSaved(tools, now, agreed, others)
  })
  tools.feed.emit({ topic: 'posts', blogId: blog.id, postId: post.id })
}

const textIn = ({
  authorId: _by,
  savedAt: _at,
  ...text
}: RemoteRevision): Omit<RemoteRevision, 'authorId' | 'savedAt'> => text

/** Words that were taken back while the blog held them already: a pull passed them over as what was under way, and sees no change since. */
async function lookAtTakenBack(entry: SendEntry, tools: SweepTools): Promise<void> {
  const { api, desk, blog } = tools
  const post = entry.postId === null ? null : desk.posts.getPost(entry.postId)
  if (entry.state !== 'cancelled' || post === null || post.remoteId === null) return
  const now = await lookAtUnlessForbidden(api, post.remoteId)
  if (now === null) return
  tools.flushEdits(post.id)
  desk.transaction(() => storeRemotePost(tools, blog, now))
  tools.feed.emit({ topic: 'posts', blogId: blog.id, postId: post.id })
}

async function lookAtUnlessForbidden(api: PostsApi, remoteId: RemotePostId): Promise<RemotePost | null> {
  try {
    const now = await lookAt(api, remoteId)
    return typeof now === 'string' ? null : now
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'forbidden') return null
    throw error
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
