import { openDesk } from '../../src/main/host/node/open-desk.ts'
import type { Blog } from '../../src/shared/domain/blog.ts'
import type { Line } from '../../src/shared/domain/line.ts'
import type { Post } from '../../src/shared/domain/post.ts'

export interface PullFigures {
  /** Until the last comment was stored. */
  downMs: number
  /** Until nothing was left to do, the words of each post counted. */
  wholeMs: number
  /** From a key press to its save, while somebody typed; null in a run without. */
  saveP99Ms: number | null
}

const KEY_EVERY_MS = 100

/** Connects a new desk to the blog and waits until everything is down. Throws when something is missing then. */
export async function pullAll(options: {
  folder: string
  url: string
  posts: number
  comments: number
  isTyping: boolean
}): Promise<PullFigures> {
  const core = openDesk(options.folder)
  const call = async <Answer>(type: 'query' | 'mutation', path: string, input?: unknown): Promise<Answer> => {
    const response = await core.call({ type, path, input })
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(response.error)}`)
    return response.data as Answer
  }
  const lines = async (): Promise<Line | undefined> => (await call<Line[]>('query', 'line.list'))[0]
  await lines()

  let startedMs = performance.now()
  let downMs: number | null = null
  const whole = Promise.withResolvers<number>()
  const look = async (): Promise<void> => {
    const line = await lines()
    if (line?.progress?.what === 'comments' && line.progress.doneCount >= options.comments)
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
  const saves = typing ? await typing.stop() : null
  const listed = await call<Post[]>('query', 'posts.list', { blogId: blog.id })
  await core.close()
  if (listed.length < options.posts) throw new Error(`${options.posts - listed.length} posts are missing`)
  return { downMs: downMs ?? wholeMs, wholeMs, saveP99Ms: saves && percentile(saves, 0.99) }
}

type Call = <Answer>(type: 'query' | 'mutation', path: string, input?: unknown) => Promise<Answer>

/** A key every 100 ms into one post, each saved at once: slower than the autosave ever is. */
function startTyping(call: Call, blog: Blog): { stop: () => Promise<number[]> } {
  const stopping = new AbortController()
  const times: number[] = []
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
      times.push(performance.now() - pressedMs)
      await new Promise((resolve) => setTimeout(resolve, KEY_EVERY_MS))
    }
    return times
  })()
  return {
    stop: () => {
      stopping.abort()
      return typing
    },
  }
}

const percentile = (numbers: number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0
