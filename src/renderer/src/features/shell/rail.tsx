import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import type { Settings } from '../../../../shared/contract/inputs.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { t } from '../../../../shared/words/t.ts'
import { OpenArchive } from '../archives/open-archive.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'

interface RailProps {
  blogs: Blog[]
  active: Blog
  line: Line | undefined
  settings: Settings
  onGone?: () => void
}

/** Where one can be: the places of the desk, then the blogs. */
export function Rail({ blogs, active, line, settings, onGone }: RailProps) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const [isSettingsOpen, setIsSettingsOpen] = useState(false)
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
    <nav className="rail" aria-label="Places">
      <ul>
        <Place href="/writing" name="Writing" count={posts.data ?? 0} onGone={onGone} />
        <Place href="/review" name="Review" count={inReview.data ?? 0} countMeans="wait" onGone={onGone} />
        <Place
          href="/conversation"
          name="Conversation"
          count={unanswered.data ?? 0}
          countMeans="unanswered"
          onGone={onGone}
        />
        <Place
          href="/outbox"
          name="Outbox"
          count={needsYou > 0 ? needsYou : (line?.waitingCount ?? 0)}
          countMeans={needsYou > 0 ? 'need you' : 'wait'}
          isUrgent={needsYou > 0}
          onGone={onGone}
        />
        <Place href="/pictures" name="Pictures" count={0} onGone={onGone} />
        <Place href="/reading" name="Reading" count={unread.data ?? 0} countMeans="new" onGone={onGone} />
        <Place href="/insight" name={t('Insight')} count={0} onGone={onGone} />
        <Place href="/boarding" name="Boarding check" count={0} onGone={onGone} />
      </ul>
      <h2 className="rail-heading">Blogs</h2>
      <ul>
        {blogs.map((blog) => (
          <li key={blog.id}>
            <AriaButton
              className="rail-item"
              aria-label={blog.id === active.id ? `${nameOf(blog)} open` : `Go to ${nameOf(blog)}`}
              onPress={() => {
                setSettings.mutate({ activeBlogId: blog.id })
                navigate('/writing')
                onGone?.()
              }}
            >
              <span className="rail-blog">
                {blog.kind === 'archive' && ARCHIVE}
                <bdi>{blog.name}</bdi>
              </span>
              {blog.id === active.id && ' '}
              {blog.id === active.id && <span className="rail-count">open</span>}
            </AriaButton>
          </li>
        ))}
        <li>
          <Link href="/connect" className="rail-item rail-action" onClick={() => onGone?.()}>
            Connect another blog
          </Link>
        </li>
        <li>
          <OpenArchive onOpened={onGone} />
        </li>
      </ul>
      <AriaButton className="rail-item rail-action rail-end" onPress={() => setIsSettingsOpen(true)}>
        Settings
      </AriaButton>
      <SettingsDialog settings={settings} isOpen={isSettingsOpen} onClose={() => setIsSettingsOpen(false)} />
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
            {count.toLocaleString('en-GB')}
            {countMeans && (isUrgent ? ` ${countMeans}` : <span className="visually-hidden"> {countMeans}</span>)}
          </span>
        )}
      </Link>
    </li>
  )
}

const ARCHIVE = 'Archive: '
/** As it is written on its button: who says what they see must find it. */
const nameOf = ({ kind, name }: Blog): string => (kind === 'archive' ? ARCHIVE + name : name)
