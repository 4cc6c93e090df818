import type { CallRequest, CallResponse, ChangeEvent } from '../../../shared/contract/wire.ts'
import type { WindowTransport } from './window-transport.ts'

/**
 * The Node host, whose desk has a path of its own: `POST call` with JSON, `GET events` as server-sent events. A picture's bytes travel as the raw body with
 * the rest of the call in the header `x-attache-call`.
 */
export function httpTransport(): WindowTransport {
  const changeListeners = new Set<(event: ChangeEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  let events: EventSource | null = null
  // A page that is left is told so before it is hidden.
  let isGoing = false
  addEventListener('pagehide', () => (isGoing = true), { capture: true })
  addEventListener('pageshow', () => (isGoing = false))

  function listen(): void {
    if (events) return
    let hadConnection = false
    events = new EventSource('events')
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
    handOut: null,
    call: async (request) =>
      readAnswer(await send(toFetchInit(request), isGoing || document.visibilityState === 'hidden')),
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
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }
}

/**
 * What is sent while the page goes should outlive it. A browser refuses such requests once those under way hold more than
 * 64 KB together (Fetch standard, "keepalive"), so a refused one goes the ordinary way, and a page that stays never asks.
 */
async function send(init: RequestInit, isGoing: boolean): Promise<Response> {
  if (!isGoing) return fetch('call', init)
  return fetch('call', { ...init, keepalive: true }).catch(() => fetch('call', init))
}

async function readAnswer(response: Response): Promise<CallResponse> {
  if (response.headers.get('content-type')?.startsWith('application/json'))
    return (await response.json()) as CallResponse
  return { ok: false, error: { kind: 'internal', logId: `host-${response.status}` } }
}
