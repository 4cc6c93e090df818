import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Empty, Problem } from '../../ui/problem.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import { DiscardedReplies } from './discarded-replies.tsx'
import { OutboxLine } from './outbox-line.tsx'
import { OutboxNotice } from './outbox-notice.tsx'
import { dropPlace, placesOf } from './outbox-order.ts'
import { SentLine } from './sent-line.tsx'
import { useEntryActs } from './use-entry-acts.ts'
import { useOutboxOrder } from './use-outbox-order.ts'
import './outbox.css'

const LINE_PX = 88
const keyOf = ({ id }: OutboxEntry): string => id
const isOver = (entry: OutboxEntry): boolean => entry.state === 'done' || entry.state === 'cancelled'

/** Everything that will leave this laptop, each with one word and one sentence; then what went, with its receipt. */
export function OutboxScreen() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const outbox = useQuery(core.outbox.list.queryOptions({ blogId: blog.id }))
  const waiting = useMemo(() => outbox.data?.filter((entry) => !isOver(entry)) ?? [], [outbox.data])
  const over = useMemo(() => outbox.data?.filter(isOver) ?? [], [outbox.data])
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  if (outbox.error) return <Problem error={appErrorOf(outbox.error)} />
  if (!outbox.data) return null

  return (
    <div ref={setScroller} className="outbox">
      <div className="outbox-page">
        <h1>{t('Outbox')}</h1>
        {waiting.length > 0 && <OutboxNotice line={line} waiting={waiting} />}
        {waiting.length === 0 ? (
          <Empty title={t('Nothing waits')}>
            <p>
              {t('What you publish or answer shows here until the blog has it. Nothing leaves this laptop unseen.')}
            </p>
          </Empty>
        ) : (
          <WaitingList waiting={waiting} scroller={scroller} />
        )}
        <DiscardedReplies />
        {over.length > 0 && (
          <>
            <h2>{t('Sent', {}, 'list of what went')}</h2>
            <VirtualRows
              label={t('Sent', {}, 'list of what went')}
              scroller={scroller}
              items={over}
              keyOf={keyOf}
              estimatedHeightPx={LINE_PX}
              renderItem={(entry) => <SentLine entry={entry} />}
            />
          </>
        )}
      </div>
    </div>
  )
}

interface WaitingListProps {
  waiting: readonly OutboxEntry[]
  scroller: HTMLElement | null
}

function WaitingList({ waiting, scroller }: WaitingListProps) {
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const order = useOutboxOrder(waiting)
  const acts = useEntryActs()
  const { places, nameOf, withKeptPost } = useMemo(() => factsOf(waiting), [waiting])
  const dragged = useRef<OutboxEntry | null>(null)
  // What a line is given stays the same function, so that one line's news does not draw five hundred.
  const latest = useRef({ order, waiting })
  useEffect(() => {
    latest.current = { order, waiting }
  })
  const onMove = useCallback(
    (entry: OutboxEntry, before: EntryId | null) => latest.current.order.move(entry, before),
    [],
  )
  const onDragStart = useCallback((entry: OutboxEntry) => void (dragged.current = entry), [])
  const onDrop = useCallback((onto: OutboxEntry, isUpperHalf: boolean) => {
    const entry = dragged.current
    dragged.current = null
    if (!entry) return
    const { before } = dropPlace(latest.current.waiting, onto, isUpperHalf)
    const place = placesOf(latest.current.waiting).get(entry.id)
    const isThereAlready =
      before === entry.id || (place !== undefined && before === followerOf(latest.current.waiting, entry))
    if (!isThereAlready) latest.current.order.move(entry, before)
  }, [])

  return (
    <>
      <VirtualRows
        label={t('Waiting', {}, 'list of what waits')}
        scroller={scroller}
        items={waiting}
        keyOf={keyOf}
        estimatedHeightPx={LINE_PX}
        renderItem={(entry) => (
          <OutboxLine
            entry={entry}
            waitsForNames={entry.waitsFor.flatMap(nameOf).join(', ')}
            isKeptWithPost={withKeptPost.has(entry.id)}
            place={places.get(entry.id)}
            sending={line?.sending?.entryId === entry.id ? line.sending : null}
            quiet={!line?.quiet || entry.kind === 'send-review' ? null : line.quiet.allowsUrgent ? 'urgent' : 'held'}
            acts={acts}
            onMove={onMove}
            onDragStart={onDragStart}
            onDrop={onDrop}
          />
        )}
      />
      <output className="visually-hidden" aria-live="polite">
        {order.announcement}
      </output>
    </>
  )
}

const followerOf = (waiting: readonly OutboxEntry[], entry: OutboxEntry): EntryId | null => {
  const movable = waiting.filter(({ kind }) => kind !== 'upload-picture')
  return movable[movable.indexOf(entry) + 1]?.id ?? null
}

function factsOf(waiting: readonly OutboxEntry[]) {
  const names = new Map(waiting.map(({ id, what }) => [id, what || t('Untitled')]))
  const isKept = ({ state, heldUntil }: OutboxEntry): boolean => state === 'held' && heldUntil === null
  const goesSoon = new Set(waiting.flatMap((entry) => (isKept(entry) ? [] : entry.waitsFor)))
  const ofKept = new Set(waiting.flatMap((entry) => (isKept(entry) ? entry.waitsFor : [])))
  return {
    places: placesOf(waiting),
    /** Only what is still here is waited for. */
    nameOf: (id: EntryId): string[] => [names.get(id)].filter((name) => name !== undefined),
    withKeptPost: new Set(
      waiting.flatMap(({ id, kind }) => (kind === 'upload-picture' && ofKept.has(id) && !goesSoon.has(id) ? [id] : [])),
    ),
  }
}
