import { utcIso, type EntryId } from '../../../shared/domain/ids.ts'
import type { EntryKind } from '../../../shared/domain/outbox-entry.ts'
import { isAppError, type AppErrorData } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { kindOfEntry } from '../posts/kind-of-entry.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import type { MediaFiles } from '../media/media-files.ts'
import type { PictureFiles } from '../media/picture-files.ts'
import { canHold } from '../outbox/entry-states.ts'
import { isNeeded } from '../outbox/take-back.ts'
import type { Clock, Log, Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry, StoredEntry } from '../store/outbox-repository.ts'
import type { Act, ActTools, Completion, LookUp } from './acts/act.ts'
import { moderateComment } from './acts/moderate-comment.ts'
import { reschedulePost } from './acts/reschedule-post.ts'
import { sendPost } from './acts/send-post.ts'
import { sendReply } from './acts/send-reply.ts'
import { sendReview } from './acts/send-review.ts'
import { uploadPicture } from './acts/upload-picture.ts'
import type { Quarantine } from './quarantine.ts'
import {
  answersSpacedUntil,
  asksForPause,
  asksForRoom,
  decideRetry,
  pausedUntil,
  type Verdict,
} from './retry-policy.ts'

const acts: { [Kind in EntryKind]: Act<Kind> } = {
  'publish-post': sendPost,
  'update-post': sendPost,
  'reschedule-post': reschedulePost,
  'upload-picture': uploadPicture,
  'send-reply': sendReply,
  'moderate-comment': moderateComment,
  'send-review': sendReview,
}
/** The act of an entry's own kind; the table above makes the pair fit. */
const actOf = (entry: StoredEntry): Act<EntryKind> => acts[entry.kind]

export interface RunnerPorts {
  desk: Desk
  files: MediaFiles
  pictureFiles: PictureFiles
  clock: Clock
  random: Random
  quarantine: Quarantine
  flushEdits: ActTools['flushEdits']
  log: Log
  /** Aborted when the program closes or the account changes: nothing further is sent. */
  signal: AbortSignal
  /** Asked before an entry is attempted: false while the person has yet to say Go. */
  mayGo: (entry: ListedEntry) => boolean
  /** After each committed step of an entry. */
  onStep: (entry: StoredEntry) => void
}

const LOOK_AGAIN_MS = 60_000
/** What was cut on the person's wish may still be carried out by a slow blog within this time. */
const STOPPED_QUARANTINE_MS = 120_000

/** Thrown in place of a write of an entry that the person stopped: from here on it is only looked at. */
class StoppedByPerson extends Error {}

/** Thrown in place of the upload of a picture that nothing shows any more: the post was taken back meanwhile. */
class NoLongerShown extends Error {}

/** Ends the undo window and the waits whose time has come. Returns whether anything became ready. */
export function releaseDue({ desk, clock }: Pick<RunnerPorts, 'desk' | 'clock'>, blog: StoredBlog): boolean {
  const now = utcIso(clock.now())
  return desk.transaction(() => {
    const due = desk.outbox
      .listOpen(blog.id)
      .filter(
        ({ state, heldUntil, nextAttemptAt }) =>
          (state === 'held' && heldUntil !== null && heldUntil <= now) ||
          (state === 'waiting' && (nextAttemptAt ?? now) <= now),
      )
    for (const entry of due) desk.outbox.moveEntry(entry.id, 'ready', { heldUntil: null, nextAttemptAt: null })
    return due.length > 0
  })
}

/**
 * Sends what may go, each entry at most once in a round: the first of each lane, when everything it waits for has ended.
 * Ends early when the line turns out to be down; returns that reason.
 */
export async function runOutbox(ports: RunnerPorts, api: BlogApi, blog: StoredBlog): Promise<AppErrorData | null> {
  const { desk } = ports
  // Rounds never overlap: what is still under way here was cut off, for instance by a disk that filled up as it ended.
  desk.transaction(() => desk.outbox.markInterruptedAsUnknown(blog.id))
  const tried = new Set<EntryId>()
  for (;;) {
    const entry = ports.signal.aborted ? undefined : nextEntry(ports, blog, tried)
    if (!entry) return null
    tried.add(entry.id)
    const lineFault = await attempt(ports, api, blog, entry)
    if (lineFault) return lineFault
  }
}

