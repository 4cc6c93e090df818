import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Problem, ProblemNote } from '../../ui/problem.tsx'
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
      <h1>Arrivals</h1>
      {entries.length === 0 ? (
        <Empty title="Nothing waits for your Go">
          <p>When the line has been away for a while and something waits, it is shown here before it goes.</p>
          <Link href="/outbox" className="button">
            See the outbox
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
  const nameOf = (id: EntryId): string => entries.find((entry) => entry.id === id)?.what ?? 'an earlier line'
  const keep = (id: EntryId, isKept: boolean): void => {
    const next = new Set(kept)
    if (isKept) next.add(id)
    else next.delete(id)
    setKept(next)
  }
  return (
    <>
      <p className="boarding-lead">
        The line to <bdi>{blog.name}</bdi> {isOpen ? 'is open again' : 'was open for a moment'}. Nothing of this has
        left. It goes in this order; untick what is to stay here.
      </p>
      <ol aria-label="What will go">
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
            ? 'Nothing goes.'
            : `${things(going.length)} ${going.length === 1 ? 'goes' : 'go'}, ${byteWords(sizeBytes)}.`}
          {stayCount > 0 && ` ${things(stayCount)} ${stayCount === 1 ? 'stays' : 'stay'} here until you say Go.`}
        </output>
        <div>
          <Button onPress={() => navigate('/writing')}>Not now</Button>
          <Button
            look="primary"
            isPending={letGo.isPending}
            isDisabled={going.length === 0}
            onPress={() => letGo.mutate({ blogId: blog.id, entryIds: going.map(({ id }) => id) })}
          >
            {stayCount > 0
              ? `Let ${things(going.length)} go`
              : going.length === 1
                ? 'Let it go'
                : `Let all ${going.length} go`}
          </Button>
        </div>
      </div>
    </>
  )
}

const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`)
