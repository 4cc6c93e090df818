import { memo, type DragEvent, type KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { isAboutComment, type OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { FindOutWhy, isOfTheLine } from '../doctor/find-out-why.tsx'
import { byteWords, entryWords } from '../../../../shared/sentences.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { EntryButtons } from './entry-buttons.tsx'
import { entryKindWords } from './entry-kind-words.ts'
import { EntryMenu } from './entry-menu.tsx'
import { EntryProgress } from './entry-progress.tsx'
import { entryChoices } from './entry-choices.ts'
import { Countdown } from './countdown.tsx'
import { standingSentence } from './standing-sentence.ts'
import type { Place } from './outbox-order.ts'
import { PlaceHandle } from './place-handle.tsx'
import type { EntryActs } from './use-entry-acts.ts'

export interface OutboxLineProps {
  entry: OutboxEntry
  /** What goes before it. */
  waitsForNames: string
  /** A picture's post, when that is kept here: the picture is, too. */
  isKeptWithPost: boolean
  place: Place | undefined
  sending: Line['sending']
  /** The organisation holds it for now; `urgent` where this one may go all the same. */
  quiet: 'held' | 'urgent' | null
  acts: EntryActs
  onMove: (entry: OutboxEntry, before: EntryId | null) => void
  onDragStart: (entry: OutboxEntry) => void
  onDrop: (onto: OutboxEntry, isUpperHalf: boolean) => void
}

/** One act that has not reached the blog yet. */
export const OutboxLine = memo(function OutboxLine(props: OutboxLineProps) {
  const { entry, waitsForNames, isKeptWithPost, place, sending, quiet, acts, onMove, onDragStart, onDrop } = props
  const standing = isKeptWithPost ? { ...entry, state: 'held' as const, heldUntil: null } : entry
  const words = entryWords(standing)
  // Its time to be taken back runs on, but it does not end in leaving.
  const isQuiet = quiet !== null && (entry.state === 'ready' || (entry.state === 'held' && entry.heldUntil !== null))
  const isPicture = entry.kind === 'upload-picture'
  const canMove = entryChoices(entry).canMove && place !== undefined && place.ofCount > 1

  function moveByKey(event: KeyboardEvent): void {
    if (!canMove || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const before = event.key === 'ArrowUp' ? place.up : place.down
    if (before !== undefined) onMove(entry, before)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- additions; the handle and the menu do the same
    <article
      className={isPicture ? 'outbox-line outbox-picture' : 'outbox-line'}
      aria-label={t('{kind}: {what}', { kind: entryKindWords(entry), what: entry.what || t('Untitled') })}
      onKeyDown={moveByKey}
      onDragOver={(event) => {
        event.preventDefault()
        event.currentTarget.dataset['drop'] = isInUpperHalf(event) ? 'before' : 'behind'
      }}
      onDragLeave={(event) => delete event.currentTarget.dataset['drop']}
      onDrop={(event) => {
        event.preventDefault()
        delete event.currentTarget.dataset['drop']
        onDrop(entry, isInUpperHalf(event))
      }}
    >
      {canMove ? (
        <PlaceHandle
          entry={entry}
          place={place}
          onMove={(before) => onMove(entry, before)}
          onDragStart={() => onDragStart(entry)}
        />
      ) : (
        <span />
      )}
      <div className="outbox-state">
        <StateBadge words={words} />
      </div>
      <div className="outbox-words">
        <h3 className="writers-voice">
          <bdi>
            {entry.postId !== null && !isAboutComment(entry.kind) && !isPicture ? (
              <Link href={`/writing/${entry.postId}`}>{entry.what || t('Untitled')}</Link>
            ) : (
              entry.what || t('Untitled')
            )}
          </bdi>
        </h3>
        <p>
          {isKeptWithPost
            ? t('It goes with the post that shows it.')
            : isQuiet
              ? t('It waits until the quiet time is over, and then for your Go.')
              : standingSentence(entry, waitsForNames)}{' '}
          {entry.state === 'held' && entry.heldUntil !== null && !isQuiet && <Countdown until={entry.heldUntil} />}
        </p>
        {sending?.entryId === entry.id && <EntryProgress sending={sending} />}
        <p className="field-hint">
          {t('{kind} · {size} · since {time}', {
            kind: entryKindWords(entry),
            size: byteWords(entry.sizeBytes),
            time: shortTime(entry.createdAt),
          })}
          {entry.nextAttemptAt !== null &&
            entry.state === 'waiting' &&
            ` · ${t('tried again at {time}', { time: shortTime(entry.nextAttemptAt) })}`}
          {entry.mergedAt !== null &&
            ` · ${t('with a colleague’s change, taken in {time}', { time: shortTime(entry.mergedAt) })}`}
        </p>
        {entry.reason && isOfTheLine(entry.reason) && (
          <p>
            <FindOutWhy question={{ blogId: entry.blogId }} />
          </p>
        )}
      </div>
      <div className="outbox-acts">
        <EntryButtons entry={entry} acts={acts} />
        <EntryMenu
          entry={entry}
          acts={acts}
          place={place}
          mayBeUrgent={quiet === 'urgent'}
          onMove={(before) => onMove(entry, before)}
        />
      </div>
    </article>
  )
}, isSameLine)

function isInUpperHalf(event: DragEvent<HTMLElement>): boolean {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2
}

/** A place is made anew with each list; that alone changes nothing in a line. */
function isSameLine(one: OutboxLineProps, other: OutboxLineProps): boolean {
  const { place: onePlace, ...oneRest } = one
  const { place: otherPlace, ...otherRest } = other
  return (
    isSameIn(oneRest, otherRest) &&
    (onePlace === otherPlace || (onePlace !== undefined && otherPlace !== undefined && isSameIn(onePlace, otherPlace)))
  )
}

const isSameIn = <Fields extends object>(one: Fields, other: Fields): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    Object.is(one[key as keyof Fields], other[key as keyof Fields]),
  )
