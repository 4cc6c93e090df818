import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createPracticeBlog, type PracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import type { PracticeState } from '../../src/main/core/practice-blog/practice-state.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'
import { wallClock } from '../support/wall-clock.ts'
import { hostileHtml } from './hostile-html.ts'

export interface HostileBlog {
  url: string
  account: PracticeBlog['accounts']['editor']
  /** How many comments and posts it serves. */
  comments: string[]
  postTitles: string[]
  /** What was asked of the address in its payloads. */
  leaks: string[]
  stop(): Promise<void>
}

/** A blog whose every text is an attack: comments, their authors and links, titles, excerpts, posts, terms and its own name. */
export async function startHostileBlog(): Promise<HostileBlog> {
  const leaks: string[] = []
  const sink = createServer((asked, answer) => {
    leaks.push(`${asked.method} ${asked.url}`)
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('pwn()')
  })
  sink.listen(0, '127.0.0.1')
  await once(sink, 'listening')
  const leak = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/leak`
  const payloads = hostileHtml(leak)
  const posts = hostilePosts(payloads, leak)

  let blog: PracticeBlog | null = null
  const server = createAdaptorServer({
    async fetch(request) {
      if (blog === null) return new Response(null, { status: 503 })
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
      const { method, headers } = request
      const honest = await blog.fetch(`${url}${pathname}${search}`, { method, headers, body })
      return poisoned(pathname, honest, payloads)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const store = memoryPracticeStore()
  const options = { store, clock: wallClock, random: systemRandom, origin: url, contents: 'empty' as const }
  createPracticeBlog(options)
  store.text = JSON.stringify(filled(JSON.parse(store.text ?? '{}') as PracticeState, payloads, posts))
  blog = createPracticeBlog(options)
  return {
    url,
    account: blog.accounts.editor,
    comments: payloads,
    postTitles: posts.map(({ title }) => title),
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
async function poisoned(pathname: string, honest: Response, payloads: string[]): Promise<Response> {
  if (!honest.headers.get('content-type')?.includes('json')) return honest
  const value: unknown = JSON.parse(await honest.text(), function (this: unknown, key, each: unknown) {
    if (key === 'link') return 'javascript:pwn()//'
    if (key === 'name' && pathname.endsWith('/wp-json/')) return `<img src=x onerror=pwn()> "'><script>pwn()</script>`
    if (key === 'authorization') return 'javascript:pwn()//'
    return each
  })
  if (pathname.endsWith('/wp/v2/comments') && Array.isArray(value)) {
    for (const comment of value as { id: number; content: { rendered: string } }[]) {
      comment.content.rendered = payloads[comment.id - 1] ?? ''
    }
  }
  const headers = new Headers(honest.headers)
  headers.delete('content-length')
  return new Response(JSON.stringify(value), { status: honest.status, headers })
}

interface HostilePost {
  title: string
  content: string
}

/** One post per way in which the editor shows what a blog holds. */
function hostilePosts(payloads: string[], leak: string): HostilePost[] {
  const attribute = `&quot;&gt;&lt;img src=x onerror=pwn()&gt;`
  const block = (name: string, html: string, json = ''): string =>
    `<!-- wp:${name} ${json}-->\n${html}\n<!-- /wp:${name} -->`
  const links = payloads.filter((payload) => payload.startsWith('<a href='))
  return [
    { title: 'Classic <script>pwn()</script>', content: payloads.join('\n\n') },
    { title: 'Blocks <img src=x onerror=pwn()>', content: payloads.map((html) => block('html', html)).join('\n\n') },
    {
      title: 'Paragraphs "\'><svg onload=pwn()>',
      content: payloads.map((html) => block('paragraph', `<p>${html}</p>`)).join('\n\n'),
    },
    {
      title: 'Links javascript:pwn()',
      content: links.map((html) => block('paragraph', `<p>${html}</p>`)).join('\n\n'),
    },
    {
      title: 'Pictures \u202E{{pwn()}}',
      content: [leak, 'javascript:pwn()', 'data:image/svg+xml,<svg onload=pwn()>']
        .map((src) =>
          block(
            'image',
            `<figure class="wp-block-image"><img src="${src.replaceAll('<', '&lt;')}" alt="${attribute}"/><figcaption class="wp-element-caption">${attribute}</figcaption></figure>`,
          ),
        )
        .join('\n\n'),
    },
    {
      title: 'Names',
      content: [
        block('evil/" onload="pwn()', 'x'),
        block(
          'quote',
          `<blockquote class="wp-block-quote">${block('paragraph', '<p>x</p>')}<cite>${attribute}</cite></blockquote>`,
        ),
        block('code', `<pre class="wp-block-code"><code>${attribute}</code></pre>`),
        block('heading', `<h2 class="wp-block-heading">${attribute}</h2>`),
        block('paragraph', '<p dir="rtl">x</p>', '{"direction":"rtl\\u0022 onload=pwn()"} '),
      ].join('\n\n'),
    },
  ]
}

function filled(state: PracticeState, payloads: string[], posts: HostilePost[]): PracticeState {
  const at = '2026-11-20T10:00:00'
  const authorId = state.users.find(({ userName }) => userName === 'editor')?.id ?? 1
  const hostile = payloads[0] ?? ''
  return {
    ...state,
    users: state.users.map((user) => ({ ...user, displayName: `${user.displayName} <img src=x onerror=pwn()>` })),
    nextPostId: posts.length + 1,
    nextCommentId: payloads.length + 1,
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
    comments: payloads.map((content, index) => ({
      id: index + 1,
      postId: 1,
      parentId: 0,
      authorId: 0,
      authorName: payloads[(index + 7) % payloads.length] ?? '',
      authorEmail: 'visitor@example.org',
      authorUrl: 'javascript:pwn()',
      authorIp: '127.0.0.1',
      userAgent: hostile,
      content,
      status: 'approved',
      createdGmt: at,
    })),
    terms: [
      { id: 1, taxonomy: 'category', name: '<img src=x onerror=pwn()>', slug: 'a', description: '', parentId: 0 },
      { id: 2, taxonomy: 'post_tag', name: '"><script>pwn()</script>', slug: 'b', description: '', parentId: 0 },
    ],
  }
}
