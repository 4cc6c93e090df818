import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { FeedId } from '../../../../shared/domain/ids.ts'
import { isShownIn, type ReadingDesk, type ReadingView } from '../../../../shared/domain/reading.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { ReadingItem } from './reading-item.tsx'
import { ReadingFilter, ReadingRow } from './reading-list.tsx'
import { useReadingKeys } from './use-reading-keys.ts'
import './reading.css'

const FeedsDialog = laterDialog(async () => (await import('./feeds-dialog.tsx')).FeedsDialog)

function nothingIn(view: ReadingView): string {
  switch (view) {
    case 'all':
      return t('Nothing has come yet.')
    case 'unread':
      return t('Everything is read.')
    case 'noted':
      return t('There are no notes.')
    case 'to-answer':
      return t('No answer waits.')
  }
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
  if (!desk.data || !items.data) return <p className="column-note">{t('Opening what you read…')}</p>
  const { feeds } = desk.data
  const dialog = <FeedsDialog feeds={feeds} isOpen={areFeedsOpen} onClose={() => setAreFeedsOpen(false)} />
  if (feeds.length === 0 && items.data.length === 0 && feedId === null)
    return <NothingToRead onAdd={() => setAreFeedsOpen(true)}>{dialog}</NothingToRead>
  // A wide window never shows an empty page beside a list.
  if (openId === null && !isNarrow && shown[0]) return <Redirect to={`/reading/${shown[0].id}`} replace />
  return (
    <div className={openId !== null ? 'writing writing-open' : 'writing'}>
      {!(isNarrow && openId !== null) && (
        <section className="column" aria-label={t('Reading', {}, 'place of the desk')}>
          <header className="column-head">
            <h1>{t('Reading', {}, 'place of the desk')}</h1>
            <Button look="quiet" onPress={() => setAreFeedsOpen(true)}>
              {t('Feeds…')}
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
            <p className="column-note">{nothingIn(view)}</p>
          ) : (
            <VirtualList
              label={t('Items', {}, 'of feeds')}
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
  const isCostly = useQuery(core.line.list.queryOptions()).data?.some((line) => line.isCostly) === true
  const fetchNow = useMutation(
    core.reading.fetchNow.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const faults = feeds.filter(({ fault }) => fault !== null).length
  return (
    <div className="reading-fetch">
      {progress === null && feeds.length > 0 && (
        <Button look="link" onPress={() => fetchNow.mutate()}>
          {t('Fetch now')}
        </Button>
      )}
      {progress === null && faults > 0 && (
        <Button look="link" onPress={onFaults}>
          {t('{count, plural, one {One feed could not be read} other {# feeds could not be read}}', { count: faults })}
        </Button>
      )}
      <output>
        {progress !== null
          ? t('Fetching {number, number} of {count, plural, one {# feed} other {# feeds}}…', {
              number: Math.min(progress.doneCount + 1, progress.totalCount),
              count: progress.totalCount,
            })
          : isCostly && feeds.length > 0
            ? t('The line costs: they come when you ask.')
            : ''}
      </output>
    </div>
  )
}

function NothingToRead({ onAdd, children }: { onAdd: () => void; children: ReactNode }) {
  return (
    <Empty title={t('Nothing to read yet')}>
      <p>
        {t(
          'Add the blogs of others, or your own. What they write is kept here to be read without a line, with room for your notes beside it.',
        )}
      </p>
      <Button look="primary" onPress={onAdd}>
        {t('Add a feed…')}
      </Button>
      {children}
    </Empty>
  )
}
