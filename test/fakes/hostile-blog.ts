import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createPracticeBlog, type PracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import type { PracticeState } from '../../src/main/core/practice-blog/practice-state.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'
import { wallClock } from '../support/wall-clock.ts'

export interface HostilePost {
  title: string
  content: string
}

export interface HostileComment {
  /** From 1, in the order of the posts. */
  postId: number
  /** From 1, in the order of the comments; 0 for none. */
  parentId: number
  authorName: string
  html: string
  status: 'approved' | 'hold' | 'spam' | 'trash'
}

export interface HostileBlog {
  url: string
  account: PracticeBlog['accounts']['editor']
  /** What was asked of the address in its payloads. */
  leaks: string[]
  stop(): Promise<void>
}

interface HostileContents {
  posts: HostilePost[]
  comments: HostileComment[]
}

/**
 * A blog whose every text is an attack: these posts and comments, and its own name, its terms, links and accounts. `leak` is an
 * address that nobody may ask.
 */
export async function startHostileBlog(contentsOf: (leak: string) => HostileContents): Promise<HostileBlog> {
  const leaks: string[] = []
  const sink = createServer((asked, answer) => {
    leaks.push(`${asked.method} ${asked.url}`)
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('pwn()')
  })
  sink.listen(0, '127.0.0.1')
  await once(sink, 'listening')
  const contents = contentsOf(`http://127.0.0.1:${(sink.address() as AddressInfo).port}/leak`)

  let blog: PracticeBlog | null = null
  const server = createAdaptorServer({
    async fetch(request) {
      if (blog === null) return new Response(null, { status: 503 })
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
      const { method, headers } = request
      const honest = await blog.fetch(`${url}${pathname}${search}`, { method, headers, body })
      return poisoned(pathname, honest, contents)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const store = memoryPracticeStore()
  const options = { store, clock: wallClock, random: systemRandom, origin: url, contents: 'empty' as const }
  createPracticeBlog(options)
  store.text = JSON.stringify(filled(JSON.parse(store.text ?? '{}') as PracticeState, contents))
  blog = createPracticeBlog(options)
  return {
    url,
    account: blog.accounts.editor,
    leaks,
    async stop() {
      for (const each of [server, sink]) {
        const closed = once(each, 'close')
        each.close()
        if ('closeAllConnections' in each) each.closeAllConnections()
        await closed
      }
    },
  }
}

/** What the practice blog itself would clean or escape. */
async function poisoned(pathname: string, honest: Response, { comments }: HostileContents): Promise<Response> {
  if (!honest.headers.get('content-type')?.includes('json')) return honest
  const value: unknown = JSON.parse(await honest.text(), function (this: unknown, key, each: unknown) {
    if (key === 'link') return 'javascript:pwn()//'
    if (key === 'name' && pathname.endsWith('/wp-json/')) return `<img src=x onerror=pwn()> "'><script>pwn()</script>`
    if (key === 'authorization') return 'javascript:pwn()//'
    return each
  })
  if (pathname.includes('/wp/v2/comments')) {
    for (const comment of (Array.isArray(value) ? value : [value]) as {
      id?: number
      content?: { rendered: string }
    }[]) {
      const html = comments[(comment.id ?? 0) - 1]?.html
      if (comment.content && html !== undefined) comment.content.rendered = html
    }
  }
  const headers = new Headers(honest.headers)
  headers.delete('content-length')
  return new Response(withPollutingKeys(JSON.stringify(value)), { status: honest.status, headers })
}

const withPollutingKeys = (json: string): string =>
  json.replaceAll(
    '"status":',
    '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"status":',
  )

const FIRST_AT_MS = Date.parse('2026-11-20T10:00:00Z')
const atSecond = (second: number): string => new Date(FIRST_AT_MS + second * 1000).toISOString().slice(0, 19)

function filled(state: PracticeState, { posts, comments }: HostileContents): PracticeState {
  const at = atSecond(0)
  const authorId = state.users.find(({ userName }) => userName === 'editor')?.id ?? 1
  const hostile = '<script>pwn()</script>'
  return {
    ...state,
    users: state.users.map((user) => ({ ...user, displayName: `${user.displayName} <img src=x onerror=pwn()>` })),
    nextPostId: posts.length + 1,
    nextCommentId: comments.length + 1,
    nextTermId: 3,
    posts: posts.map(({ title, content }, index) => ({
      id: index + 1,
      authorId,
      status: 'publish',
      trashedFrom: null,
      slug: `post-${index + 1}`,
      title,
      content,
      excerpt: `${hostile} ${title}`,
      dateGmt: at,
      modifiedGmt: at,
      categoryIds: [1],
      tagIds: [2],
      featuredMediaId: 0,
      commentStatus: 'open',
      revisions: [],
    })),
    comments: comments.map(({ postId, parentId, authorName, status }, index) => ({
      id: index + 1,
      postId,
      parentId,
      authorId: 0,
      authorName,
      authorEmail: 'visitor@example.org',
      authorUrl: 'javascript:pwn()',
      authorIp: '127.0.0.1',
      userAgent: hostile,
      content: `${index}`,
      status,
      createdGmt: atSecond(index),
    })),
    terms: [
      { id: 1, taxonomy: 'category', name: '<img src=x onerror=pwn()>', slug: 'a', description: '', parentId: 0 },
      { id: 2, taxonomy: 'post_tag', name: '"><script>pwn()</script>', slug: 'b', description: '', parentId: 0 },
    ],
  }
}
