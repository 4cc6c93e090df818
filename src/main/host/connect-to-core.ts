import { randomUUID } from 'node:crypto'
import type {
  CallRequest,
  CallResponse,
  ChangeEvent,
  CoreStart,
  CoreTransport,
  KeyStoreQuestion,
  PortMessage,
} from '../../shared/contract/wire.ts'
import type { Log } from '../core/ports.ts'
import type { KeyStore } from '../core/vault/key-slots.ts'
import type { CoreProcess } from './core-process.ts'

export interface CoreConnection extends CoreTransport {
  /** Saves what is open and resolves when the core's process is gone, cut after `CLOSE_DEADLINE_MS`. Later calls answer `internal`. */
  close(): Promise<void>
}

const CLOSE_DEADLINE_MS = 10_000

/**
 * The serving side of the port. A call is always answered: by the core, or with `internal` when the core's process ended
 * before it answered. A process that ends by itself is started again once, and `core-restarted` is told; after the second
 * time every call answers `internal`, so that a fault that returns at each start does not spin.
 */
export function connectToCore(options: {
  startProcess: () => CoreProcess
  start: Omit<CoreStart, 'keyStore'>
  keyStore: KeyStore
  log: Log
}): CoreConnection {
  const { keyStore, log } = options
  const pending = new Map<number, (response: CallResponse) => void>()
  const listeners = new Set<(event: ChangeEvent) => void>()
  const ending = Promise.withResolvers<void>()
  let state: 'running' | 'restarted' | 'closing' | 'ended' = 'running'
  let lastCallId = 0
  let core = startCore()

  function startCore(): CoreProcess {
    const started = options.startProcess()
    started.onMessage((message) => receive(started, message))
    started.onEnd((exitCode) => afterEnd(exitCode))
    started.post({ kind: 'start', start: { ...options.start, keyStore: keyStore.strength } })
    return started
  }

  function receive(from: CoreProcess, message: PortMessage): void {
    switch (message.kind) {
      case 'answer': {
        const answer = pending.get(message.callId)
        pending.delete(message.callId)
        answer?.(message.response)
        return
      }
      case 'event':
        return tell(message.event)
      case 'ask':
        void askKeyStore(message.question).then((answer) => from.post({ kind: 'told', askId: message.askId, answer }))
        return
      case 'log':
        return log[message.level](message.event, message.fields)
      case 'closed':
        return from.kill()
      case 'start':
      case 'call':
      case 'told':
      case 'close':
        return
    }
  }

  function tell(event: ChangeEvent): void {
    for (const listener of listeners) listener(event)
  }

  async function askKeyStore(question: KeyStoreQuestion): Promise<(PortMessage & { kind: 'told' })['answer']> {
    try {
      const value =
        question.what === 'seal' ? await keyStore.seal(question.bytes) : await keyStore.open(question.sealed)
      return { ok: true, value }
    } catch (error) {
      log.error('key-store.failed', { what: question.what, error: error instanceof Error ? error.name : 'unknown' })
      return { ok: false }
    }
  }

  function afterEnd(exitCode: number | null): void {
    ending.resolve()
    const logId = randomUUID()
    if (state !== 'closing') log.error('core.ended', { logId, exitCode, pendingCalls: pending.size })
    const lost = [...pending.values()]
    pending.clear()
    if (state === 'running') {
      state = 'restarted'
      core = startCore()
    } else {
      state = 'ended'
    }
    for (const answer of lost) answer({ ok: false, error: { kind: 'internal', logId } })
    if (state === 'restarted') tell({ topic: 'core-restarted' })
  }

  return {
    call(request: CallRequest): Promise<CallResponse> {
      if (state === 'closing' || state === 'ended') {
        const logId = randomUUID()
        log.warn('core.not-running', { logId, path: request.path })
        return Promise.resolve({ ok: false, error: { kind: 'internal', logId } })
      }
      lastCallId += 1
      const answered = Promise.withResolvers<CallResponse>()
      pending.set(lastCallId, answered.resolve)
      core.post({ kind: 'call', callId: lastCallId, request })
      return answered.promise
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      if (state === 'ended') return
      if (state !== 'closing') {
        state = 'closing'
        core.post({ kind: 'close' })
      }
      const deadline = setTimeout(() => {
        log.error('core.did-not-close')
        core.kill()
      }, CLOSE_DEADLINE_MS)
      await ending.promise
      clearTimeout(deadline)
    },
  }
}
