import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { CommentCard } from './comment-card.tsx'
import { useShowComment } from './use-show-comment.ts'
import { type ConversationView, onlyThreadsIn, placeComments } from './threads.ts'
import { useReplyDrafts } from './use-reply-drafts.ts'
import { useTriage } from './use-triage.ts'

const READ_AFTER_MS = 1500
const DEEPEST = 5

interface PostThreadsProps {
  postId: PostId
  title: string
  view: ConversationView
  showsBack: boolean
}

/** What was new when the threads were opened stays marked while they are open; the core hears of it after a moment. */
export function PostThreads({ postId, title, view, showsBack }: PostThreadsProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const comments = useQuery(core.comments.list.queryOptions({ blogId: blog.id, postId }))
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set())
  const markRead = useMutation(core.comments.markRead.mutationOptions())
  const placed = useMemo(() => placeComments(comments.data ?? []), [comments.data])
  const shown = onlyThreadsIn(view, placed)
  const drafts = useReplyDrafts()
  const triage = useTriage(blog, comments.data ?? [])
  useShowComment(comments.data)
  const unread = (comments.data ?? []).flatMap(({ id, isRead }) => (isRead || triage.keptNew.has(id) ? [] : [id]))
  const unreadKey = unread.join()

  const noteUnread = useEffectEvent(() => {
    setNewIds((known) => new Set([...known, ...unread]))
    markRead.mutate({ blogId: blog.id, commentIds: unread })
  })
  useEffect(() => {
    if (unreadKey === '') return undefined
    const timer = setTimeout(() => noteUnread(), READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [unreadKey])

  return (
    <section className="paper" aria-label={`Comments on ${title || 'Untitled'}`}>
      <header className="threads-head">
        {showsBack && (
          <Link href="/conversation" className="button button-link">
            <Icon name="back" /> All conversations
          </Link>
        )}
        <h2 className="writers-voice" dir="auto">
          {title || 'Untitled'}
        </h2>
        <Link href={`/writing/${postId}`}>Open the post</Link>
      </header>
      {comments.error && <Problem error={appErrorOf(comments.error)} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- single keys for what each card has a button for */}
      <ol className="threads" aria-label="Comments" onKeyDown={triage.onKeyDown}>
        {(drafts.isRead ? shown : []).map(({ comment, depth }) => (
          <li key={comment.id} style={{ marginInlineStart: `${Math.min(depth, DEEPEST) * 1.5}rem` }}>
            <CommentCard
              comment={comment}
              isNew={!comment.isRead || newIds.has(comment.id)}
              isReply={depth > 0}
              triage={triage}
              drafts={drafts}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
