import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { EntryState, OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { byteWords, entryStateWords, errorLine, errorSentence } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { shortTime } from '../../ui/times.ts'
import { changesPath } from '../conflict/changes-path.ts'
import { entryKindWords } from './entry-kind-words.ts'
import { PassedSchedule } from './passed-schedule.tsx'

/** One act that has not reached the blog yet. */
export function OutboxLine({ entry, waitsForNames }: { entry: OutboxEntry; waitsForNames: string[] }) {
  const { core } = useCore()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const cancel = useMutation(core.outbox.cancel.mutationOptions({ onError }))
  const tryNow = useMutation(core.outbox.tryNow.mutationOptions({ onError }))
  const words = entryStateWords(entry)
  const question = questionOf(entry)
  const isBusy = cancel.isPending || tryNow.isPending

  return (
    <article className="outbox-line" aria-label={`${entryKindWords(entry.kind)}: ${entry.what}`}>
      <div className="outbox-state">
        <StateBadge words={words} />
      </div>
      <div className="outbox-words">
        <h3 className="writers-voice" dir="auto">
          {entry.postId !== null && entry.kind !== 'send-reply' ? (
            <Link href={`/writing/${entry.postId}`}>{entry.what || 'Untitled'}</Link>
          ) : (
            entry.what
          )}
        </h3>
        <p>
          {entry.reason === null ? words.sentence : reasonOf(entry)}{' '}
          {entry.state === 'held' && <Countdown until={entry.heldUntil} />}
        </p>
        <p className="field-hint">
          {entryKindWords(entry.kind)} · {byteWords(entry.sizeBytes)} · since {shortTime(entry.createdAt)}
          {entry.nextAttemptAt !== null &&
            entry.state === 'waiting' &&
            ` · tried again at ${shortTime(entry.nextAttemptAt)}`}
          {waitsForNames.length > 0 && ` · goes after ${waitsForNames.join(', ')}`}
        </p>
      </div>
      <div className="outbox-acts">
        {question === 'passed-schedule' && entry.postId !== null && (
          <PassedSchedule postId={entry.postId} what={entry.what} />
        )}
        {question === 'changed-on-both' && entry.postId !== null && (
          <Link href={changesPath(entry.postId)} className="button">
            See what changed
          </Link>
        )}
        {question === 'another-time' && entry.postId !== null && (
          <Link href={`/writing/${entry.postId}`} className="button">
            Open the post
          </Link>
        )}
        {question === null && canTryNow(entry.state) && (
          <Button isPending={isBusy} onPress={() => tryNow.mutate({ entryId: entry.id })}>
            Try now
          </Button>
        )}
        {canTakeBack(entry.state) && (
          <Button isPending={isBusy} onPress={() => cancel.mutate({ entryId: entry.id })}>
            {entry.state === 'held' ? 'Undo' : question === 'passed-schedule' ? 'Leave it as a draft' : 'Take back'}
          </Button>
        )}
      </div>
    </article>
  )
}

function reasonOf(entry: OutboxEntry): string {
  if (entry.reason === null) return ''
  const { what, kept, next } = errorSentence(entry.reason)
  if (questionOf(entry) === 'changed-on-both') return `${what} ${kept}`
  return questionOf(entry) === null ? `${what} ${next}` : `${what} ${kept} ${next}`
}

/** What only a person can decide, and trying again would only ask anew. */
function questionOf({
  kind,
  state,
  reason,
}: OutboxEntry): 'passed-schedule' | 'another-time' | 'changed-on-both' | null {
  if ((state !== 'needs-you' && state !== 'blocked') || reason === null) return null
  // Its time is chosen again where it was chosen: with the post.
  if (kind === 'reschedule-post' && state === 'needs-you') return 'another-time'
  if (reason.kind === 'not-allowed-now' && reason.why === 'schedule-passed') return 'passed-schedule'
  return reason.kind === 'conflict' && reason.code === 'changed-on-both' ? 'changed-on-both' : null
}

function canTryNow(state: EntryState): boolean {
  switch (state) {
    case 'held':
    case 'waiting':
    case 'unknown':
    case 'needs-sign-in':
    case 'needs-you':
    case 'blocked':
      return true
    case 'ready':
    case 'sending':
    case 'resolving':
    case 'staged':
    case 'done':
    case 'cancelled':
      return false
  }
}

function canTakeBack(state: EntryState): boolean {
  switch (state) {
    case 'held':
    case 'ready':
    case 'waiting':
    case 'needs-sign-in':
    case 'needs-you':
    case 'blocked':
      return true
    case 'sending':
    case 'unknown':
    case 'resolving':
    case 'staged':
    case 'done':
    case 'cancelled':
      return false
  }
}

function Countdown({ until }: { until: string | null }) {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (until === null) return null
  const seconds = Math.max(0, Math.ceil((new Date(until).getTime() - nowMs) / 1000))
  return <span>{seconds > 0 ? `${seconds} s left.` : ''}</span>
}
