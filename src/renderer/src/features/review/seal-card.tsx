import { useState } from 'react'
import { Link } from 'wouter'
import type { Post } from '../../../../shared/domain/post.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { longTime } from '../../ui/times.ts'
import { usePostSummary } from '../editor/use-post-summary.ts'
import { usePostReview } from './use-post-review.ts'
import { t } from '../../../../shared/words/t.ts'

const AskDialog = laterDialog(async () => (await import('./ask-dialog.tsx')).AskDialog)

interface SealCardProps {
  post: Post
  /** Everything typed is kept when this resolves; rejects when it could not be. */
  keep: () => Promise<void>
}

/** Whether what is written is what was approved, and the way to ask for it. */
export function SealCard({ post, keep }: SealCardProps) {
  const review = usePostReview(post.id)
  const { publishedAt, remoteStatus } = usePostSummary(post)
  const [isAsking, setIsAsking] = useState(false)
  const seal = review?.seal ?? { state: 'none' as const }
  const isWaiting = review?.waitsFor === 'reviewer'
  return (
    <section className="finding-card seal-card" aria-label={t('Seal')}>
      <h2>
        <span className="seal-word">{seal.state === 'whole' ? t('Sealed') : t('Seal')}</span>
      </h2>
      <p>
        {seal.state === 'none' &&
          (isWaiting
            ? t('It waits for a reviewer.')
            : t('Not approved. A second pair of eyes can seal exactly this text.'))}
        {seal.state === 'whole' &&
          t('Exactly what {name} approved, {time}.', { name: seal.approvedBy, time: longTime(seal.approvedAt) })}
        {seal.state === 'broken' && `${t('Broken.', {}, 'a seal')} ${sealSentence(seal)}`}
      </p>
      <div className="finding-acts seal-acts">
        {review && (
          <Link href={`/review/${review.id}`} className="button button-link">
            {t('See the review')}
          </Link>
        )}
        {!isWaiting && seal.state !== 'whole' && (
          <Button look="link" onPress={() => setIsAsking(true)}>
            {review ? t('Ask again…', {}, 'for a review') : t('Ask for review…')}
          </Button>
        )}
      </div>
      <AskDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        postId={post.id}
        publishAt={remoteStatus === 'future' ? publishedAt : null}
        before={review}
        onBefore={keep}
      />
    </section>
  )
}
