import type { Fetch } from '../../core/ports.ts'

const CHUNK_BYTES = 64 * 1024

/**
 * Node's `fetch`, which tells how much of a body of bytes the socket has taken: a chunk counts when the next one is asked
 * for. The length is known and said, so nothing is sent in HTTP's own chunks, which some servers before a blog refuse.
 */
export const nodeFetch: Fetch = (input, { onSent, ...init } = {}) => {
  const { body } = init
  if (!onSent || !(body instanceof Uint8Array) || body.byteLength <= CHUNK_BYTES) return fetch(input, init)
  const headers = new Headers(init.headers)
  headers.set('content-length', String(body.byteLength))
  const streamed: RequestInit & { duplex: 'half' } = { ...init, headers, body: counted(body, onSent), duplex: 'half' }
  return fetch(input, streamed)
}

function counted(bytes: Uint8Array, onSent: (sentBytes: number) => void): ReadableStream<Uint8Array> {
  let takenBytes = 0
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (takenBytes > 0) onSent(takenBytes)
        const part = bytes.slice(takenBytes, takenBytes + CHUNK_BYTES)
        if (part.byteLength === 0) return controller.close()
        takenBytes += part.byteLength
        controller.enqueue(part)
      },
    },
    { highWaterMark: 0 },
  )
}
