import type { TextDirection } from '../../../shared/content/document.ts'
import type { CommentStatus } from '../../../shared/domain/comment.ts'
import type { PostConversation } from '../../../shared/domain/conversation.ts'
import type {
  BlogId,
  CommentId,
  PostId,
  RemoteCommentId,
  RemotePostId,
  RemoteUserId,
  UtcIso,
} from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { COUNT_BY_POST, COUNT_OPEN, LIST_WAITING } from './conversation-statements.ts'
import type { Store } from './open-store.ts'

export interface StoredComment {
  id: CommentId
  blogId: BlogId
  postId: PostId
  remoteId: RemoteCommentId
  parentRemoteId: RemoteCommentId | null
  authorName: string
  authorId: RemoteUserId | null
  contentHtml: string
  direction: TextDirection
  status: CommentStatus
  createdAt: UtcIso
  link: string
  isRead: boolean
  isFlagged: boolean
}

/** A comment together with the post it stands under. */
export interface CommentInPlace extends StoredComment {
  postTitle: string
  postRemoteId: RemotePostId
}

interface CommentRow {
  id: string
  blog_id: string
  post_id: string
  remote_id: number
  parent_remote_id: number | null
  author_name: string
  author_id: number | null
  content_html: string
  direction: string
  status: string
  created_at: string
  link: string
  is_read: number
  is_flagged: number
}
interface InPlaceRow extends CommentRow {
  post_title: string
  post_remote_id: number
}

const IN_PLACE = `
  SELECT comments.*, posts.title AS post_title, posts.remote_id AS post_remote_id
  FROM comments JOIN posts ON posts.id = comments.post_id`

export interface ConversationQuestion {
  blogId: BlogId
  /** Whose comments are the person's own. */
  userId: RemoteUserId
  /** Whose answers count, and who waits for none: the person among them. */
  writers: RemoteUserId[]
  /** Whether anybody may wait for an answer. */
  isAnswerable: boolean
  /** Comments to which an answer is in the outbox. */
  answered: RemoteCommentId[]
  /** Decisions that are in the outbox: at most one for a comment. */
  decided: { id: CommentId | null; to: CommentStatus }[]
}

interface QuestionRow {
  blogId: string
  userId: number
  writers: string
  isAnswerable: number
  answered: string
  decided: string
}
interface CountRow {
  post_id: string
  post_title: string
  all_count: number
  unanswered: number
  unread: number
  held: number
  flagged: number
  last_at: string
  waits_since: string | null
}

export interface CommentRepository {
  /** Oldest first; spam and trash are left out, but for those that are named. */
  listComments(blogId: BlogId, postId: PostId | null, alsoIds?: readonly (CommentId | null)[]): CommentInPlace[]
  /** One line for each post that has comments, in no order; counts as `listComments` and a look at each would. */
  countByPost(question: ConversationQuestion): PostConversation[]
  /** What the lines of `countByPost` add up to. */
  countOpen(question: ConversationQuestion): { unread: number; unanswered: number }
  /** Those that wait for an answer, the longest waiting first. */
  listWaiting(question: ConversationQuestion, limit: number): CommentInPlace[]
  /** Of a post, what `userId` has not read and did not write; the newest first. */
  listUnread(postId: PostId, userId: RemoteUserId, limit: number): CommentInPlace[]
  getComment(id: CommentId): CommentInPlace
  findIdByRemoteId(blogId: BlogId, remoteId: RemoteCommentId): CommentId | null
  /** Without spam and trash. */
  countShown(blogId: BlogId): number
  /** Inserts, or renews what the blog says under the id it has here; what the person has read stays read. */
  putComment(comment: Omit<StoredComment, 'isFlagged'>): void
  markRead(ids: CommentId[], isRead: boolean): void
  setFlagged(ids: CommentId[], isFlagged: boolean): void
  /** The blog has it no more: nobody is shown it again, also not as trash. */
  noteGone(blogId: BlogId, remoteId: RemoteCommentId): void
  /** Those the desk shows, created in this time, both ends included. */
  listShownBetween(blogId: BlogId, from: UtcIso, to: UtcIso): ShownComment[]
  listShownOfPost(postId: PostId): ShownComment[]
  /** Puts those into the trash that are not among the `seen`; they come back as soon as the blog shows them again. */
  hideAbsent(known: ShownComment[], seen: ReadonlySet<RemoteCommentId>): void
}

