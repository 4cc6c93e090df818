import { useQuery } from '@tanstack/react-query'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Empty, Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { OutboxLine } from './outbox-line.tsx'
import { SentLine } from './sent-line.tsx'
import './outbox.css'

const isOver = (entry: OutboxEntry): boolean => entry.state === 'done' || entry.state === 'cancelled'

/** Everything that will leave this laptop, each with one word and one sentence; then what went, with its receipt. */
export function OutboxScreen() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const outbox = useQuery(core.outbox.list.queryOptions({ blogId: blog.id }))
  if (outbox.error) return <Problem error={appErrorOf(outbox.error)} />
  if (!outbox.data) return null
  const waiting = outbox.data.filter((entry) => !isOver(entry))
  const over = outbox.data.filter(isOver)
  const nameOf = (id: string): string => outbox.data.find((entry) => entry.id === id)?.what ?? 'an earlier line'

  return (
    <div className="outbox">
      <h1>Outbox</h1>
      {waiting.length === 0 ? (
        <Empty title="Nothing waits">
          <p>What you publish or answer shows here until the blog has it. Nothing leaves this laptop unseen.</p>
        </Empty>
      ) : (
        <ol aria-label="Waiting">
          {waiting.map((entry) => (
            <li key={entry.id}>
              <OutboxLine entry={entry} waitsForNames={entry.waitsFor.map(nameOf)} />
            </li>
          ))}
        </ol>
      )}
      {over.length > 0 && (
        <>
          <h2>Sent</h2>
          <ol aria-label="Sent">
            {over.map((entry) => (
              <li key={entry.id}>
                <SentLine entry={entry} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
