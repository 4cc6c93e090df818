import type { ClientRequest, IncomingMessage, Net, UploadProgress } from 'electron'
import { EventEmitter } from 'node:events'
import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'

interface Options {
  url: string
  method?: string
  redirect?: 'follow' | 'manual' | 'error'
}

/** Node's words for a broken line, in Chromium's. */
const NET_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_EMPTY_RESPONSE',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  ENETUNREACH: 'net::ERR_INTERNET_DISCONNECTED',
  EPIPE: 'net::ERR_CONNECTION_RESET',
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net::ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'net::ERR_CERT_AUTHORITY_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'net::ERR_CERT_COMMON_NAME_INVALID',
}

const PIECE_BYTES = 64 * 1024

const asNetError = (error: NodeJS.ErrnoException): Error => new Error(NET_ERRORS[error.code ?? ''] ?? 'net::ERR_FAILED')

/** One request. A redirect under `manual` must be followed or aborted in its event, else the request dies, as Electron's does. */
class FakeClientRequest extends EventEmitter {
  private readonly request: http.ClientRequest
  private isAborted = false
  private readonly upload = { current: 0, total: 0 }

  constructor({ url, method = 'GET', redirect = 'follow' }: Options) {
    super()
    if (redirect !== 'manual') throw new Error(`the fake's net.request knows no redirect '${redirect}'`)
    const { protocol } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') {
      throw new Error('ClientRequest only supports http: and https: protocols')
    }
    this.request = (protocol === 'https:' ? https : http).request(url, { method, agent: false })
    this.request.on('error', (error) => this.fail(asNetError(error)))
    this.request.on('response', (message) => this.answer(url, message))
  }
  setHeader = (name: string, value: string): void => void this.request.setHeader(name, value)
  getUploadProgress = (): UploadProgress => ({
    ...this.upload,
    active: !this.isAborted,
    started: this.upload.current > 0,
  })
  end = (chunk?: string | Buffer): this => {
    if (chunk === undefined) {
      this.request.end()
      return this
    }
    const body = Buffer.from(chunk)
    this.upload.total = body.byteLength
    this.request.setHeader('content-length', body.byteLength)
    this.writeFrom(body, 0)
    return this
  }
  abort = (): void => {
    if (this.isAborted) return
    this.isAborted = true
    process.nextTick(() => this.emit('abort'))
    this.request.destroy()
    this.emit('close')
  }

  /** Piece by piece, each counted once the socket has taken it. */
  private writeFrom(body: Buffer, at: number): void {
    const piece = body.subarray(at, at + PIECE_BYTES)
    if (piece.byteLength === 0) {
      this.request.end()
      return
    }
    this.request.write(piece, (error) => {
      if (error || this.isAborted) return
      this.upload.current = at + piece.byteLength
      this.writeFrom(body, this.upload.current)
    })
  }
  private answer(url: string, message: http.IncomingMessage): void {
    const { statusCode = 0, headers } = message
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
      this.emit('redirect', statusCode, 'GET', new URL(headers.location, url).href, {})
      if (!this.isAborted) this.fail(new Error('Redirect was cancelled'))
      return
    }
    // Chromium tells of a body that was cut, where Node says 'aborted'.
    message.on('error', () => this.fail(new Error('net::ERR_CONTENT_LENGTH_MISMATCH')))
    this.emit('response', message)
  }
  private fail(error: Error): void {
    if (this.isAborted) return
    this.emit('error', error)
    this.abort()
  }
}

export const net = {
  request: (options: Options) => new FakeClientRequest(options),
  async resolveHost(host: string) {
    const addresses = await lookup(host, { all: true }).catch(() => {
      throw new Error('net::ERR_NAME_NOT_RESOLVED')
    })
    return {
      endpoints: addresses.map(({ address, family }) => ({
        address,
        family: family === 6 ? ('ipv6' as const) : ('ipv4' as const),
      })),
    }
  },
} satisfies Record<keyof Pick<Net, 'request' | 'resolveHost'>, unknown>
null as unknown as FakeClientRequest satisfies Pick<ClientRequest, 'setHeader' | 'abort' | 'getUploadProgress'>
null as unknown as http.IncomingMessage satisfies Pick<IncomingMessage, 'rawHeaders' | 'httpVersion'>
