import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TinySite {
  url: string
  /** What it was asked, as `GET /path`. */
  asked: string[]
  /** Every Authorization header it was sent. */
  authorizations: string[]
  stop(): Promise<void>
}

/** Some other server than a blog, on loopback. */
export async function startTinySite(
  answer: (incoming: IncomingMessage, outgoing: ServerResponse, url: string) => void,
): Promise<TinySite> {
  const asked: string[] = []
  const authorizations: string[] = []
  let url = ''
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    if (incoming.headers.authorization) authorizations.push(incoming.headers.authorization)
    incoming.resume()
    incoming.on('end', () => answer(incoming, outgoing, url))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    asked,
    authorizations,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

export function page(outgoing: ServerResponse, status: number, html: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}

export function json(outgoing: ServerResponse, status: number, value: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
