import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What an ordinary slow line does to every byte. Absent: as fast as it goes. */
export interface LineShape {
  /** Half of it each way, and a whole one before the first byte, as the handshake takes. */
  roundTripMs?: number
  /** Each way by itself. */
  bytesPerSecond?: number
  /** Share of segments that are lost. TCP sends them again after 200 ms, then 400 ms …: to a program loss is delay. */
  lossShare?: number
  /** How long the other side hears nothing of an end. */
  slowCloseMs?: number
}

/** Where a connection breaks: once so many bytes have passed in one direction. */
export interface Cut {
  direction: 'to-blog' | 'to-desk'
  afterBytes: number
  how: 'close' | 'reset'
}

/** A line of bytes, below HTTP, to a server on this machine. */
export interface FaultyLine {
  url: string
  /** In all connections, without what was cut off. */
  readonly passedBytes: { toBlog: number; toDesk: number }
  shape(shape: LineShape): void
  cutNext(cut: Cut): void
  /** From now on decides for each new connection that no single cut is meant for; null ends it. */
  cutEach(decide: (() => Cut | null) | null): void
  stop(): Promise<void>
}

const SEGMENT_BYTES = 1_400
const FIRST_RETRANSMIT_MS = 200
/** What the sender's buffer holds: more is not read from it before this much has left. */
const BUFFER_MS = 500

export async function startFaultyLine(options: { target: string; random?: () => number }): Promise<FaultyLine> {
  const target = new URL(options.target)
  const random = options.random ?? Math.random
  const passedBytes = { toBlog: 0, toDesk: 0 }
  const sockets = new Set<Socket>()
  const cuts: Cut[] = []
  let shape: LineShape = {}
  let decide: (() => Cut | null) | null = null

  const server = createServer({ allowHalfOpen: true }, (desk) => {
    const cut = cuts.shift() ?? decide?.() ?? null
    const blog = connect({ host: target.hostname, port: Number(target.port || 80), allowHalfOpen: true })
    for (const socket of [desk, blog]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    const breakOff = (): void => {
      if (cut?.how === 'reset') desk.resetAndDestroy()
      else desk.destroy()
      blog.destroy()
    }
    const readyMs = performance.now() + (shape.roundTripMs ?? 0)
    const pass = (from: Socket, to: Socket, direction: Cut['direction']): void => {
      const count = (bytes: number): void => {
        passedBytes[direction === 'to-blog' ? 'toBlog' : 'toDesk'] += bytes
      }
      const limit = cut?.direction === direction ? { afterBytes: cut.afterBytes, breakOff } : null
      pump(from, to, { shape, random, readyMs, count, limit }).catch(() => {
        from.destroy()
        to.destroy()
      })
    }
    pass(desk, blog, 'to-blog')
    pass(blog, desk, 'to-desk')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    passedBytes,
    shape: (newShape) => void (shape = newShape),
    cutNext: (cut) => void cuts.push(cut),
    cutEach: (newDecide) => void (decide = newDecide),
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

interface Pump {
  shape: LineShape
  random: () => number
  /** When the first byte may arrive. */
  readyMs: number
  count: (bytes: number) => void
  limit: { afterBytes: number; breakOff: () => void } | null
}

/** Carries one direction of one connection to its end. */
async function pump(from: Socket, to: Socket, { shape, random, readyMs, count, limit }: Pump): Promise<void> {
  const { roundTripMs = 0, bytesPerSecond = Infinity, lossShare = 0, slowCloseMs = 0 } = shape
  let leftMs = readyMs
  let arrivalMs = readyMs
  let passed = 0
  // Many segments are under way at once, and arrive in their order.
  let arrivals = Promise.resolve()
  const arrive = (atMs: number, then: () => void): void => {
    arrivals = arrivals.then(() => until(atMs)).then(then)
  }
  for await (const chunk of from as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += SEGMENT_BYTES) {
      const segment = chunk.subarray(at, at + SEGMENT_BYTES)
      leftMs = Math.max(leftMs, performance.now()) + (segment.length / bytesPerSecond) * 1000
      arrivalMs = Math.max(arrivalMs, leftMs + roundTripMs / 2 + lostMs(lossShare, random))
      await until(leftMs - BUFFER_MS)
      const allowed = limit === null ? segment.length : Math.min(segment.length, limit.afterBytes - passed)
      passed += allowed
      count(allowed)
      const breakOff = limit !== null && passed >= limit.afterBytes ? limit.breakOff : undefined
      arrive(arrivalMs, () => {
        if (to.destroyed) breakOff?.()
        else to.write(segment.subarray(0, allowed), breakOff)
      })
      if (breakOff) return arrivals
    }
  }
  arrive(arrivalMs + slowCloseMs, () => to.end())
  return arrivals
}

function lostMs(lossShare: number, random: () => number): number {
  let delayMs = 0
  for (let waitMs = FIRST_RETRANSMIT_MS; random() < lossShare; waitMs *= 2) delayMs += waitMs
  return delayMs
}

/** The line's own slowness; nothing else waits on it. */
async function until(atMs: number): Promise<void> {
  const delayMs = atMs - performance.now()
  if (delayMs > 0) await new Promise((resolve) => void setTimeout(resolve, delayMs))
}
