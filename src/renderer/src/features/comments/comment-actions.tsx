import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { statusOf, type Comment } from '../../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TRIAGE_KEYS, type TriageAct } from './triage-acts.ts'
import { mayCorrectFor } from './use-correct.ts'
import type { Triage } from './use-triage.ts'

interface CommentActionsProps {
  comment: Comment
  triage: Triage
  onReply: () => void
}

/** What can be done with a comment; each also by one key while the comment has the focus. */
export function CommentActions({ comment, triage, onReply }: CommentActionsProps) {
  const name = comment.authorName || 'this comment'
  const isHeld = statusOf(comment) !== 'approved'
  // Nobody answers what readers do not see; from there it comes back public, or to be looked at again.
  const isAway = comment.status === 'spam' || comment.status === 'trash'
  const more = (['flag', 'unread', ...(triage.mayModerate ? (['spam', 'trash'] as const) : [])] as const).filter(
    (act) => act !== 'unread' || comment.isRead,
  )
  return (
    <div className="comment-actions">
      {!isAway && (
        <Button look="link" aria-label={`Reply to ${name}`} onPress={onReply}>
          Reply
        </Button>
      )}
      {triage.mayModerate && (
        <Button
          look="link"
          aria-label={`${isHeld ? 'Approve' : 'Hold'} what ${name} wrote`}
          onPress={() => triage.act([comment], isHeld ? 'approve' : 'hold')}
        >
          {isHeld ? 'Approve' : 'Hold'}
        </Button>
      )}
      {triage.mayModerate && isAway && isHeld && statusOf(comment) !== 'hold' && (
        <Button look="link" aria-label={`Hold what ${name} wrote`} onPress={() => triage.act([comment], 'hold')}>
          Hold
        </Button>
      )}
      <MenuTrigger>
        <AriaButton className="button button-link button-icon" aria-label={`More about what ${name} wrote`}>
          <Icon name="more" />
        </AriaButton>
        <Popover className="popover">
          <Menu
            className="menu"
            onAction={(act) =>
              act === 'correct' ? triage.correct?.(comment) : triage.act([comment], act as TriageAct)
            }
          >
            {triage.correct !== null && mayCorrectFor(comment) && (
              <MenuItem id="correct" className="menu-item" textValue="Correct the post">
                Correct the post
                <kbd className="field-hint">C</kbd>
              </MenuItem>
            )}
            {more.map((act) => (
              <MenuItem key={act} id={act} className="menu-item" textValue={labelOf(act, comment)}>
                {labelOf(act, comment)}
                <kbd className="field-hint">{TRIAGE_KEYS[act]}</kbd>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}

function labelOf(act: TriageAct, { isFlagged }: Comment): string {
  switch (act) {
    case 'approve':
      return 'Approve'
    case 'hold':
      return 'Hold'
    case 'spam':
      return 'Mark as spam'
    case 'trash':
      return 'Move to the trash'
    case 'flag':
      return isFlagged ? 'Take the flag away' : 'Flag it to come back to'
    case 'unread':
      return 'Mark as new'
  }
}
