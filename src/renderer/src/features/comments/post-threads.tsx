import { Link, useLocation } from 'wouter'
import type { ConversationView } from '../../../../shared/domain/conversation.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { commentFound } from '../search/passage-state.ts'
import { CommentThreads } from './comment-threads.tsx'
import { setThreadBeside } from './thread-beside.ts'
import { usePostThreads } from './use-post-threads.ts'
import { t } from '../../../../shared/words/t.ts'

interface PostThreadsProps {
  postId: PostId
  title: string
  view: ConversationView
  showsBack: boolean
}

/** The conversation under one post, on the conversation desk. Its post opens with the same beside it. */
export function PostThreads({ postId, title, view, showsBack }: PostThreadsProps) {
  const blog = useActiveBlog()
  const [, navigate] = useLocation()
  const threads = usePostThreads({
    postId,
    view,
    elsewhere: {
      label: t('Show it beside the post'),
      show(comment) {
        setThreadBeside(true)
        navigate(`/writing/${postId}`, { state: commentFound(comment.id) })
      },
    },
  })
  return (
    <section className="paper" aria-label={t('Comments on {title}', { title: title || t('Untitled') })}>
      <header className="threads-head">
        {showsBack && (
          <Link href="/conversation" className="button button-link">
            <Icon name="back" /> {t('All conversations')}
          </Link>
        )}
        <h2 className="writers-voice" dir="auto">
          {title || t('Untitled')}
        </h2>
        {threads.shown.length > 1 && blog.kind !== 'archive' && (
          <Button look="link" onPress={threads.selection.chooseAll}>
            {t('Choose all')}
          </Button>
        )}
        <Link href={`/writing/${postId}`} onClick={() => setThreadBeside(true)}>
          {t('Open the post')}
        </Link>
      </header>
      <CommentThreads threads={threads} />
    </section>
  )
}
