import type { TextDirection } from '../../../shared/content/document.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { replyHtml, replyWords } from '../../../shared/conversation/reply-text.ts'
import type { Comment, CommentStatus } from '../../../shared/domain/comment.ts'
import type { AwayComments, AwayStatus, PostConversation, WaitingComment } from '../../../shared/domain/conversation.ts'
import type { BlogId, CommentId, PostId } from '../../../shared/domain/ids.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import type { CommentInPlace, ConversationQuestion } from '../store/comment-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import { printOf } from './queue-moderation.ts'
import { writersOf } from './writers.ts'

const FIRST_WORDS = 200
const MOST_AWAY = 2000

type ReplyEntry = StoredEntryOf<'send-reply'>
type DecisionEntry = StoredEntryOf<'moderate-comment'>

/** Everything that is said under a post, or on the whole blog, as the person wants it to be: with what still waits in the outbox. */
export function listComments(desk: Desk, blogId: BlogId, postId: PostId | null): Comment[] {
  // Nobody waits for an answer there.
  const isArchive = desk.archives.isArchive(blogId)
  const blog = desk.blogs.getBlog(blogId)
  const replies = desk.outbox.listOpenReplies(blogId)
  const decisions = decisionsOn(desk, blogId)
  // What somebody put away meanwhile stays in sight while the person's own decision on it is not settled.
  const onBlog = desk.comments.listComments(blogId, postId, [...decisions.keys()])
  const isMine = (comment: CommentInPlace): boolean => comment.authorId === blog.remoteUserId
  const writers = writersOf(desk, blogId)
  const isOurs = ({ authorId }: CommentInPlace): boolean => authorId !== null && writers.has(authorId)
  const answered = new Set([
    ...onBlog.filter(isOurs).map((comment) => comment.parentRemoteId),
    ...replies.map((entry) => entry.payload.parentRemoteId),
  ])
  const idByRemote = new Map(onBlog.map((comment) => [comment.remoteId, comment.id]))
  const byId = new Map(onBlog.map((comment) => [comment.id, comment]))
  // What the blog took and readers do not see stays in sight until the comment is answered in another way.
  const unshown = desk.outbox.listUnshownReplies(blogId).filter(({ payload }) => !answered.has(payload.parentRemoteId))
  return [
    ...onBlog.map((comment): Comment => ({
      ...asShown(comment, isMine(comment), decisions.get(comment.id)),
      isByColleague: !isMine(comment) && isOurs(comment),
      parentId: comment.parentRemoteId === null ? null : (idByRemote.get(comment.parentRemoteId) ?? null),
      isUnanswered:
        !isArchive &&
        !isOurs(comment) &&
        !answered.has(comment.remoteId) &&
        !isAway(decisions.get(comment.id)?.payload.to ?? comment.status),
    })),
    ...[...unshown, ...replies].flatMap((entry) => {
      const parent = entry.commentId === null ? undefined : byId.get(entry.commentId)
      return parent ? [asComment(desk, entry, parent, blog.displayName)] : []
    }),
  ]
}

/** What the desk knows of the blog's spam or trash, each by itself, the newest first. */
export function listAway(desk: Desk, blogId: BlogId, status: AwayStatus): AwayComments {
  const { remoteUserId } = desk.blogs.getBlog(blogId)
  const decisions = decisionsOn(desk, blogId)
  const read = desk.away.findRead(blogId, status)
  return {
    comments: desk.away.listIds(blogId, status, MOST_AWAY).map((id) => {
      const comment = desk.comments.getComment(id)
      return asShown(comment, comment.authorId === remoteUserId, decisions.get(id))
    }),
    count: desk.away.count(blogId, status),
    readAt: read?.readAt ?? null,
    isWhole: read?.isWhole ?? false,
    elsewhereCount: read?.elsewhereCount ?? 0,
  }
}

const asShown = (comment: CommentInPlace, isMine: boolean, decision: DecisionEntry | undefined): Comment => ({
  id: comment.id,
  blogId: comment.blogId,
  postId: comment.postId,
  postTitle: comment.postTitle,
  parentId: null,
  authorName: comment.authorName,
  isMine,
  isByColleague: false,
  contentHtml: comment.contentHtml,
  print: printOf(comment),
  direction: comment.direction,
  status: comment.status,
  createdAt: comment.createdAt,
  link: comment.link,
  isRead: comment.isRead || isMine,
  isUnanswered: false,
  isFlagged: comment.isFlagged,
  moderation: asModeration(decision),
  entry: null,
})

