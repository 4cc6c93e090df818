import { useMutation } from '@tanstack/react-query'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { statusOf, type Comment } from '../../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { ReaderAddress } from './reader-address.tsx'
import { keyName, type TriageAct } from './triage-acts.ts'
import { mayCorrectFor } from './use-correct.ts'
import type { Triage } from './use-triage.ts'
import { t } from '../../../../shared/words/t.ts'

interface CommentActionsProps {
  comment: Comment
  triage: Triage
  onReply: () => void
}

/** What can be done with a comment; each also by one key while the comment has the focus. */
export function CommentActions({ comment, triage, onReply }: CommentActionsProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const names = actNames(comment.authorName)
  const isHeld = statusOf(comment) !== 'approved'
  // Nobody answers what readers do not see; from there it comes back public, or to be looked at again.
  const isAway = comment.status === 'spam' || comment.status === 'trash'
  const more = (['flag', 'unread', ...(triage.mayModerate ? (['spam', 'trash'] as const) : [])] as const).filter(
    (act) => act !== 'unread' || comment.isRead,
  )
  const address = useMutation(core.comments.readerAddress.mutationOptions())
  const canAsk = blog.rights.canModerateComments && !comment.isMine
  const act = (what: string): void => {
    if (what === 'address') address.mutate({ commentId: comment.id })
    else if (what === 'correct') triage.correct?.(comment)
    else if (what === 'elsewhere') triage.elsewhere?.show(comment)
    else triage.act([comment], what as TriageAct)
  }
  return (
    <>
      <div className="comment-actions">
        {!isAway && (
          <Button look="link" data-replies aria-label={names.reply} onPress={onReply}>
            {t('Reply', {}, 'button')}
          </Button>
        )}
        {triage.mayModerate && (
          <Button
            look="link"
            aria-label={isHeld ? names.approve : names.hold}
            onPress={() => triage.act([comment], isHeld ? 'approve' : 'hold')}
          >
            {isHeld ? t('Approve', {}, 'a comment') : t('Hold', {}, 'a comment')}
          </Button>
        )}
        {triage.mayModerate && isAway && isHeld && statusOf(comment) !== 'hold' && (
          <Button look="link" aria-label={names.hold} onPress={() => triage.act([comment], 'hold')}>
            {t('Hold', {}, 'a comment')}
          </Button>
        )}
        <MenuTrigger>
          <AriaButton className="button button-link button-icon" aria-label={names.more}>
            <Icon name="more" />
          </AriaButton>
          <Popover className="popover">
            <Menu className="menu" onAction={(what) => act(String(what))}>
              {triage.correct !== null && mayCorrectFor(comment) && (
                <MenuItem id="correct" className="menu-item" textValue={t('Correct the post')}>
                  {t('Correct the post')}
                  <kbd className="field-hint">C</kbd>
                </MenuItem>
              )}
              {triage.elsewhere && (
                <MenuItem id="elsewhere" className="menu-item" textValue={triage.elsewhere.label}>
                  {triage.elsewhere.label}
                  <kbd className="field-hint">O</kbd>
                </MenuItem>
              )}
              {more.map((act) => (
                <MenuItem key={act} id={act} className="menu-item" textValue={labelOf(act, comment)}>
                  {labelOf(act, comment)}
                  <kbd className="field-hint">{keyName(act)}</kbd>
                </MenuItem>
              ))}
              {canAsk && (
                <MenuItem id="address" className="menu-item" textValue={t('Show the reader’s address')}>
                  {t('Show the reader’s address')}
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      {address.isPending && <output className="field-hint">{t('Asking the blog…')}</output>}
      {address.data && <ReaderAddress address={address.data} onHide={address.reset} />}
      {address.error && <ProblemNote error={appErrorOf(address.error)} attempt="asking" />}
    </>
  )
}

/** What each button is called among those of other comments; not everybody who writes leaves a name. */
const actNames = (name: string): Record<'reply' | 'approve' | 'hold' | 'more', string> =>
  name === ''
    ? {
        reply: t('Reply to this comment'),
        approve: t('Approve this comment'),
        hold: t('Hold this comment'),
        more: t('More about this comment'),
      }
    : {
        reply: t('Reply to {name}', { name }),
        approve: t('Approve what {name} wrote', { name }),
        hold: t('Hold what {name} wrote', { name }),
        more: t('More about what {name} wrote', { name }),
      }

function labelOf(act: TriageAct, { isFlagged }: Comment): string {
  switch (act) {
    case 'approve':
      return t('Approve', {}, 'a comment')
    case 'hold':
      return t('Hold', {}, 'a comment')
    case 'spam':
      return t('Mark as spam')
    case 'trash':
      return t('Move to the trash')
    case 'flag':
      return isFlagged ? t('Take the flag away') : t('Flag it to come back to')
    case 'unread':
      return t('Mark as new')
  }
}
