import { type Comment, type CommentStatus, statusOf } from '../../../../shared/domain/comment.ts'
import type { SeenComment } from '../../../../shared/contract/inputs.ts'
import type { UndoneDecisions } from '../../../../shared/contract/conversation-services.ts'
import { t } from '../../../../shared/words/t.ts'

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

/** As it stands on the keyboard. */
export const keyName = (act: TriageAct): string =>
  act === 'trash' ? t('Delete', {}, 'name of a key') : TRIAGE_KEYS[act]

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
  if (!first) return t('Nothing was changed.')
  if (others.length > 0) return doneWithMany(act, others.length + 1, first.isFlagged)
  const name = first.authorName || t('somebody')
  switch (act) {
    case 'approve':
      return t('What {name} wrote will be approved.', { name })
    case 'hold':
      return t('What {name} wrote will be held.', { name })
    case 'spam':
      return t('What {name} wrote goes to the spam.', { name })
    case 'trash':
      return t('What {name} wrote goes to the trash.', { name })
    case 'flag':
      return first.isFlagged
        ? t('What {name} wrote is flagged no more.', { name })
        : t('What {name} wrote is flagged.', { name })
    case 'unread':
      return t('What {name} wrote is new again.', { name })
  }
}

function doneWithMany(act: TriageAct, count: number, wereFlagged: boolean): string {
  switch (act) {
    case 'approve':
      return t('{count, plural, one {# comment} other {# comments}} will be approved.', { count })
    case 'hold':
      return t('{count, plural, one {# comment} other {# comments}} will be held.', { count })
    case 'spam':
      return t('{count, plural, one {# comment goes} other {# comments go}} to the spam.', { count })
    case 'trash':
      return t('{count, plural, one {# comment goes} other {# comments go}} to the trash.', { count })
    case 'flag':
      return wereFlagged
        ? t('{count, plural, one {# comment is} other {# comments are}} flagged no more.', { count })
        : t('{count, plural, one {# comment is} other {# comments are}} flagged.', { count })
    case 'unread':
      return t('{count, plural, one {# comment is} other {# comments are}} new again.', { count })
  }
}

/** What was not decided on, because it is not what the person saw. */
export const changedWords = (count: number): string =>
  t(
    '{count, plural, one {One comment was changed since you saw it, so nothing was decided on it. It is shown as it is now: look again.} other {# comments were changed since you saw them, so nothing was decided on those. They are shown as they are now: look again.}}',
    { count },
  )

/** What became of an undo. */
export function undoneWords({ takenBack, replaced, left }: UndoneDecisions): string {
  const parts = [
    takenBack > 0
      ? t(
          '{count, plural, one {Taken back. Nothing was sent.} other {# taken back. Nothing of them was sent.}}',
          { count: takenBack },
          'decisions on comments',
        )
      : '',
    replaced > 0 ? t('You have decided otherwise since; that stands.') : '',
    left > 0
      ? t(
          '{count, plural, one {One is on the blog or on its way: decide again to change it.} other {# are on the blog or on their way: decide again to change them.}}',
          { count: left },
          'decisions on comments',
        )
      : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
