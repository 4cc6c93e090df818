import type { Comment } from '../../../../src/shared/domain/comment.ts'
import type { BlogId, CommentId, PostId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import { asId } from '../../fake-core.ts'

/** By a reader of the same name, approved, read and answered. */
export const aComment = (id: string, patch: Partial<Comment> = {}): Comment => ({
  id: asId<CommentId>(id),
  blogId: asId<BlogId>('blog'),
  postId: asId<PostId>('post'),
  postTitle: 'A post',
  parentId: null,
  authorName: id,
  isMine: false,
  isByColleague: false,
  contentHtml: '',
  print: '',
  direction: 'ltr',
  status: 'approved',
  createdAt: asId<UtcIso>('2026-11-20T10:00:00.000Z'),
  link: null,
  isRead: true,
  isUnanswered: false,
  isFlagged: false,
  moderation: null,
  entry: null,
  ...patch,
})
