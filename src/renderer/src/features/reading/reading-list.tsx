import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { FeedId } from '../../../../shared/domain/ids.ts'
import {
  isShownIn,
  READING_VIEWS,
  type Feed,
  type FeedItemLine,
  type ReadingView,
} from '../../../../shared/domain/reading.ts'
import { Choice } from '../../ui/choice.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { shortTime } from '../../ui/times.ts'

const names = (): Record<ReadingView, string> => ({
  all: t('All', {}, 'items of feeds'),
  unread: t('New', {}, 'items of feeds'),
  noted: t('With a note'),
  'to-answer': t('To answer'),
})
const EVERY_FEED = 'all'

interface ReadingFilterProps {
  feeds: readonly Feed[]
  feedId: FeedId | null
  onFeed: (feedId: FeedId | null) => void
  items: readonly FeedItemLine[]
  view: ReadingView
  onView: (view: ReadingView) => void
}

/** Of which feed, and which of its items. */
export function ReadingFilter({ feeds, feedId, onFeed, items, view, onView }: ReadingFilterProps) {
  return (
    <>
      {feeds.length > 1 && (
        <Choice
          label={t('Feed')}
          look="quiet"
          className="post-filter"
          value={feedId ?? EVERY_FEED}
          options={[
            { id: EVERY_FEED, label: t('All feeds') },
            ...feeds.map(({ id, title, unreadCount }) => ({ id, label: title, count: unreadCount })),
          ]}
          onChange={(chosen) => onFeed(feeds.find(({ id }) => id === chosen)?.id ?? null)}
        />
      )}
      <FilterChips
        views={READING_VIEWS}
        names={names()}
        value={view}
        countOf={(of) => items.filter(isShownIn[of]).length}
        onChange={onView}
      />
    </>
  )
}

export function ReadingRow({ item, isOpen }: { item: FeedItemLine; isOpen: boolean }) {
  return (
    <Link href={`/reading/${item.id}`} className="post-row" aria-current={isOpen ? 'true' : undefined}>
      <span className={`post-row-title writers-voice${item.isRead ? ' reading-read' : ''}`} dir="auto">
        {item.title || item.firstWords || t('Untitled')}
      </span>
      <span className="post-row-facts">
        {!item.isRead && <span className="badge tone-new">{t('New', {}, 'items of feeds')}</span>}
        {item.hasNote && <span className="badge tone-plain">{t('Note', {}, 'beside an item')}</span>}
        {item.isToAnswer && <span className="badge tone-waits">{t('To answer')}</span>}
        <bdi className="reading-source">{item.feedTitle}</bdi>
        <span>{shortTime(item.publishedAt)}</span>
      </span>
    </Link>
  )
}
