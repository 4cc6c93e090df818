import { useMutation } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { postStateWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { changesPath } from '../conflict/changes-path.ts'
import { OffBlogBanner } from './off-blog-banner.tsx'
import { usePostSummary } from './use-post-summary.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Shown only when somebody has to decide something about the open post. */
export function StateBanner({ post, copy }: { post: Post; copy: WorkingCopy }) {
  const { core } = useCore()
  const { state, remoteStatus } = usePostSummary(post)
  const [, navigate] = useLocation()
  const takeOut = useMutation(core.posts.setTrashed.mutationOptions())
  const { sentence, tone } = postStateWords(state)

  if (state === 'changed-on-both') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>
          {sentence} {t('Nothing is sent before you have decided.')}
        </span>
        <Button onPress={() => void copy.flush().then(() => navigate(changesPath(post.id)))}>
          {t('See what changed')}
        </Button>
      </output>
    )
  }
  if (state === 'needs-you') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>
          {t('This post needs you.')} {sentence}
        </span>
        <Link href="/outbox" className="button">
          {t('Go to the outbox')}
        </Link>
      </output>
    )
  }
  if (state === 'off-the-blog') return <OffBlogBanner post={post} copy={copy} needsAnswer />
  if (state === 'in-trash' && remoteStatus !== null)
    return <OffBlogBanner post={post} copy={copy} needsAnswer={false} />
  if (state === 'in-trash') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>
          {t('This post is in the trash.')} {sentence}
        </span>
        <Button onPress={() => takeOut.mutate({ postId: post.id, isTrashed: false })}>{t('Take it out')}</Button>
      </output>
    )
  }
  return null
}
