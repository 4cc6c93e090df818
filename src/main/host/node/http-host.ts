import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { AddressInfo } from 'node:net'
import type { CallResponse, CoreTransport } from '../../../shared/contract/wire.ts'
import type { AppErrorData } from '../../../shared/errors.ts'
import { answerWindow, type RendererFiles, SECURITY_HEADERS } from '../renderer-files.ts'
import { readCall } from './read-call.ts'
import { createSession } from './session.ts'

export interface HttpHost {
  /** With the one-time token: for the person, once. */
  readonly address: string
  close(): Promise<void>
}

const MAX_REQUEST_BYTES = 64 * 1024 * 1024
const KEEP_ALIVE_MS = 60_000

/** Serves the window on 127.0.0.1 and nowhere else. `port` 0 takes a free one. Rejects when the port is taken. */
export async function startHttpHost(options: {
  core: CoreTransport
  files: RendererFiles
  port: number
  keepAliveMs?: number
  /** Called for each window that begins to listen; what it returns, when that window is gone. */
  onWindow?: () => () => void
}): Promise<HttpHost> {
  const { core, files } = options
  const session = createSession()
  const { room } = session
  const app = new Hono()
  let origin = ''

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value)
    // A page of another site can point its own name at 127.0.0.1: the name it asked for gives it away.
    const isOurHost = `http://${context.req.header('host')}` === origin
    const askedFrom = context.req.header('origin')
    const isOurOrigin = askedFrom === undefined ? context.req.method === 'GET' : askedFrom === origin
    if (!isOurHost || !isOurOrigin) return context.text('This desk answers only its own address.', 403)
    return next()
  })

  app.use(async (context, next) => {
    const pathname = rawPathname(context.req.url)
    if (pathname.startsWith(room) && session.hasCookie(context.req.header('cookie'))) return next()
    const token = pathname === '/' ? context.req.query('token') : undefined
    const use = token === undefined ? 'wrong' : session.useToken(token)
    if (use === 'opened') context.header('set-cookie', session.setCookie)
    // A token that was used leads on: whoever has the cookie may come back by the printed address, nobody else gets in.
    if (use !== 'wrong') return context.redirect(room, 303)
    return context.text(
      'Open the address that Attaché printed when it started; it works once. Start it again for a new one.',
      401,
    )
  })

  app.post(
    `${room}call`,
    bodyLimit({ maxSize: MAX_REQUEST_BYTES, onError: (context) => context.json(tooLarge(), 413) }),
    async (context) => {
      const request = await readCall(context.req.raw)
      return context.json(
        request ? await core.call(request) : refused({ kind: 'invalid-input', field: 'request', rule: 'call' }),
      )
    },
  )

  app.get(`${room}events`, (context) =>
    streamSSE(context, async (stream) => {
      const windowGone = options.onWindow?.()
      const ended = Promise.withResolvers<void>()
      const stop = core.onChange((event) => void stream.writeSSE({ data: JSON.stringify(event) }))
      const beat = setInterval(() => void stream.write(': still here\n\n'), options.keepAliveMs ?? KEEP_ALIVE_MS)
      stream.onAbort(() => ended.resolve())
      try {
        await stream.write(': listening\n\n')
        await ended.promise
      } finally {
        clearInterval(beat)
        stop()
        windowGone?.()
      }
    }),
  )

  app.all('*', (context) => {
    const pathname = rawPathname(context.req.url).slice(room.length - 1)
    return answerWindow({ method: context.req.method, pathname }, { files, core })
  })

  // A body that broke off, most often. Nothing is printed: an error's text may quote what was sent.
  app.onError((_error, context) => context.body(null, 400))

  const { server, port } = await listen(app, options.port)
  origin = `http://127.0.0.1:${port}`
  return {
    address: `${origin}/?token=${session.token}`,
    close: () => close(server),
  }
}

function rawPathname(url: string): string {
  return new URL(url).pathname
}

function refused(error: AppErrorData): CallResponse {
  return { ok: false, error }
}

function tooLarge(): CallResponse {
  return refused({ kind: 'too-large', sizeBytes: null, limitBytes: MAX_REQUEST_BYTES })
}

function listen(app: Hono, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({ server, port: info.port }),
    )
    server.once('error', reject)
  })
}

/** Event streams never end by themselves, so what is open is cut after the last answer was due. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
