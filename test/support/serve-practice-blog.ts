import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import {
  createPracticeBlog,
  type PracticeBlog,
  type PracticeBlogOptions,
} from '../../src/main/core/practice-blog/create-practice-blog.ts'
import type { Random } from '../../src/main/core/ports.ts'
import { memoryPracticeStore } from './memory-practice-store.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'

export interface ServedPracticeBlog {
  /** Without a slash at the end. */
  url: string
  accounts: PracticeBlog['accounts']
  stop(): Promise<void>
}

const realRandom: Random = { bytes: (count) => randomBytes(count), fraction: () => Math.random() }

/** The practice blog over HTTP on 127.0.0.1. Whatever host it is asked at, it answers as the blog at `url`. */
export async function servePracticeBlog(
  options: Partial<Omit<PracticeBlogOptions, 'origin'>> = {},
): Promise<ServedPracticeBlog> {
  let blog: PracticeBlog | null = null
  const server = createAdaptorServer({
    fetch: async (request) => {
      if (blog === null) return new Response('starting', { status: 503 })
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
      return blog.fetch(`${url}${pathname}${search}`, { method: request.method, headers: request.headers, body })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  blog = createPracticeBlog({
    store: memoryPracticeStore(),
    clock: systemClock,
    random: realRandom,
    ...options,
    origin: url,
  })
  return {
    url,
    accounts: blog.accounts,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}
