import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { dateFormat } from '../../../../shared/words/date-words.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { Today } from '../../../../shared/domain/today.ts'
import { postStateWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { TIGHT, useMediaQuery } from '../../ui/use-media-query.ts'
import { useNow } from '../../ui/use-now.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useNewPost } from '../posts/use-new-post.ts'
import { commentFound } from '../search/passage-state.ts'
import { keyOfNeeds, NeedsLine } from './needs-line.tsx'
import { TodayPart } from './today-part.tsx'
import { TodayLine, TodayTitle } from './today-line.tsx'
import { WaitsPart } from './waits-part.tsx'
import '../posts/posts.css'
import './today.css'

/** Where one comes back to: where one was, what needs one, what waits and who wrote, of every blog of the desk. */
export function TodayScreen() {
  const { core } = useCore()
  const today = useQuery(core.today.look.queryOptions(undefined, { staleTime: 0 }))
  if (today.error) return <Problem error={appErrorOf(today.error)} />
  return (
    <div className="today">
      <div className="today-page">
        <TodayHead />
        {today.data ? (
          <Parts today={today.data} />
        ) : (
          <output className="today-note">{t('Looking at what is on this desk…')}</output>
        )}
      </div>
    </div>
  )
}

function TodayHead() {
  const blog = useActiveBlog()
  const newPost = useNewPost(blog.id)
  const now = useNow()
  return (
    <header className="today-head">
      <div>
        <h1>{t('Today', {}, 'place of the desk')}</h1>
        <p>{dateFormat({ weekday: 'long', day: 'numeric', month: 'long' }).format(now)}</p>
      </div>
      {blog.kind !== 'archive' && (
        <Button look="primary" isPending={newPost.isPending} onPress={() => newPost.mutate({ blogId: blog.id })}>
          {t('New post')}
        </Button>
      )}
    </header>
  )
}

/** In a wide window two columns; in another one below the other, what needs somebody before who wrote. */
function Parts({ today }: { today: Today }) {
  const { core } = useCore()
  const isTight = useMediaQuery(TIGHT)
  const blogs = useQuery(core.blogs.list.queryOptions()).data ?? []
  const nameOf = (blogId: BlogId | null): string => blogs.find(({ id }) => id === blogId)?.name ?? ''
  const isOneOfMany = blogs.filter(({ kind }) => kind !== 'archive').length > 1
  const blogName = (blogId: BlogId): string | null => (isOneOfMany ? nameOf(blogId) : null)
  const where = <WherePart today={today} blogName={blogName} />
  const readers = <ReadersPart today={today} blogName={blogName} />
  const rest = (
    <>
      <NeedsPart today={today} nameOf={nameOf} />
      <WaitsPart today={today} blogs={blogs} />
    </>
  )
  if (isTight)
    return (
      <div className="today-parts">
        {where}
        {rest}
        {readers}
      </div>
    )
  return (
    <div className="today-parts today-parts-wide">
      <div className="today-column">
        {where}
        {readers}
      </div>
      <div className="today-column">{rest}</div>
    </div>
  )
}

interface NamedProps {
  today: Today
  /** null on a desk with one blog: there it goes without saying. */
  blogName: (blogId: BlogId) => string | null
}

function WherePart({ today, blogName }: NamedProps) {
  const title = t('Where you were')
  if (today.lastPosts.length === 0)
    return (
      <TodayPart title={title}>
        <p className="today-note">
          {t('You have not written in a post on this laptop yet. The first one begins with “New post”.')}
        </p>
      </TodayPart>
    )
  return (
    <TodayPart title={title}>
      <ul className="today-list">
        {today.lastPosts.map((post, index) => (
          <li key={post.postId}>
            <TodayLine
              blogId={post.blogId}
              path={`/writing/${post.postId}`}
              className={index === 0 ? 'post-row today-last' : 'post-row'}
            >
              <TodayTitle title={post.title} language={post.language} />
              {post.lastSentence !== '' && (
                <span className="post-row-excerpt writers-voice" dir="auto" lang={post.language || undefined}>
                  {post.lastSentence}
                </span>
              )}
              <span className="post-row-facts">
                <StateBadge words={postStateWords(post.state)} />
                <span>{shortTime(post.editedAt)}</span>
                <BlogName name={blogName(post.blogId)} />
              </span>
            </TodayLine>
          </li>
        ))}
      </ul>
    </TodayPart>
  )
}

function NeedsPart({ today, nameOf }: { today: Today; nameOf: (blogId: BlogId | null) => string }) {
  const title = t('What needs you')
  const more = today.needsYouCount - today.needsYou.length
  return (
    <TodayPart title={title}>
      {today.needsYou.length === 0 ? (
        <p className="today-note">{t('Nothing needs you.')}</p>
      ) : (
        <ul className="today-list">
          {today.needsYou.map((needs) => (
            <li key={keyOfNeeds(needs)}>
              <NeedsLine needs={needs} blogName={nameOf(needs.blogId)} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="today-note">
          {t('{count, plural, one {One more} other {# more}} after these.', { count: more })}
        </p>
      )}
    </TodayPart>
  )
}

function ReadersPart({ today, blogName }: NamedProps) {
  const more = today.unreadPostsCount - today.readers.length
  return (
    <TodayPart title={t('Who wrote')}>
      {today.readers.length === 0 ? (
        <p className="today-note">{t('Nobody has written since you last read.')}</p>
      ) : (
        <ul className="today-list">
          {today.readers.map(({ post, unreadCount, newest }) => (
            <li key={post.postId}>
              <TodayLine
                blogId={post.blogId}
                path={`/conversation/${post.postId}`}
                {...(newest[0] ? { state: commentFound(newest[0].commentId) } : {})}
              >
                <span className="post-row-facts">
                  <strong>
                    <bdi>{newest[0]?.authorName || t('Somebody')}</bdi>
                  </strong>
                  {unreadCount > 1 && (
                    <span>{t('and {count, plural, one {one more} other {# more}}', { count: unreadCount - 1 })}</span>
                  )}
                  {newest[0] && <span>{shortTime(newest[0].createdAt)}</span>}
                  <BlogName name={blogName(post.blogId)} />
                </span>
                {newest[0] && (
                  <span className="post-row-excerpt writers-voice today-words" dir="auto">
                    {newest[0].words}
                  </span>
                )}
                <span className="post-row-facts today-under">
                  <bdi>{post.title.trim() === '' ? t('Untitled') : post.title}</bdi>
                </span>
              </TodayLine>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="today-note">
          <Link href="/conversation">
            {t('{count, plural, one {One more post} other {# more posts}} in the conversation', { count: more })}
          </Link>
        </p>
      )}
    </TodayPart>
  )
}

const BlogName = ({ name }: { name: string | null }) =>
  name !== null && (
    <span>
      <bdi>{name}</bdi>
    </span>
  )
