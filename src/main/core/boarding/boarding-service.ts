import type { BoardingBlog, BoardingCheck, BoardingEnd, BoardingRun } from '../../../shared/domain/boarding.ts'
import type { BoardingService, LineService, PreviewService } from '../../../shared/contract/services.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { AppError, isAppError, type AppErrorData } from '../../../shared/errors.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { MediaFiles } from '../media/media-files.ts'
import type { Clock, Log, SecretStore } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { bringPictures, ROOM_TO_KEEP_BYTES } from './bring-pictures.ts'
import { checkBlog } from './check-blog.ts'
import { readPostPictures } from './read-post-pictures.ts'

/** A window that asks on every event is told of progress no more often. */
const TELL_EVERY_MS = 400

export interface BoardingPorts {
  desk: Desk
  files: MediaFiles
  clock: Clock
  feed: ChangeFeed
  log: Log
  lines: BlogLines
  secrets: SecretStore
  engine: Pick<LineService, 'list' | 'syncNow' | 'setPaused'>
  freeBytes: () => number
  isLineCostly: () => boolean
  /** The theme too, so that a preview on the way looks like the site. Throws nothing. */
  renewSiteStyle: PreviewService['renewSiteStyle']
}

/** One run at a time, over every blog that is signed in. Whatever ends it early, the next goes on where it was. */
export function createBoardingService(ports: BoardingPorts): BoardingService & { close(): Promise<void> } {
  const { desk, clock, feed, engine } = ports
  const runs = new Map<BlogId, BoardingRun>()
  const ends = new Map<BlogId, BoardingEnd>()
  let running: { abort: AbortController; ended: Promise<void> } | null = null
  let cancelTelling: (() => void) | null = null
  const closing = new AbortController()
  /** What answers the question about the pictures of a blog, while it is asked. */
  const questions = new Map<BlogId, (isWanted: boolean) => void>()

  const tell = (): void => {
    cancelTelling?.()
    cancelTelling = null
    feed.emit({ topic: 'boarding' })
  }
  const tellSoon = (): void => {
    cancelTelling ??= clock.after(TELL_EVERY_MS, tell)
  }
  const signedIn = (): StoredBlog[] => desk.blogs.listBlogs().filter((blog) => blog.isSignedIn)

  const passwordOf = async (blog: StoredBlog): Promise<'kept' | 'missing'> => {
    if (blog.kind === 'practice') return 'kept'
    return (await ports.secrets.find(blog.id)) === null ? 'missing' : 'kept'
  }

  const checkOf = async (blog: StoredBlog): Promise<BoardingBlog> => {
    await readPostPictures(desk, blog.id, closing.signal)
    const password = await passwordOf(blog)
    const line = engine.list().find(({ blogId }) => blogId === blog.id)
    if (!line) throw new AppError({ kind: 'no-such-item', what: 'blog' })
    const lines = checkBlog({ desk, blog, line, now: clock.now(), password })
    return {
      blogId: blog.id,
      name: blog.name,
      isReady: lines.every(({ isReady }) => isReady),
      lines,
      run: runs.get(blog.id) ?? null,
      end: ends.get(blog.id) ?? null,
    }
  }

  const check = async (): Promise<BoardingCheck> => {
    const blogs: BoardingBlog[] = []
    for (const blog of signedIn()) blogs.push(await checkOf(blog))
    const freeBytes = ports.freeBytes()
    const toBringBytes = blogs
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + (line.what === 'pictures' ? line.toBringBytes : 0), 0)
    const disk = { freeBytes, isReady: freeBytes >= ROOM_TO_KEEP_BYTES + toBringBytes }
    return {
      checkedAt: utcIso(clock.now()),
      isReady: blogs.length > 0 && disk.isReady && blogs.every(({ isReady }) => isReady),
      isRunning: running !== null,
      blogs,
      disk,
    }
  }

  /** On a line that costs a person says so before the first picture; a stop is a no. */
  const mayBring = async (
    blog: StoredBlog,
    signal: AbortSignal,
    { totalCount, totalBytes }: Pick<BoardingRun, 'totalCount' | 'totalBytes'>,
  ): Promise<boolean> => {
    if (!ports.isLineCostly() || blog.kind === 'practice') return true
    const { promise, resolve } = Promise.withResolvers<boolean>()
    questions.set(blog.id, resolve)
    runs.set(blog.id, { step: 'asking', doneCount: 0, totalCount, doneBytes: 0, totalBytes })
    tell()
    const isWanted = await Promise.race([promise, whenAborted(signal)])
    questions.delete(blog.id)
    return isWanted === true
  }

  const begin = (blog: StoredBlog, step: BoardingRun['step']): void => {
    runs.set(blog.id, { step, doneCount: 0, totalCount: 0, doneBytes: 0, totalBytes: 0 })
    tell()
  }

  const bringTexts = async (blog: StoredBlog, signal: AbortSignal): Promise<undefined> => {
    begin(blog, 'texts')
    if (desk.pulls.isPaused(blog.id)) engine.setPaused({ blogId: blog.id, isPaused: false })
    const line = await Promise.race([engine.syncNow(blog.id), whenAborted(signal)])
    if (line !== null && line.state !== 'open') throw new AppError(line.reason ?? { kind: 'offline' })
  }

  const bringPicturesOf = async (blog: StoredBlog, signal: AbortSignal): Promise<number> => {
    begin(blog, 'pictures')
    await readPostPictures(desk, blog.id, signal)
    await ports.renewSiteStyle(blog.id, { isAsked: true })
    const api = await ports.lines.open(blog, signal)
    return bringPictures(
      {
        ...ports,
        signal,
        mayBring: (plan) => mayBring(blog, signal, plan),
        onProgress({ failedCount: _failedCount, ...progress }) {
          runs.set(blog.id, { step: 'pictures', ...progress })
          if (progress.doneCount === 0) tell()
          else tellSoon()
        },
      },
      api,
      blog,
    )
  }

  const end = (id: BlogId, how: Omit<BoardingEnd, 'at'>): void => {
    runs.delete(id)
    ends.set(id, { at: utcIso(clock.now()), ...how })
    tell()
  }

  /** Throws nothing: whatever goes wrong is the blog's `end`. The texts of all blogs first: a question about the pictures of one keeps no words of another away. */
  const bringAll = async (signal: AbortSignal): Promise<void> => {
    for (const step of [bringTexts, bringPicturesOf]) {
      for (const { id } of signedIn().filter((blog) => !ends.has(blog.id))) {
        if (signal.aborted) return
        try {
          const failedCount = await step(desk.blogs.getBlog(id), signal)
          if (signal.aborted) end(id, { failedCount: failedCount ?? 0, stoppedBy: 'person' })
          else if (failedCount !== undefined) end(id, { failedCount, stoppedBy: null })
        } catch (error) {
          end(id, { failedCount: 0, stoppedBy: signal.aborted ? 'person' : asData(error, ports.log, id) })
        }
      }
    }
  }

  return {
    check,
    bringDown() {
      if (running || closing.signal.aborted) return
      const abort = new AbortController()
      ends.clear()
      const ended = bringAll(abort.signal).finally(() => {
        running = null
        // Of a blog whose pictures nobody came to.
        runs.clear()
        tell()
      })
      running = { abort, ended }
      tell()
    },
    answerPictures({ blogId, isWanted }) {
      questions.get(blogId)?.(isWanted)
    },
    async stop() {
      running?.abort.abort()
      await running?.ended
    },
    async close() {
      closing.abort()
      running?.abort.abort()
      await running?.ended
    },
  }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

function asData(error: unknown, log: Log, blogId: BlogId): AppErrorData {
  if (isAppError(error)) return error.data
  log.error('boarding-broke', { blogId, name: error instanceof Error ? error.name : 'unknown' })
  return { kind: 'internal', logId: blogId }
}