function nextEntry(
  { desk, clock, mayGo }: RunnerPorts,
  blog: StoredBlog,
  tried: Set<EntryId>,
): StoredEntry | undefined {
  const now = utcIso(clock.now())
  const open = desk.outbox.listOpen(blog.id)
  const openIds = new Set(open.map(({ id }) => id))
  const busyLanes = new Set<string>()
  // The blog asked to be left alone: not by this entry, by this desk.
  if (pausedUntil(open, now) !== null) return undefined
  const areAnswersSpaced = answersSpacedUntil(open, now) !== null
  const due = open.filter((entry) => {
    const isFirstOfLane = !busyLanes.has(entry.lane)
    busyLanes.add(entry.lane)
    const isDue = entry.state === 'ready' || (entry.state === 'unknown' && (entry.nextAttemptAt ?? now) <= now)
    return (
      isFirstOfLane &&
      isDue &&
      !tried.has(entry.id) &&
      !(areAnswersSpaced && entry.kind === 'send-reply') &&
      !entry.waitsFor.some((id) => openIds.has(id)) &&
      !(entry.state === 'ready' && isForHeldOnly(entry, open))
    )
  })
  // Whatever made the blog ask for a pause, or for room, does not stand in the way of the rest afterwards.
  const isPutOff = ({ reason }: ListedEntry): boolean => asksForPause(reason) || asksForRoom(reason)
  const next = due.find((entry) => !isPutOff(entry) && mayGo(entry)) ?? due.find((entry) => mayGo(entry))
  return next && desk.outbox.getEntry(next.id)
}

/** A picture does not leave ahead of a post that is kept here; an earlier version of a post does. */
function isForHeldOnly({ id, kind }: ListedEntry, open: ListedEntry[]): boolean {
  if (kind !== 'upload-picture') return false
  const needing = open.filter(({ waitsFor }) => waitsFor.includes(id))
  return needing.length > 0 && needing.every(({ state }) => state === 'held')
}

async function attempt(
  ports: RunnerPorts,
  api: BlogApi,
  blog: StoredBlog,
  entry: StoredEntry,
): Promise<AppErrorData | null> {
  const { desk, clock, onStep } = ports
  const wasUnclear = entry.state === 'unknown'
  if (wasUnclear) {
    const fault = await resolve(ports, api, blog, entry)
    if (fault !== 'ready') return fault
    const { state, remoteId } = desk.outbox.getEntry(entry.id)
    // The person may have taken it back since, or kept here the post that shows it.
    if (state !== 'ready' || isForHeldOnly(entry, desk.outbox.listOpen(blog.id))) return null
    if (entry.kind === 'upload-picture' && remoteId === null && !isNeeded(desk, entry)) {
      onStep(desk.transaction(() => desk.outbox.moveEntry(entry.id, 'cancelled')))
      return null
    }
  }
  const sending = desk.transaction(() => {
    const { attempts } = desk.outbox.getEntry(entry.id)
    return desk.outbox.moveEntry(entry.id, 'sending', {
      attempts: attempts + 1,
      lastSentAt: utcIso(clock.now()),
      nextAttemptAt: null,
      reason: null,
    })
  })
  onStep(sending)
  return send(ports, api, blog, sending, wasUnclear)
}

/** Looks up an entry whose end is unclear. `ready` when `perform` may go on; else why this round leaves it. */
async function resolve(
  ports: RunnerPorts,
  api: BlogApi,
  blog: StoredBlog,
  entry: StoredEntry,
): Promise<AppErrorData | null | 'ready'> {
  const { desk, clock, quarantine, onStep } = ports
  onStep(desk.transaction(() => desk.outbox.moveEntry(entry.id, 'resolving')))
  let lookUp: LookUp
  try {
    lookUp = await actOf(entry).lookUp(entry, toolsFor(ports, api, blog, entry, { isUnderWay: false }))
  } catch (error) {
    const tried = { ...entry, attempts: entry.attempts + 1 }
    const verdict = verdictOf(ports, tried, error, true)
    const isForPerson = verdict.state === 'needs-you' || verdict.state === 'blocked'
    // A firewall's page in place of the answer passes; what the blog itself says about the look-up does not.
    const to = isForPerson && verdict.reason.kind !== 'not-the-blog' ? 'needs-you' : 'unknown'
    const nextAttemptAt = verdict.nextAttemptAt ?? utcIso(new Date(clock.now().getTime() + LOOK_AGAIN_MS))
    onStep(
      desk.transaction(() =>
        desk.outbox.moveEntry(entry.id, to, {
          attempts: tried.attempts,
          reason: verdict.reason,
          nextAttemptAt: to === 'unknown' ? nextAttemptAt : null,
        }),
      ),
    )
    return verdict.isLineDown ? verdict.reason : null
  }
  const leftMs = lookUp.isThere ? 0 : quarantine.leftMs(entry.id, lookUp.quarantineMs)
  if (leftMs > 0) {
    const nextAttemptAt = utcIso(new Date(clock.now().getTime() + leftMs))
    onStep(desk.transaction(() => desk.outbox.moveEntry(entry.id, 'unknown', { nextAttemptAt })))
    return null
  }
  if (!desk.outbox.getEntry(entry.id).isStopped) quarantine.end(entry.id)
  const remoteId = lookUp.isThere ? lookUp.remoteId : null
  onStep(desk.transaction(() => desk.outbox.moveEntry(entry.id, 'ready', { remoteId, nextAttemptAt: null })))
  return 'ready'
}