/** Enough of a comment to tell whether the blog still shows it. */
export type ShownComment = Pick<StoredComment, 'id' | 'remoteId'>

export function createCommentRepository({ database }: Store): CommentRepository {
  const SHOWN = `(comments.status IN ('approved', 'hold') OR comments.id IN (SELECT value FROM json_each(?)))
    ORDER BY comments.created_at, comments.remote_id`
  const selectBlog = database.prepare<[string, string], InPlaceRow>(
    `${IN_PLACE} WHERE comments.blog_id = ? AND ${SHOWN}`,
  )
  const selectPost = database.prepare<[string, string], InPlaceRow>(
    `${IN_PLACE} WHERE comments.post_id = ? AND ${SHOWN}`,
  )
  const selectCount = database
    .prepare<[string], number>("SELECT count(*) FROM comments WHERE blog_id = ? AND status IN ('approved', 'hold')")
    .pluck()
  const selectCounts = database.prepare<[QuestionRow], CountRow>(COUNT_BY_POST)
  const selectOpen = database.prepare<[QuestionRow], { unread: number; unanswered: number }>(COUNT_OPEN)
  const selectWaiting = database.prepare<[QuestionRow & { limit: number }], string>(LIST_WAITING).pluck()
  const selectUnread = database.prepare<[string, number, number], InPlaceRow>(`
    ${IN_PLACE} WHERE comments.post_id = ? AND comments.is_read = 0 AND comments.author_id IS NOT ?
      AND comments.status IN ('approved', 'hold') ORDER BY comments.created_at DESC LIMIT ?`)
  const selectOne = database.prepare<[string], InPlaceRow>(`${IN_PLACE} WHERE comments.id = ?`)
  const selectId = database
    .prepare<[string, number], string>('SELECT id FROM comments WHERE blog_id = ? AND remote_id = ?')
    .pluck()
  const upsert = database.prepare<[Omit<CommentRow, 'is_flagged'>]>(`
    INSERT INTO comments (id, blog_id, post_id, remote_id, parent_remote_id, author_name, author_id, content_html, direction, status, created_at, link, is_read)
    VALUES (@id, @blog_id, @post_id, @remote_id, @parent_remote_id, @author_name, @author_id, @content_html, @direction, @status, @created_at, @link, @is_read)
    ON CONFLICT (blog_id, remote_id) DO UPDATE SET post_id = @post_id, parent_remote_id = @parent_remote_id, author_name = @author_name, author_id = @author_id,
      content_html = @content_html, direction = @direction, status = @status, created_at = @created_at, link = @link, is_gone = 0
    WHERE is_gone = 1 OR post_id <> @post_id OR parent_remote_id IS NOT @parent_remote_id OR author_name <> @author_name OR author_id IS NOT @author_id
      OR content_html <> @content_html OR status <> @status OR created_at <> @created_at OR link <> @link`)
  const selectShownBetween = database.prepare<[string, string, string], Pick<CommentRow, 'id' | 'remote_id'>>(
    "SELECT id, remote_id FROM comments WHERE blog_id = ? AND created_at BETWEEN ? AND ? AND status IN ('approved', 'hold')",
  )
  const selectShownOfPost = database.prepare<[string], Pick<CommentRow, 'id' | 'remote_id'>>(
    "SELECT id, remote_id FROM comments WHERE post_id = ? AND status IN ('approved', 'hold')",
  )
  const hide = database.prepare<[string]>("UPDATE comments SET status = 'trash', is_gone = 1 WHERE id = ?")
  const updateRead = database.prepare<[number, string]>('UPDATE comments SET is_read = ? WHERE id = ?')
  const updateFlagged = database.prepare<[number, string]>('UPDATE comments SET is_flagged = ? WHERE id = ?')
  const updateGone = database.prepare<[string, number]>(
    "UPDATE comments SET status = 'trash', is_gone = 1 WHERE blog_id = ? AND remote_id = ?",
  )

  const getComment = (id: CommentId): CommentInPlace => {
    const row = selectOne.get(id)
    if (!row) throw new AppError({ kind: 'no-such-item', what: 'comment' })
    return toCommentInPlace(row)
  }

  return {
    listComments(blogId, postId, alsoIds = []) {
      const also = JSON.stringify(alsoIds)
      return (postId === null ? selectBlog.all(blogId, also) : selectPost.all(postId, also)).map(toCommentInPlace)
    },
    countByPost: (question) => selectCounts.all(toQuestionRow(question)).map(toConversation),
    countOpen: (question) => selectOpen.get(toQuestionRow(question)) ?? { unread: 0, unanswered: 0 },
    listWaiting: (question, limit) =>
      selectWaiting.all({ ...toQuestionRow(question), limit }).map((id) => getComment(id as CommentId)),
    listUnread: (postId, userId, limit) => selectUnread.all(postId, userId, limit).map(toCommentInPlace),
    countShown: (blogId) => selectCount.get(blogId) ?? 0,
    getComment,
    findIdByRemoteId: (blogId, remoteId) => (selectId.get(blogId, remoteId) ?? null) as CommentId | null,
    putComment(comment) {
      upsert.run({
        id: comment.id,
        blog_id: comment.blogId,
        post_id: comment.postId,
        remote_id: comment.remoteId,
        parent_remote_id: comment.parentRemoteId,
        author_name: comment.authorName,
        author_id: comment.authorId,
        content_html: comment.contentHtml,
        direction: comment.direction,
        status: comment.status,
        created_at: comment.createdAt,
        link: comment.link,
        is_read: comment.isRead ? 1 : 0,
      })
    },
    markRead(ids, isRead) {
      for (const id of ids) updateRead.run(isRead ? 1 : 0, id)
    },
    setFlagged(ids, isFlagged) {
      for (const id of ids) updateFlagged.run(isFlagged ? 1 : 0, id)
    },
    noteGone: (blogId, remoteId) => void updateGone.run(blogId, remoteId),
    listShownBetween: (blogId, from, to) => selectShownBetween.all(blogId, from, to).map(toShown),
    listShownOfPost: (postId) => selectShownOfPost.all(postId).map(toShown),
    hideAbsent(known, seen) {
      for (const { id, remoteId } of known) if (!seen.has(remoteId)) hide.run(id)
    },
  }
}

