import type { AppCore } from '../../src/main/core/app-core.ts'
import type { Blog } from '../../src/shared/domain/blog.ts'
import type { Line } from '../../src/shared/domain/line.ts'
import type { Post } from '../../src/shared/domain/post.ts'
import type { SearchAnswer } from '../../src/shared/domain/search.ts'

export interface PullFigures {
  /** Until the last post was stored, so that all can be read. */
  readableMs: number
  /** Until the last comment was stored. */
  downMs: number
  /** Until all of it can be found and the words of each post are counted. */
  indexedMs: number
  /** For somebody who types during the pull, after it, and beside a backup and a round that brings nothing; null in a run without. */
  waits: Record<'during' | 'after' | 'backup' | 'round', Waits> | null
}

/** In ms, of each. */
export interface Waits {
  /** From a key press to its save. */
  saves: number[]
  /** Until a post that is opened is there to be drawn. */
  opens: number[]
}

const KEY_EVERY_MS = 100

/** Connects a new desk to the blog, waits until everything is down, and closes it. Throws when something is missing then. */
export async function pullAll(options: {
  core: Pick<AppCore, 'call' | 'onChange' | 'close'>
  url: string
  posts: number
  comments: number
  isTyping: boolean
}): Promise<PullFigures> {
  const { core } = options
  const call = async <Answer>(type: 'query' | 'mutation', path: string, input?: unknown): Promise<Answer> => {
    const response = await core.call({ type, path, input })
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(response.error)}`)
    return response.data as Answer
  }
  const lines = async (): Promise<Line | undefined> => (await call<Line[]>('query', 'line.list'))[0]
  await lines()

  let startedMs = performance.now()
  let readableMs: number | null = null
  let downMs: number | null = null
  const whole = Promise.withResolvers<number>()
  const look = async (): Promise<void> => {
    const line = await lines()
    const progress = line?.progress
    if (progress?.what === 'posts' ? progress.doneCount >= options.posts : progress?.what === 'comments')
      readableMs ??= performance.now() - startedMs
    if (progress?.what === 'comments' && progress.doneCount >= options.comments)
      downMs ??= performance.now() - startedMs
    if (line?.state === 'closed') whole.reject(new Error(JSON.stringify(line.reason)))
    if (line && line.lastSyncedAt !== null) whole.resolve(performance.now() - startedMs)
  }
  core.onChange((event) => {
    if (event.topic === 'line') look().catch(whole.reject)
  })
  startedMs = performance.now()
  const blog = await call<Blog>('mutation', 'blogs.connect', {
    address: options.url,
    userName: 'bench',
    applicationPassword: 'abcd efgh ijkl mnop qrst uvwx',
  })
  const typing = options.isTyping ? startTyping(call, blog) : null
  const wholeMs = await whole.promise
  const during = typing ? await typing.stop() : null
  // Asking fills a slice of the index: it is asked seldom, so that it fills as it does by itself.
  while ((await call<SearchAnswer>('query', 'search.find', NOTHING)).pendingCount > 0) await pause(INDEX_LOOK_MS)
  const indexedMs = performance.now() - startedMs
  const beside = async (work: () => Promise<unknown>): Promise<Waits> => {
    const typing = startTyping(call, blog)
    await work()
    return typing.stop()
  }
  const waits = during && {
    during,
    after: await beside(() => pause(KEY_EVERY_MS * KEYS_AFTER)),
    backup: await beside(() => call('mutation', 'backups.makeNow')),
    round: await beside(() => call('mutation', 'line.syncNow', { blogId: blog.id })),
  }
  const listed = await call<Post[]>('query', 'posts.list', { blogId: blog.id })
  await core.close()
  if (listed.length < options.posts) throw new Error(`${options.posts - listed.length} posts are missing`)
  return {
    readableMs: readableMs ?? wholeMs,
    downMs: downMs ?? wholeMs,
    indexedMs,
    waits,
  }
}

const NOTHING = { text: '', filters: {} }
const INDEX_LOOK_MS = 500
const KEYS_AFTER = 50
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

type Call = <Answer>(type: 'query' | 'mutation', path: string, input?: unknown) => Promise<Answer>

/** A key every 100 ms into one post, each saved at once: slower than the autosave ever is. */
function startTyping(call: Call, blog: Blog): { stop: () => Promise<Waits> } {
  const stopping = new AbortController()
  const waits: Waits = { saves: [], opens: [] }
  const typing = (async () => {
    const post = await call<Post>('mutation', 'posts.create', { blogId: blog.id })
    for (let sequence = 1; !stopping.signal.aborted; sequence += 1) {
      const pressedMs = performance.now()
      const { title, excerpt, language, direction, categoryIds, tags, document } = post
      await call('mutation', 'posts.edit', {
        postId: post.id,
        sequence,
        title: `${title} ${sequence}`,
        document,
        excerpt,
        language,
        direction,
        categoryIds,
        tags,
        caret: null,
      })
      await call('mutation', 'posts.flush', { postId: post.id })
      const savedMs = performance.now()
      waits.saves.push(savedMs - pressedMs)
      await call('query', 'posts.get', { postId: post.id })
      waits.opens.push(performance.now() - savedMs)
      await pause(KEY_EVERY_MS)
    }
    return waits
  })()
  return {
    stop: () => {
      stopping.abort()
      return typing
    },
  }
}
