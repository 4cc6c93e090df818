import { useMutation } from '@tanstack/react-query'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Snapshot } from '../../../../../shared/contract/services.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { t } from '../../../../../shared/words/t.ts'
import { exactTime } from '../../../ui/times.ts'
import { showToast } from '../../../ui/toasts.tsx'
import type { WorkingCopy } from '../working-copy.ts'

/** Brings a version back. What was there stays in the history, so it needs no question, and there is an Undo. */
export function useRestoreVersion(post: Post, copy: WorkingCopy) {
  const { core, queryClient } = useCore()
  const restore = useMutation(
    core.posts.restore.mutationOptions({
      onSuccess: async (restored) => {
        copy.show(restored, { canUndo: true })
        await queryClient.invalidateQueries({ queryKey: core.posts.history.queryKey({ postId: post.id }) })
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )

  /** The version from before is the newest one in the history once everything typed is committed. */
  async function bringBack(snapshot: Snapshot): Promise<void> {
    await copy.flush()
    const before = await queryClient.fetchQuery(core.posts.history.queryOptions({ postId: post.id }, { staleTime: 0 }))
    await restore.mutateAsync({ postId: post.id, snapshotId: snapshot.id })
    const newest = before[0]
    showToast({
      text: t('The version of {time} is back. What was there is in the history.', {
        time: exactTime(snapshot.createdAt),
      }),
      ...(newest
        ? { action: { label: t('Undo'), run: () => restore.mutate({ postId: post.id, snapshotId: newest.id }) } }
        : {}),
    })
  }
  return { bringBack, isPending: restore.isPending }
}
