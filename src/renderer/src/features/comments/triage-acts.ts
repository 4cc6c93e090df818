import { type Comment, type CommentStatus, statusOf } from '../../../../shared/domain/comment.ts'
import type { SeenComment } from '../../../../shared/contract/inputs.ts'
import type { UndoneDecisions } from '../../../../shared/contract/conversation-services.ts'

export type TriageAct = 'approve' | 'hold' | 'spam' | 'trash' | 'flag' | 'unread'

/** One key each, while a comment has the focus and nobody types. */
export const TRIAGE_KEYS: Record<TriageAct, string> = {
  approve: 'A',
  hold: 'H',
  spam: 'S',
  trash: 'Delete',
  flag: 'F',
  unread: 'U',
}

export const DECISIONS: Partial<Record<TriageAct, CommentStatus>> = {
  approve: 'approved',
  hold: 'hold',
  spam: 'spam',
  trash: 'trash',
}

/** As the window shows it: what the person decides on, whatever the desk has learned meanwhile. */
export const asSeen = ({ id, print, status, moderation }: Comment): SeenComment => ({
  commentId: id,
  print,
  status,
  decided: moderation?.to ?? null,
})

/** Those that the act would change. */
export function toChange(comments: readonly Comment[], act: TriageAct): Comment[] {
  const onBlog = comments.filter(({ entry }) => entry === null)
  const decision = DECISIONS[act]
  if (decision) return onBlog.filter((comment) => statusOf(comment) !== decision)
  if (act === 'unread') return onBlog.filter(({ isRead, isMine }) => isRead && !isMine)
  const isFlagging = onBlog.some(({ isFlagged }) => !isFlagged)
  return onBlog.filter(({ isFlagged }) => isFlagged !== isFlagging)
}

/** What was done, for one or several, in a sentence. */
export function doneWords(act: TriageAct, [first, ...others]: readonly Comment[]): string {
  if (!first) return 'Nothing was changed.'
  const isMany = others.length > 0
  const what = isMany
    ? `${(others.length + 1).toLocaleString('en-GB')} comments`
    : `What ${first.authorName || 'somebody'} wrote`
  switch (act) {
    case 'approve':
      return `${what} will be approved.`
    case 'hold':
      return `${what} will be held.`
    case 'spam':
      return `${what} ${isMany ? 'go' : 'goes'} to the spam.`
    case 'trash':
      return `${what} ${isMany ? 'go' : 'goes'} to the trash.`
    case 'flag':
      return `${what} ${isMany ? 'are' : 'is'} flagged${first.isFlagged ? ' no more' : ''}.`
    case 'unread':
      return `${what} ${isMany ? 'are' : 'is'} new again.`
  }
}

/** What was not decided on, because it is not what the person saw. */
export const changedWords = (count: number): string =>
  count === 1
    ? 'One comment was changed since you saw it, so nothing was decided on it. It is shown as it is now: look again.'
    : `${count.toLocaleString('en-GB')} comments were changed since you saw them, so nothing was decided on those. They are shown as they are now: look again.`

/** What became of an undo. */
export function undoneWords({ takenBack, replaced, left }: UndoneDecisions): string {
  const parts = [
    takenBack > 0
      ? takenBack === 1
        ? 'Taken back. Nothing was sent.'
        : `${takenBack.toLocaleString('en-GB')} taken back. Nothing of them was sent.`
      : '',
    replaced > 0 ? 'You have decided otherwise since; that stands.' : '',
    left > 0
      ? left === 1
        ? 'One is on the blog or on its way: decide again to change it.'
        : `${left.toLocaleString('en-GB')} are on the blog or on their way: decide again to change them.`
      : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
