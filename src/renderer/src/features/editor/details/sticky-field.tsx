import { useMutation } from '@tanstack/react-query'
import { Checkbox } from 'react-aria-components'
import { errorLine } from '../../../../../shared/sentences.ts'
import type { Post, StickyFixed } from '../../../../../shared/domain/post.ts'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { Icon } from '../../../ui/icon.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import { usePostSummary } from '../use-post-summary.ts'

/** Whether the blog keeps the post at its top. Of what the account may not do it says so; a wish from before can be taken back. */
export function StickyField({ post }: { post: Post }) {
  const { core } = useCore()
  const { isSticky, hasStickyWish } = usePostSummary(post)
  const setSticky = useMutation(
    core.posts.setSticky.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  return (
    <Checkbox
      className="checkbox"
      isSelected={isSticky}
      isDisabled={post.stickyFixed !== null && !hasStickyWish}
      onChange={(wanted) => setSticky.mutate({ postId: post.id, isSticky: wanted })}
    >
      <span className="checkbox-box">
        <Icon name="check" />
      </span>
      <span>
        {t('Keep at the top of the blog')}
        <span className="field-hint checkbox-hint">{stickyHint(post.stickyFixed)}</span>
      </span>
    </Checkbox>
  )
}

function stickyHint(fixed: StickyFixed | null): string {
  switch (fixed) {
    case null:
      return t('Its front page shows it before newer posts. It changes there with the next sending of this post.')
    case 'no-right':
      return t('Your account may not change that on this blog.')
    case 'has-password':
      return t('The blog keeps no post at its top that asks readers for a password.')
  }
}
