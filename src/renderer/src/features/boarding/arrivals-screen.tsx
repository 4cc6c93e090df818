import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Problem, ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import { ArrivalsRow } from './arrivals-row.tsx'
import { doesGo, whoGoes } from './who-goes.ts'
import './boarding.css'

/** After landing: what will go, in its order, before anything of it goes. */
export function ArrivalsScreen() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const outbox = useQuery(core.outbox.list.queryOptions({ blogId: blog.id }))
  if (outbox.error) return <Problem error={appErrorOf(outbox.error)} />
  if (!outbox.data || !line) return null
  const asked = new Set(line.arrival?.entryIds)
  const entries = outbox.data.filter(({ id }) => asked.has(id))
  return (
    <div className="boarding">
      <h1>{t('Arrivals', {}, 'after landing')}</h1>
      {entries.length === 0 ? (
        <Empty title={t('Nothing waits for your Go')}>
          <p>{t('When the line has been away for a while and something waits, it is shown here before it goes.')}</p>
          <Link href="/outbox" className="button">
            {t('See the outbox')}
          </Link>
        </Empty>
      ) : (
        <GoList key={entries.map(({ id }) => id).join()} entries={entries} isOpen={line.state === 'open'} />
      )}
    </div>
  )
}

/** What the person keeps is forgotten as soon as the list is another. */
function GoList({ entries, isOpen }: { entries: OutboxEntry[]; isOpen: boolean }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const [, navigate] = useLocation()
  const [kept, setKept] = useState<ReadonlySet<EntryId>>(new Set())
  const letGo = useMutation(core.line.letGo.mutationOptions({ onSuccess: () => navigate('/outbox') }))
  const fates = whoGoes(entries, kept)
  const going = entries.filter(({ id }) => doesGo(fates.get(id)))
  const stayCount = entries.length - going.length
  const sizeBytes = going.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  const nameOf = (id: EntryId): string => entries.find((entry) => entry.id === id)?.what ?? t('an earlier line')
  const keep = (id: EntryId, isKept: boolean): void => {
    const next = new Set(kept)
    if (isKept) next.add(id)
    else next.delete(id)
    setKept(next)
  }
  return (
    <>
      <p className="boarding-lead">
        {isOpen ? (
          <Rich
            message="The line to <blog>{name}</blog> is open again. Nothing of this has left. It goes in this order; untick what is to stay here."
            values={{ name: blog.name }}
            parts={{ blog: <bdi /> }}
          />
        ) : (
          <Rich
            message="The line to <blog>{name}</blog> was open for a moment. Nothing of this has left. It goes in this order; untick what is to stay here."
            values={{ name: blog.name }}
            parts={{ blog: <bdi /> }}
          />
        )}
      </p>
      <ol aria-label={t('What will go')}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <ArrivalsRow
              entry={entry}
              fate={fates.get(entry.id) ?? 'chosen'}
              waitsForNames={entry.waitsFor.map(nameOf)}
              onKeep={(isKept) => keep(entry.id, isKept)}
            />
          </li>
        ))}
      </ol>
      {letGo.error && <ProblemNote error={appErrorOf(letGo.error)} />}
      <div className="arrivals-foot">
        <output>
          {going.length === 0
            ? t('Nothing goes.')
            : t('{count, plural, one {# thing goes, {size}.} other {# things go, {size}.}}', {
                count: going.length,
                size: byteWords(sizeBytes),
              })}
          {stayCount > 0 &&
            ` ${t('{count, plural, one {# thing stays here until you say Go.} other {# things stay here until you say Go.}}', { count: stayCount })}`}
        </output>
        <div>
          <Button onPress={() => navigate('/writing')}>{t('Not now')}</Button>
          <Button
            look="primary"
            isPending={letGo.isPending}
            isDisabled={going.length === 0}
            onPress={() => letGo.mutate({ blogId: blog.id, entryIds: going.map(({ id }) => id) })}
          >
            {stayCount > 0
              ? t('{count, plural, one {Let # thing go} other {Let # things go}}', { count: going.length })
              : t('{count, plural, one {Let it go} other {Let all # go}}', { count: going.length })}
          </Button>
        </div>
      </div>
    </>
  )
}
