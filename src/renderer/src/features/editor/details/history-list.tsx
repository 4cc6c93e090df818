import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Snapshot } from '../../../../../shared/contract/services.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { Button } from '../../../ui/button.tsx'
import { exactTime } from '../../../ui/times.ts'
import { showToast } from '../../../ui/toasts.tsx'
import type { WorkingCopy } from '../working-copy.ts'

const SHOWN_AT_FIRST = 5

/** Every version that was saved, sent or received. Restoring keeps what was there, so it needs no question. */
export function HistoryList({ post, copy }: { post: Post; copy: WorkingCopy }) {
  const { core, queryClient } = useCore()
  const [showsAll, setShowsAll] = useState(false)
  const history = useQuery(core.posts.history.queryOptions({ postId: post.id }))
  const restore = useMutation(
    core.posts.restore.mutationOptions({
      onSuccess: async (restored) => {
        copy.show(restored, { canUndo: true })
        await queryClient.invalidateQueries({ queryKey: core.posts.history.queryKey({ postId: post.id }) })
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const snapshots = history.data ?? []
  if (snapshots.length === 0)
    return <p className="field-hint">No version yet. Each pause in your typing keeps one, on this laptop.</p>
  const shown = showsAll ? snapshots : snapshots.slice(0, SHOWN_AT_FIRST)

  /** The version from before is the newest one in the history once everything typed is committed. */
  async function bringBack(snapshot: Snapshot): Promise<void> {
    await copy.flush()
    const before = await queryClient.fetchQuery(core.posts.history.queryOptions({ postId: post.id }, { staleTime: 0 }))
    await restore.mutateAsync({ postId: post.id, snapshotId: snapshot.id })
    const newest = before[0]
    showToast({
      text: `The version of ${exactTime(snapshot.createdAt)} is back. What was there is in the history.`,
      ...(newest
        ? { action: { label: 'Undo', run: () => restore.mutate({ postId: post.id, snapshotId: newest.id }) } }
        : {}),
    })
  }

  return (
    <div className="field">
      <ol className="history" aria-label="History">
        {shown.map((snapshot) => (
          <li key={snapshot.id}>
            <span>
              {exactTime(snapshot.createdAt)}
              <span className="field-hint">
                {whyWords(snapshot.why)}
                {snapshot.wordCount > 0 && `, ${snapshot.wordCount.toLocaleString('en-GB')} words`}
              </span>
            </span>
            <Button
              look="link"
              aria-label={`Restore the version of ${exactTime(snapshot.createdAt)}`}
              isPending={restore.isPending}
              onPress={() => void bringBack(snapshot).catch(() => undefined)}
            >
              Restore
            </Button>
          </li>
        ))}
      </ol>
      {snapshots.length > SHOWN_AT_FIRST && !showsAll && (
        <Button look="link" onPress={() => setShowsAll(true)}>
          Show all {snapshots.length.toLocaleString('en-GB')} versions
        </Button>
      )}
    </div>
  )
}

function whyWords(why: Snapshot['why']): string {
  switch (why) {
    case 'autosave':
      return 'Saved here'
    case 'sent':
      return 'Sent'
    case 'received':
      return 'From the blog'
    case 'before-receive':
      return 'Before the blog’s text came'
    case 'merged':
      return 'Both texts put together'
    case 'restored':
      return 'Brought back'
  }
}
