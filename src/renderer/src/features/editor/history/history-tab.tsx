import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button as AriaButton, Switch } from 'react-aria-components'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Snapshot } from '../../../../../shared/contract/services.ts'
import type { PostId, SnapshotId } from '../../../../../shared/domain/ids.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { t } from '../../../../../shared/words/t.ts'
import { laterDialog } from '../../../ui/later.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { exactTime } from '../../../ui/times.ts'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import type { WorkingCopy } from '../working-copy.ts'
import { foldSaves, type HistoryLine } from './fold-saves.ts'
import { changeSpoken, changeWords, dayName, isPoint, pointWords, timeOfDay } from './history-words.ts'
import './history.css'

const CompareDialog = laterDialog(async () => (await import('./compare-dialog.tsx')).CompareDialog)

/** Every version, the newest first, by days. A press shows what changed in it, and from there it can be brought back. */
export function HistoryTab({ post, copy }: { post: Post; copy: WorkingCopy }) {
  const { core } = useCore()
  const [openId, setOpenId] = useState<SnapshotId | null>(null)
  const [arePointsOnly, setPointsOnly] = useState(false)
  const [now] = useState(() => new Date())
  const history = useQuery(core.posts.history.queryOptions({ postId: post.id }))
  const snapshots = useMemo(() => history.data ?? [], [history.data])
  const [unfolded, setUnfolded] = useState<ReadonlySet<SnapshotId>>(new Set())
  const shown = useMemo(
    () =>
      foldSaves(arePointsOnly ? snapshots.filter(isPoint) : snapshots)
        .flatMap((line) =>
          // Known by its oldest: a further save joins the line and leaves it unfolded.
          unfolded.has(oldestOf(line).id)
            ? [line.snapshot, ...line.earlier].map((snapshot) => ({ snapshot, earlier: [] }))
            : [line],
        )
        .map((line, index, all) => ({
          ...line,
          day: startsDay(line.snapshot, all[index - 1]?.snapshot) ? dayName(line.snapshot.createdAt, now) : null,
        })),
    [snapshots, arePointsOnly, now, unfolded],
  )

  if (history.error) return <Problem error={appErrorOf(history.error)} />
  if (history.data && snapshots.length === 0)
    return (
      <p className="history-note">{t('Each version that is saved, sent or received from now on can be found here.')}</p>
    )
  return (
    <>
      <div className="history-head">
        <Switch className="switch" isSelected={arePointsOnly} onChange={setPointsOnly}>
          <span className="switch-track" />
          {t('Only sent, received and named')}
        </Switch>
      </div>
      {shown.length === 0 && history.data ? (
        <p className="history-note">{t('Nothing was sent or received, and no version has a name yet.')}</p>
      ) : (
        <VirtualList
          label={t('Versions')}
          items={shown}
          keyOf={({ snapshot }) => snapshot.id}
          estimatedHeightPx={54}
          showKey={null}
          renderItem={({ snapshot, earlier, day }) => (
            <>
              {day !== null && <h3 className="history-day">{day}</h3>}
              <VersionRow
                postId={post.id}
                snapshot={snapshot}
                isNewest={snapshot === snapshots[0]}
                onOpen={() => void copy.flush().finally(() => setOpenId(snapshot.id))}
              />
              {earlier.length > 0 && (
                <AriaButton
                  className="history-more"
                  onPress={() => setUnfolded(new Set([...unfolded, oldestOf({ snapshot, earlier }).id]))}
                >
                  {t(
                    '{count, plural, one {One save of the ten minutes before} other {# saves of the ten minutes before}}',
                    { count: earlier.length },
                  )}
                </AriaButton>
              )}
            </>
          )}
        />
      )}
      {openId !== null && (
        <CompareDialog
          post={post}
          copy={copy}
          snapshots={snapshots}
          openedId={openId}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}

const oldestOf = ({ snapshot, earlier }: HistoryLine): Snapshot => earlier.at(-1) ?? snapshot

const startsDay = (snapshot: Snapshot, newer: Snapshot | undefined): boolean =>
  new Date(snapshot.createdAt).toDateString() !== (newer && new Date(newer.createdAt).toDateString())

interface VersionRowProps {
  postId: PostId
  snapshot: Snapshot
  isNewest: boolean
  onOpen: () => void
}

function VersionRow({ postId, snapshot, isNewest, onOpen }: VersionRowProps) {
  const { core } = useCore()
  const changes = useQuery(
    core.history.changes.queryOptions({ postId, snapshotIds: [snapshot.id] }, { select: ([change]) => change }),
  )
  const point = pointWords(snapshot)
  const spoken = changes.data ? `, ${changeSpoken(changes.data)}` : ''
  return (
    <AriaButton className="history-row" onPress={onOpen}>
      <span className="visually-hidden">{t('Version of {time}', { time: exactTime(snapshot.createdAt) })}, </span>
      <span className={isPoint(snapshot) ? 'history-point' : undefined} dir="auto">
        {point}
      </span>
      <span className="history-facts">
        <span aria-hidden="true">{timeOfDay(snapshot.createdAt)}</span>
        {changes.data && (
          <span dir="auto" aria-hidden="true">
            {changeWords(changes.data)}
          </span>
        )}
        {isNewest && <span>{t('Newest')}</span>}
      </span>
      <span className="visually-hidden">{spoken}</span>
    </AriaButton>
  )
}
