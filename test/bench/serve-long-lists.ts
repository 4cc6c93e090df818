import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { longLists } from './long-lists.ts'

/**
 * Run as a process of its own: a blog that only answers the questions of a pull, from lines rendered at the start, so that
 * what is measured is the desk. Tells its address to the parent process, and waits before each answer as long as that tells it to.
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    comments: { type: 'string', default: '50000' },
    threads: { type: 'string', default: '' },
  },
})
const PAGE_SIZE = 100
/** All posts are in it; a category without a name would be asked for with each page of them. */
const NEWS = { json: Buffer.from(JSON.stringify({ id: 1, name: 'News', slug: 'news', parent: 0, count: 1 })) }

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', address())
  if (url.pathname === '/') {
    response.writeHead(200, { link: `<${address()}/wp-json/>; rel="https://api.w.org/"` }).end()
    return
  }
  if (latencyMs > 0) setTimeout(() => answerRest(url, response), latencyMs)
  else answerRest(url, response)
})
let latencyMs = 0

function answerRest(url: URL, response: ServerResponse): void {
  switch (url.pathname.replace(/\/$/, '')) {
    case '/wp-json':
      return sendJson(response, {
        name: 'A long blog',
        url: address(),
        home: address(),
        gmt_offset: 0,
        timezone_string: 'UTC',
        namespaces: ['wp/v2'],
        authentication: {},
      })
    case '/wp-json/wp/v2/users/me':
      return sendJson(response, {
        id: 2,
        username: 'bench',
        name: 'Bench',
        roles: ['editor'],
        capabilities: { publish_posts: true, moderate_comments: true, edit_others_posts: true, unfiltered_html: true },
      })
    case '/wp-json/wp/v2/categories':
      return sendPage(response, url, [NEWS], () => '')
    case '/wp-json/wp/v2/tags':
      return sendPage(response, url, [], () => '')
    case '/wp-json/wp/v2/posts':
      return sendPage(response, url, lists.posts, ({ local }) => local, 'modified_')
    case '/wp-json/wp/v2/comments':
      return sendPage(response, url, lists.comments, ({ local }) => local)
    default:
      response.writeHead(404).end()
  }
}

function sendPage<Line extends { json: Buffer }>(
  response: ServerResponse,
  url: URL,
  lines: Line[],
  localOf: (line: Line) => string,
  bounds = '',
): void {
  const before = url.searchParams.get(`${bounds}before`)
  const after = url.searchParams.get(`${bounds}after`)
  const placeOf = (isBelow: (line: Line) => boolean): number => {
    const place = lines.findIndex(isBelow)
    return place === -1 ? lines.length : place
  }
  const first = before === null ? 0 : placeOf((line) => localOf(line) < before)
  const end = after === null ? lines.length : placeOf((line) => localOf(line) <= after)
  const inSpan = Math.max(0, end - first)
  const from = first + (Number(url.searchParams.get('page') ?? 1) - 1) * PAGE_SIZE
  const page = lines.slice(from, Math.min(from + PAGE_SIZE, first + inSpan)).map(({ json }) => json)
  const comma = Buffer.from(',')
  const body = Buffer.concat([
    Buffer.from('['),
    ...page.flatMap((json, index) => (index === 0 ? [json] : [comma, json])),
    Buffer.from(']'),
  ])
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=UTF-8',
      'x-wp-total': inSpan,
      'x-wp-totalpages': Math.ceil(inSpan / PAGE_SIZE),
      'content-length': body.byteLength,
    })
    .end(body)
}

const sendJson = (response: ServerResponse, json: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(json))

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

server.listen(0, '127.0.0.1')
await new Promise((resolve) => void server.once('listening', resolve))
const lists = longLists({
  posts: Number(values.posts),
  comments: Number(values.comments),
  origin: address(),
  threads: values.threads.split(',').filter(Boolean).map(Number),
})
process.on('message', (told: { latencyMs: number }) => {
  latencyMs = told.latencyMs
  process.send?.('told')
})
process.send?.({ url: address() })
process.once('disconnect', () => process.exit())
