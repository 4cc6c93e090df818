import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { FeedId } from '../../../../shared/domain/ids.ts'
import { isShownIn, type ReadingDesk, type ReadingView } from '../../../../shared/domain/reading.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { FeedsDialog } from './feeds-dialog.tsx'
import { ReadingItem } from './reading-item.tsx'
import { ReadingFilter, ReadingRow } from './reading-list.tsx'
import { useReadingKeys } from './use-reading-keys.ts'
import './reading.css'

const NOTHING_IN: Record<ReadingView, string> = {
  all: 'Nothing has come yet.',
  unread: 'Everything is read.',
  noted: 'There are no notes.',
  'to-answer': 'No answer waits.',
}

/** Left: what others wrote, the newest first. Right: one of it, to be read and written beside without a line. */
export function ReadingScreen({ itemId }: { itemId: string | null }) {
  const { core } = useCore()
  const isNarrow = useMediaQuery(NARROW)
  const [, navigate] = useLocation()
  const [feedId, setFeedId] = useState<FeedId | null>(null)
  const [view, setView] = useState<ReadingView>('all')
  const [areFeedsOpen, setAreFeedsOpen] = useState(false)
  const desk = useQuery(core.reading.desk.queryOptions())
  const items = useQuery(core.reading.items.queryOptions({ feedId }))
  const kept = useKeptInView(view, feedId, itemId)
  const shown = useMemo(
    () => (items.data ?? []).filter((item) => isShownIn[view](item) || kept.has(item.id)),
    [items.data, view, kept],
  )
  const openId = items.data?.find(({ id }) => id === itemId)?.id ?? null

  useReadingKeys(
    shown.map(({ id }) => id),
    openId,
    (id) => navigate(`/reading/${id}`),
  )

  const error = desk.error ?? items.error
  if (error) return <Problem error={appErrorOf(error)} />
  if (!desk.data || !items.data) return <p className="column-note">Opening what you read…</p>
  const { feeds } = desk.data
  const dialog = <FeedsDialog feeds={feeds} isOpen={areFeedsOpen} onClose={() => setAreFeedsOpen(false)} />
  if (feeds.length === 0 && items.data.length === 0 && feedId === null)
    return <NothingToRead onAdd={() => setAreFeedsOpen(true)}>{dialog}</NothingToRead>
  // A wide window never shows an empty page beside a list.
  if (openId === null && !isNarrow && shown[0]) return <Redirect to={`/reading/${shown[0].id}`} replace />
  return (
    <div className={openId !== null ? 'writing writing-open' : 'writing'}>
      {!(isNarrow && openId !== null) && (
        <section className="column" aria-label="Reading">
          <header className="column-head">
            <h1>Reading</h1>
            <Button look="quiet" onPress={() => setAreFeedsOpen(true)}>
              Feeds…
            </Button>
          </header>
          <ReadingFilter
            feeds={feeds}
            feedId={feedId}
            onFeed={setFeedId}
            items={items.data}
            view={view}
            onView={setView}
          />
          <FetchLine desk={desk.data} onFaults={() => setAreFeedsOpen(true)} />
          {shown.length === 0 ? (
            <p className="column-note">{NOTHING_IN[view]}</p>
          ) : (
            <VirtualList
              label="Items"
              items={shown}
              keyOf={({ id }) => id}
              estimatedHeightPx={84}
              showKey={openId}
              renderItem={(item) => <ReadingRow item={item} isOpen={item.id === openId} />}
            />
          )}
        </section>
      )}
      {openId !== null && <ReadingItem key={openId} itemId={openId} showsBack={isNarrow} />}
      {openId === null && !isNarrow && <section className="paper" />}
      {dialog}
    </div>
  )
}

/** What was opened in a view stays there until another view is chosen, although it is read by then. */
function useKeptInView(view: ReadingView, feedId: FeedId | null, itemId: string | null): ReadonlySet<string> {
  const [kept, setKept] = useState<{ of: string; ids: ReadonlySet<string> }>({ of: '', ids: new Set() })
  const of = `${view} ${feedId ?? ''}`
  const ids = kept.of === of ? kept.ids : NONE
  if (itemId !== null && !ids.has(itemId)) setKept({ of, ids: new Set([...ids, itemId]) })
  return ids
}
const NONE: ReadonlySet<string> = new Set()

/** How far fetching has come, what came in its way, and a way to ask for it. */
function FetchLine({ desk: { feeds, progress }, onFaults }: { desk: ReadingDesk; onFaults: () => void }) {
  const { core } = useCore()
  const fetchNow = useMutation(
    core.reading.fetchNow.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const faults = feeds.filter(({ fault }) => fault !== null).length
  return (
    <div className="reading-fetch">
      {progress === null && feeds.length > 0 && (
        <Button look="link" onPress={() => fetchNow.mutate()}>
          Fetch now
        </Button>
      )}
      {progress === null && faults > 0 && (
        <Button look="link" onPress={onFaults}>
          {faults === 1 ? 'One feed could not be read' : `${faults} feeds could not be read`}
        </Button>
      )}
      <output>
        {progress !== null
          ? `Fetching ${Math.min(progress.doneCount + 1, progress.totalCount)} of ${feedsWords(progress.totalCount)}…`
          : ''}
      </output>
    </div>
  )
}

const feedsWords = (count: number): string => (count === 1 ? '1 feed' : `${count} feeds`)

function NothingToRead({ onAdd, children }: { onAdd: () => void; children: ReactNode }) {
  return (
    <Empty title="Nothing to read yet">
      <p>
        Add the blogs of others, or your own. What they write is kept here to be read without a line, with room for your
        notes beside it.
      </p>
      <Button look="primary" onPress={onAdd}>
        Add a feed…
      </Button>
      {children}
    </Empty>
  )
}
