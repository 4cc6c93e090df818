import { useMutation, useQuery } from '@tanstack/react-query'
import { Button as AriaButton } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { OpenArchive } from '../archives/open-archive.tsx'
import { openSettings } from '../settings/settings-open.ts'
import { laterPart } from '../../ui/later.tsx'
import { Rich } from '../../ui/rich.tsx'
import { useLine } from './use-line.ts'

const PracticePanel = laterPart(async () => (await import('../practice/practice-panel.tsx')).PracticePanel)

interface RailProps {
  blogs: Blog[]
  active: Blog
  onGone?: () => void
}

/** Where one can be: the places of the desk, then the blogs. */
export function Rail({ blogs, active, onGone }: RailProps) {
  const { core } = useCore()
  const line = useLine(active.id)
  const [location, navigate] = useLocation()
  const isAtGuidance = location === '/guidance' || location.startsWith('/guidance/')
  const setSettings = useMutation(core.settings.set.mutationOptions())
  const posts = useQuery(core.posts.list.queryOptions({ blogId: active.id }, { select: (list) => list.length }))
  const unanswered = useQuery(
    core.comments.inbox.queryOptions(
      { blogId: active.id },
      { select: (lines) => lines.reduce((sum, { counts }) => sum + counts.unanswered, 0) },
    ),
  )
  const unread = useQuery(
    core.reading.desk.queryOptions(undefined, {
      select: ({ feeds }) => feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
    }),
  )
  const inReview = useQuery(
    core.reviews.queue.queryOptions(undefined, {
      select: (queue) => queue.filter(({ waitsFor }) => waitsFor !== null).length,
    }),
  )
  const needsYou = line?.needsYouCount ?? 0

  return (
    <nav className="rail" aria-label={t('Places', {}, 'of the desk')}>
      <ul>
        <Place href="/today" name={t('Today', {}, 'place of the desk')} count={0} onGone={onGone} />
        <Place href="/writing" name={t('Writing', {}, 'place of the desk')} count={posts.data ?? 0} onGone={onGone} />
        <Place
          href="/review"
          name={t('Review', {}, 'place of the desk')}
          count={inReview.data ?? 0}
          countMeans={t('wait', {}, 'behind a number of things')}
          onGone={onGone}
        />
        <Place
          href="/conversation"
          name={t('Conversation', {}, 'place of the desk')}
          count={unanswered.data ?? 0}
          countMeans={t('unanswered', {}, 'behind a number of comments')}
          onGone={onGone}
        />
        <Place
          href="/outbox"
          name={t('Outbox')}
          count={needsYou > 0 ? needsYou : (line?.waitingCount ?? 0)}
          countMeans={
            needsYou > 0 ? t('need you', {}, 'behind a number of things') : t('wait', {}, 'behind a number of things')
          }
          isUrgent={needsYou > 0}
          onGone={onGone}
        />
        <Place href="/pictures" name={t('Pictures')} count={0} onGone={onGone} />
        <Place
          href="/reading"
          name={t('Reading', {}, 'place of the desk')}
          count={unread.data ?? 0}
          countMeans={t('new', {}, 'behind a number of items')}
          onGone={onGone}
        />
        <Place href="/insight" name={t('Insight')} count={0} onGone={onGone} />
        <Place href="/boarding" name={t('Boarding check')} count={0} onGone={onGone} />
      </ul>
      <h2 className="rail-heading">{t('Blogs')}</h2>
      <ul>
        {blogs.map((blog) => (
          <li key={blog.id}>
            <AriaButton
              className="rail-item"
              aria-label={
                blog.id === active.id
                  ? t('{name} open', { name: nameOf(blog) }, 'a blog')
                  : t('Go to {name}', { name: nameOf(blog) })
              }
              onPress={() => {
                setSettings.mutate({ activeBlogId: blog.id })
                navigate('/writing')
                onGone?.()
              }}
            >
              <span className="rail-blog" dir={blog.kind === 'archive' ? undefined : 'auto'}>
                {blog.kind === 'archive' ? (
                  <Rich message="Archive: <name>{name}</name>" values={{ name: blog.name }} parts={{ name: <bdi /> }} />
                ) : (
                  <bdi>{blog.name}</bdi>
                )}
              </span>
              {blog.id === active.id && ' '}
              {blog.id === active.id && <span className="rail-count">{t('open', {}, 'a blog')}</span>}
            </AriaButton>
          </li>
        ))}
        <li>
          <Link href="/connect" className="rail-item rail-action" onClick={() => onGone?.()}>
            {t('Connect another blog')}
          </Link>
        </li>
        <li>
          <OpenArchive onOpened={onGone} />
        </li>
      </ul>
      {active.kind === 'practice' && <PracticePanel onGone={onGone} />}
      <Link
        href="/guidance"
        className="rail-item rail-action rail-end"
        aria-current={isAtGuidance ? 'page' : undefined}
        aria-keyshortcuts="F1"
        onClick={() => onGone?.()}
      >
        {t('Guidance')}
        <span className="rail-count" aria-hidden="true">
          F1
        </span>
      </Link>
      <AriaButton className="rail-item rail-action" onPress={() => openSettings(null)}>
        {t('Settings')}
      </AriaButton>
    </nav>
  )
}

interface PlaceProps {
  href: string
  name: string
  count: number
  countMeans?: string
  isUrgent?: boolean
  onGone: (() => void) | undefined
}

function Place({ href, name, count, countMeans, isUrgent = false, onGone }: PlaceProps) {
  const [location] = useLocation()
  const isHere = location === href || location.startsWith(`${href}/`)
  return (
    <li>
      <Link href={href} className="rail-item" aria-current={isHere ? 'page' : undefined} onClick={() => onGone?.()}>
        {name}
        {count > 0 && (
          <span className={isUrgent ? 'rail-count rail-count-urgent' : 'rail-count'}>
            {numberWords(count)}
            {countMeans && (isUrgent ? ` ${countMeans}` : <span className="visually-hidden"> {countMeans}</span>)}
          </span>
        )}
      </Link>
    </li>
  )
}

/** As it is written on its button: who says what they see must find it. */
const nameOf = ({ kind, name }: Blog): string => (kind === 'archive' ? t('Archive: {name}', { name }) : name)
