import type { CallRequest, CallResponse, ChangeEvent } from '../../../shared/contract/wire.ts'
import type { WindowTransport } from './window-transport.ts'

/** A browser drops a keep-alive request above 64 KB when the page goes; below, it outlives the page. */
const KEEPALIVE_LIMIT = 60_000

/**
 * The Node host: `POST /call` with JSON, `GET /events` as server-sent events. A picture's bytes travel as the raw body with
 * the rest of the call in the header `x-attache-call`.
 */
export function httpTransport(): WindowTransport {
  const changeListeners = new Set<(event: ChangeEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  let events: EventSource | null = null

  function listen(): void {
    if (events) return
    let hadConnection = false
    events = new EventSource('/events')
    events.addEventListener('open', () => {
      if (hadConnection) for (const listener of reconnectListeners) listener()
      hadConnection = true
    })
    events.addEventListener('message', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ChangeEvent
      for (const listener of changeListeners) listener(event)
    })
  }

  return {
    platform: 'browser',
    approvalReturnUrl: null,
    call: async (request) => readAnswer(await fetch('/call', toFetchInit(request))),
    onChange(listener) {
      changeListeners.add(listener)
      listen()
      return () => changeListeners.delete(listener)
    },
    onMenu: () => () => undefined,
    onReconnected(listener) {
      reconnectListeners.add(listener)
      return () => reconnectListeners.delete(listener)
    },
  }
}

function toFetchInit(request: CallRequest): RequestInit {
  const { input } = request
  if (typeof input === 'object' && input !== null && 'bytes' in input && input.bytes instanceof Uint8Array) {
    const { bytes, ...rest } = input
    return {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-attache-call': encodeURIComponent(JSON.stringify({ ...request, input: rest })),
      },
      body: new Blob([bytes.slice()]),
    }
  }
  const body = JSON.stringify(request)
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: request.type === 'mutation' && body.length < KEEPALIVE_LIMIT,
  }
}

async function readAnswer(response: Response): Promise<CallResponse> {
  if (response.headers.get('content-type')?.startsWith('application/json'))
    return (await response.json()) as CallResponse
  return { ok: false, error: { kind: 'internal', logId: `host-${response.status}` } }
}
