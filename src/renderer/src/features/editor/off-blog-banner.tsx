import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OffBlog, Post } from '../../../../shared/domain/post.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import type { WorkingCopy } from './working-copy.ts'

interface OffBlogBannerProps {
  post: Post
  copy: WorkingCopy
  /** There are words here that the blog never had, or they wait in the outbox: then somebody has to decide. */
  needsAnswer: boolean
}

/** For a post that somebody took off the blog: nothing of it is lost, and nothing is sent by either answer. */
export function OffBlogBanner({ post, copy, needsAnswer }: OffBlogBannerProps) {
  const { core } = useCore()
  const { id: postId } = post
  const off = useQuery(core.posts.offBlog.queryOptions({ postId })).data
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const restore = useMutation(
    core.posts.restore.mutationOptions({ onSuccess: (back) => copy.show(back, { canUndo: false }), onError }),
  )
  const keep = useMutation(
    core.posts.keepAsNew.mutationOptions({
      onSuccess: () =>
        showToast({ text: t('This is a new draft now. Nothing was sent. What the blog had is in its history.') }),
      onError,
    }),
  )
  const letGo = useMutation(
    core.posts.letGo.mutationOptions({
      onSuccess: ({ post: left, keptAs }) => {
        copy.show(left, { canUndo: false })
        showToast({
          text: t('The post is left in the trash. Your words stay in its history.'),
          action: { label: t('Undo'), run: () => restore.mutate({ postId, snapshotId: keptAs }) },
        })
      },
      onError,
    }),
  )
  const isPending = keep.isPending || letGo.isPending
  const after = (act: () => void): void => void copy.flush().then(act)
  return (
    <div className={`state-banner ${needsAnswer ? 'tone-needs-you' : 'tone-plain'}`}>
      <output>
        {off && offBlogSentence(off)}{' '}
        {needsAnswer ? t('Your words are safe here, and nothing is sent.') : t('What it said is kept here.')}
      </output>
      <div className="state-banner-acts">
        <Button isPending={isPending} onPress={() => after(() => keep.mutate({ postId }))}>
          {needsAnswer ? t('Keep mine as a new draft') : t('Use it for a new draft')}
        </Button>
        {needsAnswer && (
          <Button isPending={isPending} onPress={() => after(() => letGo.mutate({ postId }))}>
            {t('Let it go', {}, 'give up a post')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** WordPress does not tell who it was. */
function offBlogSentence({ how, seenAt }: OffBlog): string {
  const time = longTime(seenAt)
  return how === 'trashed'
    ? t('Somebody put this post into the trash of the blog; who, the blog does not say. Seen here on {time}.', { time })
    : t('Somebody deleted this post from the blog; who, the blog does not say. Seen here on {time}.', { time })
}
