import { isAboutComment } from '../../../shared/domain/outbox-entry.ts'
import type { LineService } from '../../../shared/contract/services.ts'
import type { BlogId, EntryId } from '../../../shared/domain/ids.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import { AppError, isAppError, type AppErrorData } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { clockOffsetMs, noteOffset } from '../blogs/blog-clock.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { isKept, needsPerson } from '../outbox/entry-states.ts'
import { refuseConnectedBlog } from '../policy/refuse-by-policy.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry, StoredEntry } from '../store/outbox-repository.ts'
import { createArrivals } from './arrivals.ts'
import { createQuietHold } from './quiet-hold.ts'
import { checkLine } from './check-line.ts'
import { shortenWaits } from './shorten-waits.ts'
import { sweepDue } from './sweep.ts'
import { runOutbox, releaseDue, type RunnerPorts } from './outbox-runner.ts'
import { pull } from './pull.ts'
import type { PullPorts } from './pull-ports.ts'
import type { ReviewPullPorts } from './pull-reviews.ts'
import { namingTerms } from './name-terms.ts'
import { createQuarantine } from './quarantine.ts'
import { restUntilNextRound } from './rest-until-next-round.ts'
import { pausedUntil } from './retry-policy.ts'

const TOLD_EVERY_MS = 250

export interface SyncEngine extends LineService {
  /** Begins the rounds of every signed-in blog. */
  start(): void
  /** There is something new to send. */
  poke(blogId: BlogId): void
  /** Looks beside public posts too, in the next round: that costs a question each. */
  lookForReviews(): void
  /** Ends the request under way if it is this entry's; the round goes on. */
  cut(blogId: BlogId, entryId: EntryId): void
  /** Somebody signed in or out: the round under way, which has the old password, sends nothing further. */
  accountChanged(blogId: BlogId): void
  /** The line costs from now on, or costs no longer: the next round is sooner or later. */
  costChanged(): void
  /** No further rounds. Cuts the requests under way instead of waiting for the network; what they sent is looked up later. */
  stop(): Promise<void>
}

type EnginePorts = Omit<RunnerPorts, 'onStep' | 'signal' | 'quarantine' | 'mayGo'> & {
  feed: ChangeFeed
  lines: BlogLines
  /** Whether the person wants to be asked before what waited goes, see arrivals.ts. */
  asksOnArrival: () => boolean
  isLineCostly: () => boolean
  /** After a round that looked at what the blog has, whether or not it got to the end. */
  onPulled: (blogId: BlogId, round: { isAsked: boolean }) => void
}

interface Runner {
  line: Pick<Line, 'state' | 'reason' | 'checkedAt' | 'isSyncing' | 'progress' | 'sending'>
  round: Promise<void> | null
  abort: AbortController
  isPoked: boolean
  /** By a person, who wants to know what is gone as well. */
  isAsked: boolean
  looksForReviews: boolean
  failures: number
  /** Until the round after the last one, which found an open line; 0 where none did. */
  restMs: number
  cancelTimer: () => void
  /** The entry that is being sent, and what ends its request alone. */
  flight: { entryId: EntryId; abort: AbortController; toldAtMs: number } | null
}

/**
 * One loop per blog: check the line, send, pull, rest. Rounds of one blog never overlap; what comes meanwhile is done in the
 * next round, which then follows at once.
 */
