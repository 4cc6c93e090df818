import type { CallRequest, CallResponse, ChangeEvent } from '../../src/shared/contract/wire.ts'
import type { WindowTransport } from '../../src/renderer/src/api/window-transport.ts'

export interface FakeCore extends WindowTransport {
  /** Every call in the order it arrived. */
  readonly calls: CallRequest[]
  emit(event: ChangeEvent): void
  reconnect(): void
}

/** The other end of a transport: answers each path from a table, remembers what it was asked, tells listeners what changed. */
export function fakeCore(answers: Record<string, (input: unknown) => CallResponse | Promise<CallResponse>>): FakeCore {
  const calls: CallRequest[] = []
  const changeListeners = new Set<(event: ChangeEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  return {
    platform: 'browser',
    approvalReturnUrl: null,
    handOut: null,
    calls,
    async call(request) {
      calls.push(request)
      return answers[request.path]?.(request.input) ?? { ok: false, error: { kind: 'internal', logId: request.path } }
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    onMenu: () => () => undefined,
    onReconnected(listener) {
      reconnectListeners.add(listener)
      return () => reconnectListeners.delete(listener)
    },
    emit(event) {
      for (const listener of changeListeners) listener(event)
    },
    reconnect() {
      for (const listener of reconnectListeners) listener()
    },
  }
}

/** A branded id from the border's point of view: the fake core never parses. */
export const asId = <Id extends string>(text: string): Id => text as Id
