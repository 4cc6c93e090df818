import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { errorLine, postStateWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { usePostSummary } from './use-post-summary.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Shown only when somebody has to decide something about the open post. */
export function StateBanner({ post, copy }: { post: Post; copy: WorkingCopy }) {
  const { core } = useCore()
  const { state } = usePostSummary(post)
  const settle = useMutation(
    core.posts.settle.mutationOptions({
      onSuccess: (kept) => copy.show(kept, { canUndo: false }),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const takeOut = useMutation(core.posts.setTrashed.mutationOptions())
  const { sentence, tone } = postStateWords(state)

  if (state === 'changed-on-both') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>{sentence} Whichever you keep, the other stays in the history and nothing is sent.</span>
        <Button onPress={() => settle.mutate({ postId: post.id, keep: 'mine' })}>Keep mine</Button>
        <Button onPress={() => settle.mutate({ postId: post.id, keep: 'the-blogs' })}>Take the blog’s</Button>
      </output>
    )
  }
  if (state === 'needs-you') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>This post needs you. {sentence}</span>
        <Link href="/outbox" className="button">
          Go to the outbox
        </Link>
      </output>
    )
  }
  if (state === 'in-trash') {
    return (
      <output className={`state-banner tone-${tone}`}>
        <span>This post is in the trash. {sentence}</span>
        {post.remoteId === null && (
          <Button onPress={() => takeOut.mutate({ postId: post.id, isTrashed: false })}>Take it out</Button>
        )}
      </output>
    )
  }
  return null
}
