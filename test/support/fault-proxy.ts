import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Which request a fault strikes: the next one for which all given parts hold. */
export interface Matching {
  method?: string
  /** Of path and query, decoded. */
  pathContains?: string
}

export interface GivenAnswer {
  status: number
  headers?: Record<string, string>
  body?: string
  /** Whether the blog got the request all the same, its own answer being dropped. False unless given. */
  isApplied?: boolean
}

/**
 * What becomes of one request. `deliver-twice`: the blog gets it two times, one after the other, and the client the second
 * answer. `deliver-late`: the client's connection is reset, and the blog gets the request with `deliverLateRequests`.
 */
export type Fate =
  | { kind: 'lose-answer' | 'lose-request' | 'truncate' | 'deliver-twice' | 'deliver-late' }
  | { kind: 'answer'; answer: GivenAnswer }

interface ProxiedRequest {
  method: string
  /** With the query. */
  path: string
  /** As the client saw it; null when it got no answer, or half of one. */
  status: number | null
}

/** A line to a blog that breaks on command. Faults strike once each, in the order in which they were asked for. */
export interface FaultProxy {
  /** Stands for the target's address. The target is asked with this `Host`, so a blog that answers as it was asked names the proxy. */
  url: string
  requests: readonly ProxiedRequest[]
  /** Faults that have not struck yet. Assert 0 at the end of a test, or the fault it is about may never have happened. */
  pendingFaultCount(): number
  /** From now on connections are refused, and open ones are dead. */
  cut(): Promise<void>
  restore(): Promise<void>
  /** The blog applies the next matching request and answers; the client gets no byte of it. */
  loseNextAnswer(matching: Matching): void
  /** The next matching request is taken from the client and never reaches the blog. */
  loseNextRequest(matching: Matching): void
  /** As loseNextAnswer, but the client gets the head and half of the body. */
  truncateNextAnswer(matching: Matching): void
  answerNext(matching: Matching, answer: GivenAnswer): void
  deliverNextTwice(matching: Matching): void
  /** From now on matching requests wait here, unanswered and unseen by the blog, until the function it returns is called. */
  hold(matching: Matching): () => void
  /** From now on decides for each request that no single fault strikes; null ends it. `body` is what the client sent. */
  strikeEach(decide: ((request: { method: string; path: string; body: string }) => Fate | null) | null): void
  /** From now on the blog's clock seems to be ahead by so much, as its answers' `Date` says; negative for behind. */
  setClockAhead(aheadMs: number): void
  /** Hands the blog what was held back for it, in the order in which it was sent. */
  deliverLateRequests(): Promise<void>
  stop(): Promise<void>
}

interface WholeAnswer {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
}

export async function startFaultProxy(options: { target: string }): Promise<FaultProxy> {
  const target = new URL(options.target)
  const requests: ProxiedRequest[] = []
  const faults: { matching: Matching; fate: Fate }[] = []
  const holds = new Set<{ matching: Matching; released: Promise<void> }>()
  const late: (() => Promise<unknown>)[] = []
  let clockAheadMs = 0
  let decide: Parameters<FaultProxy['strikeEach']>[0] = null

  const server = createServer((incoming, outgoing) => {
    void pass(incoming, outgoing).catch(() => outgoing.socket?.destroy())
  })

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const record: ProxiedRequest = { method: incoming.method ?? '', path: incoming.url ?? '', status: null }
    requests.push(record)
    const body = await readAll(incoming)
    for (const { matching, released } of holds) if (fits(matching, record)) await released
    const fate = takeFate(record) ?? decide?.({ ...record, body: body.toString('latin1') }) ?? null
    if (fate?.kind === 'deliver-late') late.push(() => forward(target, incoming, body))
    if (fate?.kind === 'deliver-twice') await forward(target, incoming, body)
    const answer = await answerFor(fate, () => forward(target, incoming, body))
    if (answer === null) {
      outgoing.socket?.destroy()
      return
    }
    // One connection a request: a client that finds its idle connection dead cannot tell a cut line from a lost answer.
    outgoing.shouldKeepAlive = false
    const headers = [...answer.headers.map(dated), ['content-length', String(answer.body.length)]].flat()
    outgoing.writeHead(answer.status, headers)
    if (fate?.kind === 'truncate') {
      outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => outgoing.socket?.destroy())
      return
    }
    record.status = answer.status
    outgoing.end(incoming.method === 'HEAD' ? undefined : answer.body)
  }

  function dated([name, value]: [string, string]): [string, string] {
    if (clockAheadMs === 0 || name.toLowerCase() !== 'date') return [name, value]
    return [name, new Date(Date.parse(value) + clockAheadMs).toUTCString()]
  }

  /** null when the client gets none. */
  async function answerFor(fate: Fate | null, ask: () => Promise<WholeAnswer>): Promise<WholeAnswer | null> {
    switch (fate?.kind) {
      case 'lose-request':
      case 'deliver-late':
        return null
      case 'lose-answer':
        await ask()
        return null
      case 'answer':
        if (fate.answer.isApplied) await ask()
        return given(fate.answer)
      case 'truncate':
      case 'deliver-twice':
      case undefined:
        return ask()
    }
  }

  function takeFate(record: ProxiedRequest): Fate | null {
    const index = faults.findIndex(({ matching }) => fits(matching, record))
    return index === -1 ? null : (faults.splice(index, 1)[0]?.fate ?? null)
  }

  async function listen(port: number): Promise<number> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }

  async function close(): Promise<void> {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  const port = await listen(0)
  return {
    url: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    requests,
    pendingFaultCount: () => faults.length,
    cut: close,
    async restore() {
      if (!server.listening) await listen(port)
    },
    loseNextAnswer: (matching) => void faults.push({ matching, fate: { kind: 'lose-answer' } }),
    loseNextRequest: (matching) => void faults.push({ matching, fate: { kind: 'lose-request' } }),
    truncateNextAnswer: (matching) => void faults.push({ matching, fate: { kind: 'truncate' } }),
    answerNext: (matching, answer) => void faults.push({ matching, fate: { kind: 'answer', answer } }),
    deliverNextTwice: (matching) => void faults.push({ matching, fate: { kind: 'deliver-twice' } }),
    setClockAhead: (aheadMs) => void (clockAheadMs = aheadMs),
    hold(matching) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const hold = { matching, released: promise }
      holds.add(hold)
      return () => {
        holds.delete(hold)
        resolve()
      }
    },
    strikeEach: (newDecide) => void (decide = newDecide),
    async deliverLateRequests() {
      for (const deliver of late.splice(0)) await deliver()
    },
    stop: close,
  }
}

function fits(matching: Matching, { method, path }: ProxiedRequest): boolean {
  return (
    (matching.method === undefined || matching.method === method) &&
    (matching.pathContains === undefined || decodeURIComponent(path).includes(matching.pathContains))
  )
}

/** Asks the target with the client's own head, `Host` included. */
async function forward(target: URL, incoming: IncomingMessage, body: Buffer): Promise<WholeAnswer> {
  const sent = request({
    host: target.hostname,
    port: target.port || 80,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, connection: 'close' },
    agent: false,
  })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, headers: headersToPass(answer.rawHeaders), body: await readAll(answer) }
}

function headersToPass(raw: string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) pairs.push([raw[index] ?? '', raw[index + 1] ?? ''])
  return pairs.filter(([name]) => !['connection', 'content-length', 'transfer-encoding'].includes(name.toLowerCase()))
}

function given(answer: GivenAnswer): WholeAnswer {
  return { status: answer.status, headers: Object.entries(answer.headers ?? {}), body: Buffer.from(answer.body ?? '') }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
