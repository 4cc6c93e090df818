import { once } from 'node:events'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** A page that is nothing but this, on loopback; with the files of a folder beside it, if there is one. */
export async function servePage(html: string, files?: string): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    if (pathname === '/' || files === undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(html)
      return
    }
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream')
    // As a program's own files are: a window that was open before has them, built.
    response.setHeader('cache-control', 'max-age=3600')
    readFile(join(files, pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, stop: () => void server.close() }
}
