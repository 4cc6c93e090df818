import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { t } from '../../../../../shared/words/t.ts'
import type { ConversationView, PostConversation } from '../../../../../shared/domain/conversation.ts'
import type { PostId } from '../../../../../shared/domain/ids.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { CommentThreads } from '../../comments/comment-threads.tsx'
import { ConversationFilter, nothingIn } from '../../comments/conversation-filter.tsx'
import { usePostThreads } from '../../comments/use-post-threads.ts'
import { commentFound } from '../../search/passage-state.ts'
import '../../comments/comments.css'
import './thread.css'
import type { PostThread } from './use-post-thread.ts'

interface ThreadPanelProps {
  postId: PostId
  conversation: PostConversation
  thread: PostThread
}

/** What readers say under the post, beside its text: read, answered and moderated as on the conversation desk. */
export function ThreadPanel({ postId, conversation, thread }: ThreadPanelProps) {
  const [, navigate] = useLocation()
  const [view, setView] = useState<ConversationView>('all')
  const threads = usePostThreads({
    postId,
    view,
    onCorrecting: thread.goToText,
    elsewhere: {
      label: t('Show it on the conversation desk'),
      show: (comment) => navigate(`/conversation/${postId}`, { state: commentFound(comment.id) }),
    },
  })
  const { list, shown } = threads
  const isThere = shown.length > 0
  const takeFocus = useEffectEvent(() => {
    if (thread.takesFocus()) list.current?.focus()
  })
  useEffect(() => {
    if (isThere) takeFocus()
  }, [isThere])

  return (
    <section className="thread-beside" aria-label={t('Conversation about this post')}>
      <header className="threads-head">
        <h2>{t('Conversation')}</h2>
        <Button look="link" onPress={() => navigate(`/conversation/${postId}`)}>
          {t('Conversation desk')}
        </Button>
        {!thread.isDrawer && (
          <IconButton name={t('Close the conversation')} onPress={thread.close}>
            <Icon name="close" />
          </IconButton>
        )}
      </header>
      <ConversationFilter view={view} lines={[conversation]} onChange={setView} />
      {!isThere && view !== 'all' && <p className="column-note">{nothingIn(view)}</p>}
      <CommentThreads threads={threads} />
    </section>
  )
}