/**
 * The same answer until something is written on the desk: windows ask after each look at the line, whether or not anything came. Not for use within
 * a transaction, of which what was read may be taken back.
 */
function untilWritten<Answer>(read: (desk: Desk, blogId: BlogId) => Answer): (desk: Desk, blogId: BlogId) => Answer {
  const known = new WeakMap<Desk, { written: number; byBlog: Map<BlogId, Answer> }>()
  return (desk, blogId) => {
    const written = desk.writtenCount()
    const last = known.get(desk)
    const { byBlog } = last?.written === written ? last : { byBlog: new Map<BlogId, Answer>() }
    known.set(desk, { written, byBlog })
    const answer = byBlog.has(blogId) ? (byBlog.get(blogId) as Answer) : read(desk, blogId)
    byBlog.set(blogId, answer)
    return answer
  }
}

/** The same counted, one line a post, the post with the newest comment first. */
export const listConversations = untilWritten((desk, blogId): readonly PostConversation[] => {
  const replies = desk.outbox.listOpenReplies(blogId)
  const lines = desk.comments.countByPost(question(desk, blogId, replies))
  const byPost = new Map(lines.map((line) => [line.postId, line]))
  for (const reply of replies) {
    const line = reply.postId === null ? undefined : byPost.get(reply.postId)
    if (!line) continue
    line.counts.all += 1
    if (reply.createdAt > line.lastAt) line.lastAt = reply.createdAt
  }
  return lines.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))
})

/** Of the whole blog, as the lines of the inbox would add up. */
export const countOpen = untilWritten((desk, blogId): { unread: number; unanswered: number } =>
  desk.comments.countOpen(question(desk, blogId, desk.outbox.listOpenReplies(blogId))),
)

/** What waits for an answer, the longest waiting first, in its first words. */
export const listWaiting = (desk: Desk, blogId: BlogId, limit: number): WaitingComment[] =>
  desk.comments
    .listWaiting(question(desk, blogId, desk.outbox.listOpenReplies(blogId)), limit)
    .map(({ id, postId, postTitle, authorName, contentHtml, createdAt }) => ({
      commentId: id,
      postId,
      postTitle,
      authorName,
      words: htmlToText(contentHtml).trim().slice(0, FIRST_WORDS),
      createdAt,
    }))

const question = (desk: Desk, blogId: BlogId, replies: readonly ReplyEntry[]): ConversationQuestion => ({
  blogId,
  userId: desk.blogs.getBlog(blogId).remoteUserId,
  writers: [...writersOf(desk, blogId)],
  isAnswerable: !desk.archives.isArchive(blogId),
  answered: replies.map((entry) => entry.payload.parentRemoteId),
  decided: [...decisionsOn(desk, blogId).values()].map(({ commentId, payload }) => ({ id: commentId, to: payload.to })),
})

/** The last decision on each comment that the blog does not know yet. */
const decisionsOn = (desk: Desk, blogId: BlogId): Map<CommentId | null, DecisionEntry> =>
  new Map(desk.outbox.listOpenModerations(blogId).map((entry) => [entry.commentId, entry]))

const isAway = (status: CommentStatus): boolean => status === 'spam' || status === 'trash'

const asModeration = (entry: DecisionEntry | undefined): Comment['moderation'] =>
  entry ? { to: entry.payload.to, ...standingOf(entry) } : null

const standingOf = ({ id, state, heldUntil, isStopped }: StoredEntry) => ({
  id,
  state,
  heldUntil,
  isStopping: isStopped,
})

/** A reply that is still in the outbox or went out of sight on the blog, shown where it would stand. */
function asComment(desk: Desk, entry: ReplyEntry, parent: CommentInPlace, authorName: string): Comment {
  const direction: TextDirection = textDirection(replyWords(entry.payload.text)) ?? 'ltr'
  return {
    id: entry.id as unknown as CommentId,
    blogId: entry.blogId,
    postId: parent.postId,
    postTitle: parent.postTitle,
    parentId: parent.id,
    authorName,
    isMine: true,
    isByColleague: false,
    contentHtml: replyHtml(entry.payload.text),
    print: '',
    direction,
    status: 'approved',
    createdAt: entry.createdAt,
    link: null,
    isRead: true,
    isUnanswered: false,
    isFlagged: false,
    moderation: null,
    entry: toOutboxEntry(desk, entry),
  }
}
