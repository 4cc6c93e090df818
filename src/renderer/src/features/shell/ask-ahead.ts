import type { WindowTransport } from '../../api/window-transport.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import type { CallRequest, CallResponse, ChangeEvent } from '../../../../shared/contract/wire.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { BlogId, PostId } from '../../../../shared/domain/ids.ts'
import { shownBlog } from '../blogs/shown-blog.ts'
import { newestAsked } from '../posts/newest-asked.ts'
import { postAt } from './post-at.ts'

/** Which blog was shown last: its posts need not wait for the answer that says so. */
const REMEMBERED = 'attache.blog'

/** Longer than any start; what nobody asked for by then is of no use. */
const KEPT_MS = 10_000

/** They say nothing of what is asked here, and the first round with the blogs tells of them again and again. */
const ELSEWHERE: ReadonlySet<ChangeEvent['topic']> = new Set(['line', 'search', 'backups', 'reading', 'notice'])

/**
 * The same transport, which has asked already what the window will ask first at `path`: those answers come while the window's own
 * code is still read. Each is given once and to the first who asks; none once the core told of a change since, or when it was a
 * refusal: then the core is asked again.
 */
export function askAhead(
  transport: WindowTransport,
  path: string,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
): WindowTransport {
  const answers = new Map<string, Promise<CallResponse | null>>()
  let isOver = false

  // The events before the calls: no change is missed between the two.
  const stops = [
    transport.onChange(({ topic }) => {
      if (!ELSEWHERE.has(topic)) end()
    }),
    transport.onReconnected(() => end()),
  ]
  const timer = setTimeout(end, KEPT_MS)
  function end(): void {
    isOver = true
    answers.clear()
    clearTimeout(timer)
    for (const stop of stops) stop()
  }

  async function ask(callPath: string, input?: unknown): Promise<unknown> {
    if (isOver) return undefined
    const request = { path: callPath, type: 'query', input } as const
    const answer = transport.call(request).catch(() => null)
    answers.set(keyOf(request), answer)
    const response = await answer
    return response?.ok ? response.data : undefined
  }
  async function askForPost(postId: PostId): Promise<void> {
    await Promise.all([ask('posts.get', { postId }), ask('undo.find', { postId })])
  }
  async function askForNewest(): Promise<void> {
    const remembered = memory.getItem(REMEMBERED)
    if (remembered !== null) void ask('posts.newest', newestAsked(remembered as BlogId))
    const [settings, blogs] = (await Promise.all([ask('settings.get'), ask('blogs.list')])) as [Settings?, Blog[]?]
    const blog = settings && blogs && shownBlog(blogs, settings)
    if (!blog || blog.id === remembered) return
    memory.setItem(REMEMBERED, blog.id)
    await ask('posts.newest', newestAsked(blog.id))
  }
  async function askForPlace(): Promise<void> {
    const postId = postAt(path)
    if (postId !== null) return askForPost(postId)
    if (path !== '' && path !== '/') return
    const last = (await ask('posts.lastOpened')) as { postId: PostId } | null | undefined
    if (last) await askForPost(last.postId)
  }
  void ask('lock.state')
  void askForNewest()
  void askForPlace()

  return {
    ...transport,
    async call(request) {
      const key = keyOf(request)
      const ahead = request.type === 'query' ? answers.get(key) : undefined
      if (!ahead) return transport.call(request)
      answers.delete(key)
      const response = await ahead
      return response?.ok && !isOver ? response : transport.call(request)
    },
  }
}

const keyOf = ({ path, input }: Pick<CallRequest, 'path' | 'input'>): string => `${path} ${JSON.stringify(input)}`
