import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { mayModerate } from '../../../../shared/domain/blog.ts'
import type { AwayStatus, ConversationView, PostConversation } from '../../../../shared/domain/conversation.ts'
import { Empty, Problem } from '../../ui/problem.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import { awayName, AwayThreads } from './away-threads.tsx'
import { DueBadge } from './due-badge.tsx'
import { FoundComments } from './found-comments.tsx'
import { InboxHead } from './inbox-head.tsx'
import { inOrder, type InboxOrder } from './inbox-order.ts'
import { PostThreads } from './post-threads.tsx'
import { ConversationFilter, nothingIn } from './conversation-filter.tsx'
import { t } from '../../../../shared/words/t.ts'
import './comments.css'

/** First: posts that people talk about. Beside it: the threads under one of them, with a place to answer. */
export function ConversationScreen({ postId }: { postId: string | null }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const isNarrow = useMediaQuery(NARROW)
  const [view, setView] = useState<ConversationView>('all')
  const inbox = useQuery(core.comments.inbox.queryOptions({ blogId: blog.id }))
  const [order, setOrder] = useState<InboxOrder>('newest')
  const [search, setSearch] = useState('')
  const lines = useMemo(() => inOrder(inbox.data ?? [], order), [inbox.data, order])
  const shown = useMemo(() => lines.filter((line) => line.counts[view] > 0), [lines, view])
  const open = lines.find((line) => line.postId === postId)
  const away = AWAY.find((status) => status === postId)

  if (inbox.error) return <Problem error={appErrorOf(inbox.error)} />
  if (!inbox.data) return null
  if (lines.length === 0 && !away) return <NoConversation />
  // A wide window never shows an empty page beside a list.
  if (!open && !away && !isNarrow && shown[0]) return <Redirect to={`/conversation/${shown[0].postId}`} replace />
  return (
    <div className={open || away ? 'writing writing-open' : 'writing'}>
      {!(isNarrow && (open || away)) && (
        <section className="column" aria-label={t('Conversations')}>
          <InboxHead order={order} onOrder={setOrder} search={search} onSearch={setSearch} />
          {search.trim() === '' && <ConversationFilter view={view} lines={lines} onChange={setView} />}
          {search.trim() === '' && mayModerate(blog) && <AwayLinks open={away} />}
          {search.trim() !== '' ? (
            <FoundComments text={search} onOpen={() => setView('all')} />
          ) : shown.length === 0 ? (
            <p className="column-note">{nothingIn(view)}</p>
          ) : (
            <VirtualList
              label={t('Conversations')}
              items={shown}
              keyOf={(line: PostConversation) => line.postId}
              estimatedHeightPx={76}
              showKey={postId}
              renderItem={(line) => <ConversationRow line={line} isOpen={line.postId === open?.postId} />}
            />
          )}
        </section>
      )}
      {away && <AwayThreads key={away} status={away} showsBack={isNarrow} />}
      {open && (
        <PostThreads key={open.postId} postId={open.postId} title={open.postTitle} view={view} showsBack={isNarrow} />
      )}
    </div>
  )
}

const AWAY = ['spam', 'trash'] as const satisfies AwayStatus[]

/** To what is no part of any conversation. */
function AwayLinks({ open }: { open?: AwayStatus | undefined }) {
  return (
    <nav className="away-links" aria-label={t('Put away', {}, 'comments')}>
      {AWAY.map((status) => (
        <Link key={status} href={`/conversation/${status}`} aria-current={status === open ? 'page' : undefined}>
          {awayName(status)}
        </Link>
      ))}
    </nav>
  )
}

function ConversationRow({ line, isOpen }: { line: PostConversation; isOpen: boolean }) {
  const { all, unanswered, unread, held } = line.counts
  return (
    <Link href={`/conversation/${line.postId}`} className="post-row" aria-current={isOpen ? 'true' : undefined}>
      <span className="post-row-title writers-voice" dir="auto">
        {line.postTitle || t('Untitled')}
      </span>
      <span className="post-row-facts">
        {line.waitsSince !== null && <DueBadge askedAt={line.waitsSince} />}
        {unanswered > 0 && (
          <span className="badge tone-waits">{t('{count, number} unanswered', { count: unanswered })}</span>
        )}
        {unread > 0 && (
          <span className="badge tone-new">{t('{count, number} new', { count: unread }, 'comments')}</span>
        )}
        {held > 0 && <span className="badge tone-plain">{t('{count, number} held', { count: held }, 'comments')}</span>}
        <span>
          {t('{count, plural, one {# comment} other {# comments}}', { count: all })} · {shortTime(line.lastAt)}
        </span>
      </span>
    </Link>
  )
}

function NoConversation() {
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  return (
    <Empty title={t('No comments yet')}>
      <p>
        {line?.state === 'closed'
          ? t('There is no line, so no comments came down. They do as soon as there is one.')
          : t('When readers write, their comments come down here and can be answered without a line.')}
      </p>
      {mayModerate(blog) && <AwayLinks />}
    </Empty>
  )
}
