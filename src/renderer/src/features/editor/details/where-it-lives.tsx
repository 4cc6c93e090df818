import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine, postStateWords } from '../../../../../shared/sentences.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { addressWords } from '../../../ui/address-words.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { longTime } from '../../../ui/times.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { ChangeTime } from '../publish/change-time.tsx'
import { usePostSummary } from '../use-post-summary.ts'
import type { WorkingCopy } from '../working-copy.ts'

/** State, address and the last time it was sent. */
export function WhereItLives({ post, copy }: { post: Post; copy: WorkingCopy }) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const summary = usePostSummary(post)
  const { state, link, remoteStatus } = summary
  const outbox = useQuery(core.outbox.list.queryOptions({ blogId: post.blogId }))
  const receipt = (outbox.data ?? []).find((entry) => entry.postId === post.id && entry.receipt !== null)?.receipt
  const setTrashed = useMutation(
    core.posts.setTrashed.mutationOptions({
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const words = postStateWords(state, useActiveBlog().kind)

  async function putIntoTrash(): Promise<void> {
    await copy.flush()
    await setTrashed.mutateAsync({ postId: post.id, isTrashed: true })
    navigate('/writing')
    showToast({
      text:
        post.kind === 'page'
          ? t('The page is in the trash of this laptop.')
          : t('The post is in the trash of this laptop.'),
      action: { label: t('Undo'), run: () => setTrashed.mutate({ postId: post.id, isTrashed: false }) },
    })
  }

  return (
    <div className="where">
      <h2 className="field-label">{t('Where it lives')}</h2>
      <p>
        <StateBadge words={words} /> {words.sentence}
      </p>
      {remoteStatus === 'future' && <ChangeTime post={summary} />}
      {link !== null && state !== 'off-the-blog' && state !== 'in-trash' && (
        <p className="where-link">
          <a dir="auto" href={link} target="_blank" rel="noreferrer noopener">
            {addressWords(link)}
          </a>
        </p>
      )}
      {receipt && remoteStatus !== null && (
        <p className="field-hint">
          {t('Last sent {time} here, {siteTime} at the blog', {
            time: longTime(receipt.sentAt),
            siteTime: receipt.siteTime,
          })}
        </p>
      )}
      {remoteStatus === null && state !== 'in-trash' && (
        <Button look="link" onPress={() => void putIntoTrash().catch(() => undefined)}>
          {t('Put into the trash')}
        </Button>
      )}
    </div>
  )
}
