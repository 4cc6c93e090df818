import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Problem } from '../../ui/problem.tsx'
import { useMyName } from './my-name.ts'
import { ReviewDesk } from './review-desk.tsx'
import { reviewMode } from './review-mode.ts'
import { useTakenCount } from './travel/files-to-open.ts'
import { t } from '../../../../shared/words/t.ts'
import '../editor/editor.css'
import '../editor/post-text.css'
import '../editor/blocks/blocks.css'
import '../editor/insert/insert.css'
import '../editor/details/details.css'

interface OpenReviewProps {
  reviewId: string
  /** Opens the list of reviews where it has no column of its own. */
  onShowList: (() => void) | null
}

/** Reads the review; what was new in it counts as seen once it is left. */
export function OpenReview({ reviewId, onShowList }: OpenReviewProps) {
  const { core } = useCore()
  const name = useMyName()
  const takenCount = useTakenCount()
  const review = useQuery(core.reviews.get.queryOptions({ reviewId }, { staleTime: 0, gcTime: 0 }))
  const see = useMutation(core.reviews.see.mutationOptions())
  const { data } = review
  // What was seen before it was opened; it does not become older while it is open.
  const [seenBefore, setSeenBefore] = useState<{ words: NonNullable<typeof data>['seen'] } | null>(null)
  if (data && seenBefore === null) setSeenBefore({ words: data.seen })
  // Its author may write on where nobody asked for a review: the text begins anew then, with what was typed merged into it.
  const given = JSON.stringify(data?.given)
  const [of, setOf] = useState({ given, count: 0 })
  if (data && of.given !== given) setOf({ given, count: of.count + 1 })
  const leave = useEffectEvent(() => {
    if (data) see.mutate({ reviewId })
  })
  useEffect(() => () => leave(), [])

  if (review.error) {
    return (
      <div className="paper">
        <Problem error={appErrorOf(review.error)}>
          <Link href="/review" className="button">
            {t('Back to the reviews')}
          </Link>
        </Problem>
      </div>
    )
  }
  // Its author asked for a review after it was listed as a post that only waits.
  if (data && data.id !== reviewId) return <Redirect to={`/review/${data.id}`} replace />
  if (!data || seenBefore === null) return <div className="paper" aria-busy="true" />
  const mode = reviewMode(data, name)
  return (
    <ReviewDesk
      // Another round, another who sits here, or what came from elsewhere begins with the text as it is kept.
      key={`${takenCount} ${of.count} ${data.round} ${mode === 'suggesting' ? 'suggesting' : 'reading'}`}
      review={data}
      seen={seenBefore.words}
      name={name}
      mode={mode}
      onShowList={onShowList}
    />
  )
}