async function send(
  ports: RunnerPorts,
  api: BlogApi,
  blog: StoredBlog,
  entry: StoredEntry,
  wasUnclear: boolean,
): Promise<AppErrorData | null> {
  const { desk, clock, onStep } = ports
  const flight = { isUnderWay: false }
  let completion: Completion
  try {
    completion = await actOf(entry).perform(entry, toolsFor(ports, api, blog, entry, flight))
  } catch (error) {
    if (error instanceof NoLongerShown) {
      onStep(desk.transaction(() => cancelUnsent(desk, entry.id)))
      return null
    }
    const verdict = isOnBlog(entry)
      ? { ...verdictOf(ports, entry, error, false), state: 'unknown' as const }
      : desk.outbox.getEntry(entry.id).isStopped && !flight.isUnderWay
        ? verdictOnStop(ports, entry, wasUnclear)
        : verdictOf(ports, entry, error, flight.isUnderWay)
    if (verdict.state === 'unknown' && flight.isUnderWay) ports.quarantine.begin(entry.id)
    onStep(desk.transaction(() => leave(ports, entry.id, verdict, flight.isUnderWay)))
    return verdict.isLineDown ? verdict.reason : null
  }
  const done = desk.transaction(() => {
    const ended = { receipt: completion.receipt, doneAt: utcIso(clock.now()), reason: null, isStopped: false }
    const moved = desk.outbox.moveEntry(entry.id, 'done', ended)
    completion.store()
    return moved
  })
  onStep(done)
  return null
}

function cancelUnsent(desk: Desk, id: EntryId): StoredEntry {
  desk.outbox.moveEntry(id, 'waiting', { nextAttemptAt: null })
  return desk.outbox.moveEntry(id, 'cancelled', { isStopped: false })
}

/** A reply that was found is public: whatever its receipt still lacks, it cannot be taken back or kept here. */
const isOnBlog = ({ kind, remoteId }: StoredEntry): boolean => kind === 'send-reply' && remoteId !== null

type Leaving = Verdict & { reason: AppErrorData | null }

/** Nothing was under way when it stopped, unless an earlier request may still be carried out. */
function verdictOnStop({ clock, quarantine }: RunnerPorts, { id }: StoredEntry, wasUnclear: boolean): Leaving {
  const leftMs = wasUnclear ? quarantine.leftMs(id, STOPPED_QUARANTINE_MS) : 0
  const nextAttemptAt = utcIso(new Date(clock.now().getTime() + leftMs))
  return { state: leftMs > 0 ? 'unknown' : 'waiting', nextAttemptAt, isLineDown: false, reason: null }
}

/** What the person stopped is looked up at once, and kept here as soon as nothing of it can be under way. */
function leave({ desk, clock }: RunnerPorts, id: EntryId, verdict: Leaving, wasCut: boolean): StoredEntry {
  const { state, nextAttemptAt, reason } = verdict
  if (!desk.outbox.getEntry(id).isStopped) return desk.outbox.moveEntry(id, state, { nextAttemptAt, reason })
  if (state === 'unknown') {
    const lookUpAt = wasCut ? utcIso(clock.now()) : nextAttemptAt
    return desk.outbox.moveEntry(id, state, { nextAttemptAt: lookUpAt, reason })
  }
  const moved = desk.outbox.moveEntry(id, state, { nextAttemptAt, reason, isStopped: false })
  return canHold(state)
    ? desk.outbox.moveEntry(id, 'held', { heldUntil: null, nextAttemptAt: null, reason: null })
    : moved
}

function toolsFor(
  { desk, files, pictureFiles, clock, random, flushEdits, onStep }: RunnerPorts,
  api: BlogApi,
  blog: StoredBlog,
  entry: StoredEntry,
  flight: { isUnderWay: boolean },
): ActTools {
  const move = (to: 'staged' | 'sending'): void => onStep(desk.transaction(() => desk.outbox.moveEntry(entry.id, to)))
  return {
    api: api.ofKind(kindOfEntry(desk, entry)),
    desk,
    blog,
    files,
    pictureFiles,
    clock,
    blogNow: () => blogNow({ desk, clock }, blog.id),
    random,
    flushEdits,
    async write(request) {
      if (desk.outbox.getEntry(entry.id).isStopped) throw new StoppedByPerson()
      if (entry.kind === 'upload-picture' && !isNeeded(desk, entry)) throw new NoLongerShown()
      flight.isUnderWay = true
      const answer = await request()
      flight.isUnderWay = false
      return answer
    },
    markStaged: () => move('staged'),
    markSending: () => move('sending'),
  }
}

function verdictOf({ clock, random, log }: RunnerPorts, entry: StoredEntry, error: unknown, wasWriteUnderWay: boolean) {
  const reason = asErrorData(error, entry, log)
  const { attempts } = entry
  return {
    reason,
    ...decideRetry(reason, { attempts, now: clock.now(), fraction: random.fraction(), wasWriteUnderWay }),
  }
}

function asErrorData(error: unknown, entry: StoredEntry, log: Log): AppErrorData {
  if (isAppError(error)) return error.data
  log.error('outbox-attempt-failed', {
    entryId: entry.id,
    kind: entry.kind,
    name: error instanceof Error ? error.name : 'unknown',
  })
  return { kind: 'internal', logId: entry.id }
}
