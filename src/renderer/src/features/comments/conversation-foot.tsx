import type { RefObject } from 'react'
import { Toolbar } from 'react-aria-components'
import { MOST_DECIDED } from '../../../../shared/domain/conversation.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { usePostFromTemplate } from '../posts/use-post-from-template.ts'
import type { CommentListHandle } from './comment-list.tsx'
import type { TriageAct } from './triage-acts.ts'
import type { Notice } from './use-notice.ts'
import type { Selection } from './use-selection.ts'
import type { Triage } from './use-triage.ts'
import { t } from '../../../../shared/words/t.ts'

const acts = (): { act: TriageAct; label: string; isDecision: boolean }[] => [
  { act: 'approve', label: t('Approve', {}, 'a comment'), isDecision: true },
  { act: 'hold', label: t('Hold', {}, 'a comment'), isDecision: true },
  { act: 'spam', label: t('Spam', {}, 'button'), isDecision: true },
  { act: 'trash', label: t('Trash', {}, 'button'), isDecision: true },
  { act: 'flag', label: t('Flag', {}, 'button'), isDecision: false },
  { act: 'unread', label: t('Mark as new'), isDecision: false },
]

/** As many as one post of questions and answers takes. */
const MOST_QUESTIONS = 200

/** Where a thing was done stands what was done, and what to do with those that are chosen. */
export function ConversationFoot({
  selection,
  triage,
  notice,
  list,
}: {
  selection: Selection
  triage: Triage
  notice: Notice
  list: RefObject<CommentListHandle | null>
}) {
  const { comments } = selection
  const blog = useActiveBlog()
  const fromTemplate = usePostFromTemplate(blog.id)
  function act(what: TriageAct): void {
    triage.act(comments, what)
    clear()
  }
  // The buttons go with what they are for; the focus goes back to where the person was.
  function clear(): void {
    selection.clear()
    list.current?.focus()
  }
  function askAll(): void {
    const commentIds = comments.map(({ id }) => id)
    fromTemplate.mutate({ blogId: blog.id, template: 'question-and-answer', commentIds })
  }
  function leave(then: () => void): void {
    list.current?.focus()
    then()
  }
  return (
    <footer className="conversation-foot">
      {comments.length > 0 && (
        <Toolbar className="chosen-bar" aria-label={t('What to do with those that are chosen')}>
          <strong>{t('{count, number} chosen', { count: comments.length })}</strong>
          {comments.length === MOST_DECIDED && <span className="field-hint">{t('As many as one act takes.')}</span>}
          {acts()
            .filter(({ isDecision }) => triage.mayModerate || !isDecision)
            .map((each) => (
              <Button key={each.act} look="link" onPress={() => act(each.act)}>
                {each.label}
              </Button>
            ))}
          {comments.length <= MOST_QUESTIONS && (
            <Button look="link" isPending={fromTemplate.isPending} onPress={askAll}>
              {t('Answer in a post')}
            </Button>
          )}
          <Button look="link" onPress={clear}>
            {t('Choose none')}
          </Button>
        </Toolbar>
      )}
      <output className="notice">
        {notice.text !== '' && (
          <>
            <bdi>{notice.text}</bdi>
            {notice.canUndo && (
              <Button look="link" onPress={() => leave(triage.undo)}>
                {t('Undo')}
              </Button>
            )}
            <IconButton name={t('Dismiss')} onPress={() => leave(notice.dismiss)}>
              <Icon name="close" />
            </IconButton>
          </>
        )}
      </output>
    </footer>
  )
}
