import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '../../api/queries.ts'
import type { Comment } from '../../../../shared/domain/comment.ts'
import type { Correction } from '../../../../shared/domain/correction.ts'
import { t } from '../../../../shared/words/t.ts'

/** That the post is being corrected because of this comment, and what that means for an answer to it. */
export function CorrectionLine({ comment }: { comment: Comment }) {
  const { core } = useCore()
  const { id, postId } = comment
  const corrections = useQuery(core.corrections.ofPost.queryOptions({ postId }))
  const correction = corrections.data?.find(({ commentId }) => commentId === id)
  if (!correction) return null
  return (
    <p className="field-hint correction-line">
      {answerWords(correction)} <Link href={`/writing/${postId}`}>{t('Go on correcting the post')}</Link>
    </p>
  )
}

function answerWords({ isChanged, post }: Correction): string {
  if (post === 'waits') return t('The corrected post is in the outbox; an answer written now goes behind it.')
  if (post === 'on-the-blog') return t('The corrected post is on the blog.')
  return isChanged
    ? t('The corrected post is not in the outbox yet: an answer would go before it.')
    : t('You are correcting the post because of this. Nothing in it is changed yet.')
}
