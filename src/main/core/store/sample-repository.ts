import type { BlogId, PostId, RemotePostId } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** Posts of the practice blog of which nothing on this desk is the person's. */
export interface SampleRepository {
  /** Every post of the blog in which this desk keeps anything that a person wrote, chose or asked for. */
  listTouched(blogId: BlogId): RemotePostId[]
  /** The post with all that hangs on it, unless it is touched. Returns whether it went. */
  deleteUntouched(postId: PostId): boolean
}

/** Words, sends, reviews, share lines, an aim, evidence, names of versions, what was called fine, a date to look again, and what was done with comments. */
const TOUCHED = `(
  EXISTS (SELECT 1 FROM working_copies WHERE post_id = posts.id) OR EXISTS (SELECT 1 FROM typed_edits WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM outbox_entries WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM post_reviews WHERE post_id = posts.id) OR EXISTS (SELECT 1 FROM review_lines WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM share_lines WHERE post_id = posts.id) OR EXISTS (SELECT 1 FROM post_aims WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM evidence WHERE post_id = posts.id) OR EXISTS (SELECT 1 FROM fine_findings WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM handed_posts WHERE post_id = posts.id) OR EXISTS (SELECT 1 FROM unchosen_categories WHERE post_id = posts.id)
  OR EXISTS (SELECT 1 FROM post_facts WHERE post_id = posts.id AND (review_by IS NOT NULL OR byline IS NOT NULL OR template <> ''))
  OR EXISTS (SELECT 1 FROM version_names JOIN snapshots ON snapshots.id = snapshot_id WHERE snapshots.post_id = posts.id)
  OR EXISTS (SELECT 1 FROM snapshots WHERE post_id = posts.id AND why IN ('autosave', 'sent', 'restored', 'before-receive', 'merged'))
  OR EXISTS (SELECT 1 FROM comments WHERE comments.post_id = posts.id AND (is_flagged = 1
    OR EXISTS (SELECT 1 FROM reply_drafts WHERE comment_id = comments.id)
    OR EXISTS (SELECT 1 FROM corrections WHERE comment_id = comments.id)
    OR EXISTS (SELECT 1 FROM outbox_entries WHERE comment_id = comments.id))))`

export function createSampleRepository({ database }: Store): SampleRepository {
  const selectTouched = database
    .prepare<[string], number>(`SELECT remote_id FROM posts WHERE blog_id = ? AND remote_id IS NOT NULL AND ${TOUCHED}`)
    .pluck()
  const deleteOne = database.prepare<[string]>(`DELETE FROM posts WHERE id = ? AND NOT ${TOUCHED}`)
  return {
    listTouched: (blogId) => selectTouched.all(blogId).map((remoteId) => remoteId as RemotePostId),
    deleteUntouched: (postId) => deleteOne.run(postId).changes > 0,
  }
}
