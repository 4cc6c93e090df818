import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { postStateWords } from '../../../../shared/sentences.ts'
import { ReviewBadge } from '../review/review-badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { lookAgainWords } from './look-again-words.ts'

interface PostRowProps {
  post: PostSummary
  /** undefined where nobody ever asked for one. */
  review?: ReviewSummary | undefined
  isBest: boolean
  isOpen: boolean
  onChosen: (() => void) | undefined
}

const isDue = (reviewBy: string | null, today = new Date()): boolean =>
  reviewBy !== null && reviewBy <= today.toLocaleDateString('en-CA')

export function PostRow({ post, review, isBest, isOpen, onChosen }: PostRowProps) {
  const words = t('{count, plural, one {# word} other {# words}}', { count: post.wordCount })
  return (
    <Link
      href={`/writing/${post.id}`}
      className="post-row"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => onChosen?.()}
    >
      <span className="post-row-title writers-voice" dir="auto" lang={post.language || undefined}>
        {post.title.trim() === '' ? t('Untitled') : post.title.slice(0, 300)}
      </span>
      {post.excerptLine !== '' && (
        <span className="post-row-excerpt" dir="auto" lang={post.language || undefined}>
          {post.excerptLine}
        </span>
      )}
      <span className="post-row-facts">
        {post.isSticky && (
          <span className="post-row-mark">
            <Icon name="pin" />
            <span className="visually-hidden">{t('At the top of the blog')}</span>
          </span>
        )}
        {isBest && (
          <span className="post-row-mark">
            <Icon name="star" />
            <span className="visually-hidden">{t('One of the best bits')}</span>
          </span>
        )}
        {post.kind === 'page' && <span className="post-row-kind">{t('Page', {}, 'of a blog')}</span>}
        <StateBadge words={postStateWords(post.state)} />
        {review && review.state !== 'withdrawn' && <ReviewBadge review={review} />}
        {isDue(post.reviewBy) && <StateBadge words={lookAgainWords()} />}
        <span>
          {shortTime(post.editedAt)} · {words}
          {post.language !== '' && ` · ${post.language}`}
        </span>
      </span>
    </Link>
  )
}
