import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { statusOf, type Comment } from '../../../../shared/domain/comment.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import type { Notice } from './use-notice.ts'

/** Opens the post to correct it because of a comment, or goes there if it is open; null where the account may not change what is public. */
export function useCorrect(
  blog: Blog,
  notice: Notice,
  onBegun: (() => void) | undefined,
): ((comment: Comment) => void) | null {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const begin = useMutation(
    core.corrections.begin.mutationOptions({
      onSuccess: ({ postId }) => (onBegun ? onBegun() : navigate(`/writing/${postId}`)),
      onError: (error) => notice.say(errorLine(appErrorOf(error))),
    }),
  )
  if (blog.kind === 'archive' || !blog.rights.canPublish) return null
  return (comment) => begin.mutate({ commentId: comment.id })
}

/** What somebody else said, and what is not put away: there a mistake may have been found. */
export const mayCorrectFor = (comment: Comment): boolean =>
  comment.entry === null && !comment.isMine && statusOf(comment) !== 'spam' && statusOf(comment) !== 'trash'
