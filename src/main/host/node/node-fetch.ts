import type { Fetch } from '../../core/ports.ts'

const CHUNK_BYTES = 64 * 1024

/**
 * Node's `fetch`, which tells how much of a body of bytes or of a file the socket has taken: a chunk counts when the next one is asked
 * for. The length is known and said, so nothing is sent in HTTP's own chunks, which some servers before a blog refuse.
 */
export const nodeFetch: Fetch = async (input, { onSent, mayConnectTo, ...init } = {}) => {
  if (mayConnectTo) {
    const { checkedFetch } = await import('./checked-fetch.ts')
    return checkedFetch(mayConnectTo)(input, init)
  }
  const { body } = init
  const isOfBytes = body instanceof Uint8Array || body instanceof Blob
  if (!onSent || !isOfBytes || sizeOf(body) <= CHUNK_BYTES) return fetch(input, init)
  const headers = new Headers(init.headers)
  headers.set('content-length', String(sizeOf(body)))
  const streamed: RequestInit & { duplex: 'half' } = { ...init, headers, body: counted(body, onSent), duplex: 'half' }
  return fetch(input, streamed)
}

const sizeOf = (body: Uint8Array | Blob): number => (body instanceof Blob ? body.size : body.byteLength)

/** A file is read from the disk part by part, as the network takes it. */
async function partOf(body: Uint8Array | Blob, from: number): Promise<Uint8Array> {
  const part = body.slice(from, from + CHUNK_BYTES)
  return part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part
}

function counted(bytes: Uint8Array | Blob, onSent: (sentBytes: number) => void): ReadableStream<Uint8Array> {
  let takenBytes = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (takenBytes > 0) onSent(takenBytes)
        const part = await partOf(bytes, takenBytes)
        if (part.byteLength === 0) return controller.close()
        takenBytes += part.byteLength
        controller.enqueue(part)
      },
    },
    { highWaterMark: 0 },
  )
}