export function createSyncEngine(ports: EnginePorts): SyncEngine {
  const { desk, clock, log, feed } = ports
  const arrivals = createArrivals({ desk, clock, asks: ports.asksOnArrival })
  const quietHold = createQuietHold({ desk, clock })
  const runners = new Map<BlogId, Runner>()
  const quarantine = createQuarantine(clock)
  let isRunning = false
  let isStopped = false

  const runnerOf = (blogId: BlogId): Runner => {
    const known = runners.get(blogId)
    if (known) return known
    const runner: Runner = {
      line: { state: 'checking', reason: null, checkedAt: null, isSyncing: false, progress: null, sending: null },
      round: null,
      abort: new AbortController(),
      isPoked: false,
      isAsked: false,
      looksForReviews: false,
      failures: 0,
      restMs: 0,
      cancelTimer: () => {},
      flight: null,
    }
    runners.set(blogId, runner)
    return runner
  }

  const setLine = (blogId: BlogId, change: Partial<Runner['line']>): void => {
    const runner = runnerOf(blogId)
    runner.line = { ...runner.line, ...change }
    feed.emit({ topic: 'line', blogId })
  }

  /** The practice blog is on this laptop. */
  const isCostly = (blogId: BlogId): boolean => ports.isLineCostly() && desk.blogs.getBlog(blogId).kind !== 'practice'

  const lineOf = (blogId: BlogId): Line => {
    const { isSignedIn, lastSyncedAt } = desk.blogs.getBlog(blogId)
    const open = desk.outbox.listOpen(blogId)
    const quiet = quietHold.find(blogId)
    return {
      blogId,
      ...runnerOf(blogId).line,
      isCostly: isCostly(blogId),
      isPaused: desk.pulls.isPaused(blogId),
      vanished: vanishedOf(desk, blogId),
      // While it is quiet there is nothing to say Go to.
      arrival: quiet ? null : arrivals.find(blogId),
      quiet,
      ...(isSignedIn ? {} : { state: 'closed', reason: { kind: 'blog-needs-sign-in', blogId } }),
      pausedUntil: pausedUntil(open, utcIso(clock.now())),
      clockOffsetMs: clockOffsetMs(desk, blogId),
      waitingCount: open.filter(({ state }) => !needsPerson(state)).length,
      keptCount: open.filter(isKept).length,
      needsYouCount: open.filter(({ state }) => needsPerson(state)).length,
      lastSyncedAt,
    }
  }

  const onStep = (entry: StoredEntry): void => {
    const runner = runnerOf(entry.blogId)
    const isUnderWay = entry.state === 'sending' || entry.state === 'staged'
    if (!isUnderWay) {
      runner.flight = null
      runner.line = { ...runner.line, sending: null }
    } else if (runner.flight?.entryId !== entry.id) {
      runner.flight = { entryId: entry.id, abort: new AbortController(), toldAtMs: 0 }
    }
    if (entry.state === 'done') arrivals.noteOpen(entry.blogId)
    feed.emit({ topic: 'outbox', blogId: entry.blogId })
    feed.emit({ topic: 'line', blogId: entry.blogId })
    if (isAboutComment(entry.kind)) feed.emit({ topic: 'comments', blogId: entry.blogId, postId: entry.postId })
    else feed.emit({ topic: 'posts', blogId: entry.blogId, postId: entry.postId })
    const line = entry.kind === 'send-review' && entry.postId ? desk.reviewLines.findLineOfPost(entry.postId) : null
    if (line) feed.emit({ topic: 'reviews', reviewId: line.reviewId, postId: entry.postId })
  }

  /** A window hears of it a few times a second, and of the beginning and the end at once. */
  const noteSent = (blogId: BlogId, sentBytes: number, totalBytes: number): void => {
    const runner = runnerOf(blogId)
    if (!runner.flight) return
    runner.line = { ...runner.line, sending: { entryId: runner.flight.entryId, sentBytes, totalBytes } }
    const nowMs = clock.elapsedMs()
    const isPartly = sentBytes > 0 && sentBytes < totalBytes
    if (isPartly && nowMs - runner.flight.toldAtMs < TOLD_EVERY_MS) return
    runner.flight.toldAtMs = nowMs
    feed.emit({ topic: 'line', blogId })
  }

  const lookForGap = (blogId: BlogId): void => {
    const isHeld = quietHold.look(blogId)
    if (!arrivals.lookForGap(blogId, runnerOf(blogId).restMs) && !isHeld) return
    feed.emit({ topic: 'line', blogId })
    feed.emit({ topic: 'outbox', blogId })
  }
  const noteOpen = (blogId: BlogId): void => {
    lookForGap(blogId)
    arrivals.noteOpen(blogId)
  }

  /** Looked at before each entry: the lid may have been shut in the middle of a round. */
  const mayGo = (entry: ListedEntry): boolean => {
    lookForGap(entry.blogId)
    return !arrivals.isAsked(entry.id) && !quietHold.isHeld(entry)
  }

  const closeLine = (blogId: BlogId, reason: AppErrorData): void => {
    runnerOf(blogId).failures += 1
    setLine(blogId, { state: 'closed', reason, checkedAt: utcIso(clock.now()) })
  }

  const renewBlog = (blog: StoredBlog): void =>
    desk.transaction(() => {
      desk.blogs.putBlog(blog)
      desk.blogs.setCursors(blog.id, blog)
      // Read again from the beginning, not from where an account with other rights had come.
      if (blog.postsCursor === null) desk.pulls.removePosition(blog.id, 'posts')
      if (blog.pagesCursor === null) desk.pulls.removePosition(blog.id, 'pages')
      if (blog.commentsCursor === null) desk.pulls.removePosition(blog.id, 'comments')
    })

  const isPausedByBlog = (blogId: BlogId): boolean =>
    pausedUntil(desk.outbox.listOpen(blogId), utcIso(clock.now())) !== null

  /** Throws nothing: whatever goes wrong is the line's reason. */
  const runRound = async (blogId: BlogId, signal: AbortSignal): Promise<void> => {
    const written = desk.writtenCount()
    desk.transaction(() => shortenWaits(desk, desk.outbox.listOpen(blogId), clock.now()))
    // The blog asked to be left alone; only a person's own wish to look is stronger, and even then nothing is sent.
    if (isPausedByBlog(blogId) && !runnerOf(blogId).isAsked) return
    setLine(blogId, { isSyncing: true })
    try {
      const known = desk.blogs.getBlog(blogId)
      if (known.kind === 'wordpress') refuseConnectedBlog(desk, known.url)
      const line = await ports.lines.open(known, signal, {
        cutter: () => runnerOf(blogId).flight?.abort.signal ?? null,
        onSent: (sentBytes, totalBytes) => noteSent(blogId, sentBytes, totalBytes),
      })
      const { isAsked } = runnerOf(blogId)
      const api = namingTerms(line, desk, blogId)
      const { blog, isNews, offset } = await checkLine(api, known, clock)
      if (signal.aborted) return
      if (offset) noteOffset(desk, blogId, offset)
      if (isNews) {
        renewBlog(blog)
        feed.emit({ topic: 'blogs' })
      }
      runnerOf(blogId).failures = 0
      setLine(blogId, { state: 'open', reason: null, checkedAt: utcIso(clock.now()) })
      noteOpen(blogId)
      releaseDue(ports, blog)
      const lineFault = await runOutbox({ ...ports, quarantine, signal, onStep, mayGo }, api, blog)
      if (signal.aborted) return
      if (lineFault) {
        closeLine(blogId, lineFault)
        return
      }
      if (isPausedByBlog(blogId) && !runnerOf(blogId).isAsked) return
      if (arrivals.find(blogId) === null) await sweepDue(ports, api, blog)
      await pullUnlessPaused(api, blogId, signal).finally(() => {
        feed.emit({ topic: 'blogs' })
        // A window reads its longest lists again for these two. What came down before a line went is there too.
        if (desk.writtenCount() === written) return
        feed.emit({ topic: 'posts', blogId, postId: null })
        feed.emit({ topic: 'comments', blogId })
      })
      ports.onPulled(blogId, { isAsked })
    } catch (error) {
      // Cut on purpose: that says nothing about the line.
      if (signal.aborted) return
      if (!isAppError(error))
        log.error('round-failed', { blogId, name: error instanceof Error ? error.name : 'unknown' })
      closeLine(blogId, isAppError(error) ? error.data : { kind: 'internal', logId: blogId })
    } finally {
      runnerOf(blogId).flight = null
      setLine(blogId, { isSyncing: false, progress: null, sending: null })
    }
  }

  const pullUnlessPaused = async (api: BlogApi, blogId: BlogId, signal: AbortSignal): Promise<void> => {
    const runner = runnerOf(blogId)
    const mayGoOn = (): boolean => !signal.aborted && !runner.isPoked && !desk.pulls.isPaused(blogId)
    if (!mayGoOn()) return
    const onProgress: PullPorts['onProgress'] = (progress) => {
      noteOpen(blogId)
      setLine(blogId, { progress })
    }
    const onPostChanged: PullPorts['onPostChanged'] = (postId) => feed.emit({ topic: 'posts', blogId, postId })
    const onReviewChanged: ReviewPullPorts['onReviewChanged'] = (reviewId, postId) =>
      feed.emit({ topic: 'reviews', reviewId, postId })
    const onPutAgain: ReviewPullPorts['onPutAgain'] = (postId) => {
      feed.emit({ topic: 'outbox', blogId })
      feed.emit({ topic: 'posts', blogId, postId })
      runner.isPoked = true
    }
    const { looksForReviews } = runner
    const pullPorts = { ...ports, mayGoOn, onProgress, onPostChanged, onReviewChanged, onPutAgain, looksForReviews }
    const isWhole = await pull(pullPorts, api, blogId, {
      isAsked: runner.isAsked,
    })
    if (!isWhole) return
    // Comparing ids on a slow line may take longer than a gap.
    arrivals.noteOpen(blogId)
    runner.isAsked = false
    if (looksForReviews) runner.looksForReviews = false
    desk.blogs.setCursors(blogId, { lastSyncedAt: utcIso(clock.now()) })
  }

  const rest = (blogId: BlogId): void => {
    const runner = runnerOf(blogId)
    if (!isRunning || isStopped) return
    const restMs = restUntilNextRound(ports, blogId, { ...runner, isCostly: isCostly(blogId) })
    runner.restMs = runner.line.state === 'open' ? restMs : 0
    runner.cancelTimer = clock.after(restMs, () => begun(blogId))
  }

  /** Starts a round, or notes that another has to follow the one under way. */
  const begin = (blogId: BlogId): Promise<void> => {
    const runner = runnerOf(blogId)
    runner.cancelTimer()
    if (isStopped || !desk.blogs.getBlog(blogId).isSignedIn) return Promise.resolve()
    if (runner.round) {
      runner.isPoked = true
      return runner.round.then(() => runner.round ?? undefined)
    }
    runner.abort = new AbortController()
    runner.round = runRound(blogId, runner.abort.signal).then(() => {
      runner.round = null
      if (runner.isPoked && !isStopped) {
        runner.isPoked = false
        return begin(blogId)
      }
      rest(blogId)
      return undefined
    })
    return runner.round
  }

  const begun = (blogId: BlogId): void => {
    begin(blogId).catch((error: unknown) =>
      log.error('round-broke', { blogId, name: error instanceof Error ? error.name : 'unknown' }),
    )
  }

  const syncNow = async (blogId: BlogId): Promise<Line> => {
    desk.blogs.getBlog(blogId)
    runnerOf(blogId).isAsked = true
    await begin(blogId)
    return lineOf(blogId)
  }

  return {
    list: () =>
      desk.blogs
        .listBlogs()
        .filter(({ kind }) => kind !== 'archive')
        .map((blog) => lineOf(blog.id)),
    syncNow,
    setPaused({ blogId, isPaused }) {
      desk.blogs.getBlog(blogId)
      desk.pulls.setPaused(blogId, isPaused)
      feed.emit({ topic: 'line', blogId })
      if (!isPaused && isRunning) begun(blogId)
      return lineOf(blogId)
    },
    letGo({ blogId, entryIds }) {
      desk.blogs.getBlog(blogId)
      arrivals.letGo(blogId, entryIds)
      feed.emit({ topic: 'outbox', blogId })
      feed.emit({ topic: 'line', blogId })
      if (isRunning) begun(blogId)
      return lineOf(blogId)
    },
    confirmVanished(blogId) {
      const vanished = desk.pulls.findVanished(blogId)
      if (!vanished) throw new AppError({ kind: 'not-allowed-now', why: 'nothing-vanished' })
      desk.pulls.putVanished(blogId, { ...vanished, isConfirmed: true })
      return syncNow(blogId)
    },
    start() {
      isRunning = true
      for (const blog of desk.blogs.listBlogs()) if (blog.isSignedIn) begun(blog.id)
    },
    poke(blogId) {
      // What is asked for on a quiet date waits for its end, whether or not there is a line before.
      if (quietHold.look(blogId)) feed.emit({ topic: 'outbox', blogId })
      feed.emit({ topic: 'line', blogId })
      if (isRunning) begun(blogId)
    },
    lookForReviews() {
      for (const { id, isSignedIn } of desk.blogs.listBlogs()) {
        if (!isSignedIn) continue
        runnerOf(id).looksForReviews = true
        if (isRunning) begun(id)
      }
    },
    cut(blogId, entryId) {
      const { flight } = runnerOf(blogId)
      if (flight?.entryId === entryId) flight.abort.abort(new DOMException('stopped by the person', 'AbortError'))
      feed.emit({ topic: 'line', blogId })
      if (isRunning) begun(blogId)
    },
    accountChanged(blogId) {
      runnerOf(blogId).abort.abort()
      feed.emit({ topic: 'line', blogId })
      if (isRunning) begun(blogId)
    },
    costChanged() {
      for (const { id } of desk.blogs.listBlogs()) {
        const runner = runnerOf(id)
        feed.emit({ topic: 'line', blogId: id })
        if (!isRunning || runner.round || !desk.blogs.getBlog(id).isSignedIn) continue
        runner.cancelTimer()
        rest(id)
      }
    },
    async stop() {
      isStopped = true
      for (const runner of runners.values()) {
        runner.cancelTimer()
        runner.abort.abort()
      }
      await Promise.all([...runners.values()].map((runner) => runner.round ?? Promise.resolve()))
    },
  }
}

/** What the person is asked; null when nothing is, or the answer was given. */
function vanishedOf(desk: Desk, blogId: BlogId): Line['vanished'] {
  const vanished = desk.pulls.findVanished(blogId)
  return !vanished || vanished.isConfirmed ? null : { count: vanished.remoteIds.length, ofCount: vanished.ofCount }
}