function toComment(row: CommentRow): StoredComment {
  return {
    id: row.id as CommentId,
    blogId: row.blog_id as BlogId,
    postId: row.post_id as PostId,
    remoteId: row.remote_id as RemoteCommentId,
    parentRemoteId: row.parent_remote_id as RemoteCommentId | null,
    authorName: row.author_name,
    authorId: row.author_id as RemoteUserId | null,
    contentHtml: row.content_html,
    direction: row.direction as TextDirection,
    status: row.status as CommentStatus,
    createdAt: row.created_at as UtcIso,
    link: row.link,
    isRead: row.is_read === 1,
    isFlagged: row.is_flagged === 1,
  }
}

const toQuestionRow = ({ blogId, userId, ...question }: ConversationQuestion): QuestionRow => ({
  blogId,
  userId,
  writers: JSON.stringify(question.writers),
  isAnswerable: question.isAnswerable ? 1 : 0,
  answered: JSON.stringify(question.answered),
  decided: JSON.stringify(question.decided),
})

const toConversation = (row: CountRow): PostConversation => ({
  postId: row.post_id as PostId,
  postTitle: row.post_title,
  counts: {
    all: row.all_count,
    unanswered: row.unanswered,
    unread: row.unread,
    held: row.held,
    flagged: row.flagged,
  },
  lastAt: row.last_at as UtcIso,
  waitsSince: row.waits_since as UtcIso | null,
})

const toShown = (row: Pick<CommentRow, 'id' | 'remote_id'>): ShownComment => ({
  id: row.id as CommentId,
  remoteId: row.remote_id as RemoteCommentId,
})

const toCommentInPlace = (row: InPlaceRow): CommentInPlace => ({
  ...toComment(row),
  postTitle: row.post_title,
  postRemoteId: row.post_remote_id as RemotePostId,
})
