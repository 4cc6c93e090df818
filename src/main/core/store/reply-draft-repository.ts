import type { CommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

export interface ReplyDraft {
  commentId: CommentId
  text: string
}

/** Answers that were begun and not sent, at most one for each comment. */
export interface ReplyDraftRepository {
  listAll(): ReplyDraft[]
  /** '' where none was begun. */
  getText(commentId: CommentId): string
  putDraft(draft: ReplyDraft, editedAt: UtcIso): void
  removeDraft(commentId: CommentId): void
}

export function createReplyDraftRepository({ database }: Store): ReplyDraftRepository {
  const selectAll = database.prepare<[], { comment_id: string; text: string }>(
    'SELECT comment_id, text FROM reply_drafts ORDER BY edited_at',
  )
  const selectText = database.prepare<[string], string>('SELECT text FROM reply_drafts WHERE comment_id = ?').pluck()
  const upsert = database.prepare<[string, string, string]>(`
    INSERT INTO reply_drafts (comment_id, text, edited_at) VALUES (?, ?, ?)
    ON CONFLICT (comment_id) DO UPDATE SET text = excluded.text, edited_at = excluded.edited_at`)
  const remove = database.prepare<[string]>('DELETE FROM reply_drafts WHERE comment_id = ?')
  return {
    listAll: () => selectAll.all().map((row) => ({ commentId: row.comment_id as CommentId, text: row.text })),
    getText: (commentId) => selectText.get(commentId) ?? '',
    putDraft: ({ commentId, text }, editedAt) => void upsert.run(commentId, text, editedAt),
    removeDraft: (commentId) => void remove.run(commentId),
  }
}
