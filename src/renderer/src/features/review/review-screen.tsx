import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { NARROW, TIGHT, useMediaQuery } from '../../ui/use-media-query.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { OpenReview } from './open-review.tsx'
import { OpenFileButton } from './travel/open-file-button.tsx'
import { QueueMenu } from './travel/queue-menu.tsx'
import { useReviewFileDrop } from './travel/use-review-file-drop.ts'
import { ReviewRow } from './review-row.tsx'
import { isInView, queueNames, QUEUE_VIEWS, type QueueView } from './queue-views.ts'
import { t } from '../../../../shared/words/t.ts'
import '../interchange/interchange.css'
import '../posts/posts.css'
import './review.css'
import './travel/travel.css'

function nothingIn(view: QueueView): string {
  switch (view) {
    case 'all':
      return t('Nothing is in review.')
    case 'reviewer':
      return t('No draft waits for a reviewer.')
    case 'author':
      return t('Nothing has come back to an author.')
    case 'done':
      return t('Nothing is through yet.')
  }
}

/** First: everything in review, of every blog. Beside it: one of it, with what is proposed for it. */
export function ReviewScreen({ reviewId }: { reviewId: string | null }) {
  const dropProps = useReviewFileDrop()
  const { client } = useCore()
  // Whoever comes here looks for what waits: beside public posts nothing tells of it. What is wrong with the line, the line says.
  useEffect(() => void client.reviews.look.mutate().catch(() => undefined), [client])
  return (
    <div className="review-drop" {...dropProps}>
      <Reviews reviewId={reviewId} />
    </div>
  )
}

function Reviews({ reviewId }: { reviewId: string | null }) {
  const { core } = useCore()
  const isNarrow = useMediaQuery(NARROW)
  const isTight = useMediaQuery(TIGHT)
  const [isListOpen, setIsListOpen] = useState(false)
  const queue = useQuery(core.reviews.queue.queryOptions())

  if (queue.error) return <Problem error={appErrorOf(queue.error)} />
  if (!queue.data) return <p className="column-note">{t('Opening the reviews…')}</p>
  if (queue.data.length === 0 && reviewId === null) return <NothingInReview />
  // A wide window never shows an empty page beside a list.
  if (reviewId === null && !isNarrow && queue.data[0]) return <Redirect to={`/review/${queue.data[0].id}`} replace />
  const list = <ReviewQueue reviews={queue.data} openId={reviewId} onChosen={() => setIsListOpen(false)} />
  if (reviewId === null) return <div className="writing">{list}</div>
  return (
    <div className="writing writing-open">
      {isTight ? (
        <Drawer side="start" title={t('Reviews')} isOpen={isListOpen} onClose={() => setIsListOpen(false)}>
          {list}
        </Drawer>
      ) : (
        list
      )}
      <OpenReview key={reviewId} reviewId={reviewId} onShowList={isTight ? () => setIsListOpen(true) : null} />
    </div>
  )
}

interface ReviewQueueProps {
  reviews: readonly ReviewSummary[]
  openId: string | null
  onChosen: () => void
}

function ReviewQueue({ reviews, openId, onChosen }: ReviewQueueProps) {
  const [view, setView] = useState<QueueView>('all')
  const shown = reviews.filter((review) => isInView(view, review))
  const blogs = new Set(reviews.map(({ blogName }) => blogName))
  return (
    <section className="column" aria-label={t('Reviews')}>
      <header className="column-head">
        <h1>{t('Review', {}, 'place')}</h1>
        <div className="column-head-acts">
          <OpenFileButton />
          <QueueMenu reviews={reviews} />
        </div>
      </header>
      <FilterChips
        views={QUEUE_VIEWS}
        names={queueNames()}
        value={view}
        countOf={(each) => reviews.filter((review) => isInView(each, review)).length}
        onChange={setView}
      />
      {shown.length === 0 ? (
        <p className="column-note">{nothingIn(view)}</p>
      ) : (
        <VirtualList
          label={t('Reviews')}
          items={shown}
          keyOf={({ id }) => id}
          estimatedHeightPx={96}
          showKey={openId}
          renderItem={(review) => (
            <ReviewRow review={review} isOpen={review.id === openId} showsBlog={blogs.size > 1} onChosen={onChosen} />
          )}
        />
      )}
    </section>
  )
}

function NothingInReview() {
  return (
    <Empty title={t('Nothing is in review')}>
      <p>
        {t(
          'Open a post and choose “Ask for review”. It can be read, changed and approved here by whoever sits at this laptop, also without a line and without an account on the blog. A draft from another laptop comes as a review file, and what others hand in on a blog where you may edit it stands here by itself.',
        )}
      </p>
      <div className="new-note-acts">
        <OpenFileButton look="primary" />
        <Link href="/writing" className="button">
          {t('Go to the posts')}
        </Link>
        <QueueMenu reviews={[]} />
      </div>
    </Empty>
  )
}
