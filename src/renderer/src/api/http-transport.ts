import type { CallRequest, CallResponse, ChangeEvent } from '../../../shared/contract/wire.ts'
import type { CallsBeside } from './calls-beside.ts'
import { callByHttp } from './http-call.ts'
import type { WindowTransport } from './window-transport.ts'

/**
 * The Node host, whose desk has a path of its own: `POST call` (http-call.ts), `GET events` as server-sent events. What the keys
 * set off is called for by a thread of its own.
 */
export function httpTransport(): WindowTransport {
  const changeListeners = new Set<(event: ChangeEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  let events: EventSource | null = null
  // A page that is left is told so before it is hidden.
  let isGoing = false
  /** What is sent while the page goes should outlive it. */
  const isPageGoing = (): boolean => isGoing || document.visibilityState === 'hidden'
  const directly = (request: CallRequest): Promise<CallResponse> => callByHttp('call', request, isPageGoing())
  let beside: CallsBeside | 'asked-for' | null = null
  const leave = (): void => {
    isGoing = true
    if (typeof beside === 'object') beside?.leave()
  }
  addEventListener('pagehide', leave, { capture: true })
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
    call(request) {
      if (!isOfKey(request) || isPageGoing()) return directly(request)
      if (beside === null) {
        beside = 'asked-for'
        // Where it cannot be had the page goes on by itself.
        import('./calls-beside.ts').then(
          ({ callsBeside }) => void (beside = callsBeside(directly)),
          () => undefined,
        )
      }
      return beside === 'asked-for' ? directly(request) : beside.call(request)
    },
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

/** Some letters; a whole text costs more to hand to another thread than to send. */
const isOfKey = ({ path, input }: CallRequest): boolean =>
  path === 'posts.edit' && typeof input === 'object' && input !== null && 'change' in input
