import { randomUUID } from 'node:crypto'
import type { CallRequest, CallResponse, CoreStart, KeyStoreQuestion, PortMessage } from '../../shared/contract/wire.ts'
import { type AppErrorData, isAppError } from '../../shared/errors.ts'
import type { AppCore } from '../core/app-core.ts'
import type { Log } from '../core/ports.ts'
import type { KeyStore } from '../core/vault/key-slots.ts'
import type { Port } from './core-process.ts'

/** What the serving process lends to the core over the port. */
export interface LentPorts {
  keyStore: KeyStore
  log: Log
}

/**
 * The core's side of the port. `makeCore` is called once, when `start` arrives. If it throws, every call is answered with
 * that error's data (`database` and why, most often), so that the window can say it; the process stays.
 */
export function serveCore(port: Port, makeCore: (start: CoreStart, lent: LentPorts) => AppCore): void {
  const log = logOverPort(port)
  const questions = keyStoreOverPort(port)
  let core: AppCore | AppErrorData | null = null

  async function answer(request: CallRequest): Promise<CallResponse> {
    if (core === null) return { ok: false, error: internal(log, new Error('call before start'), request.path) }
    if ('kind' in core) return { ok: false, error: core }
    try {
      return await core.call(request)
    } catch (error) {
      return { ok: false, error: isAppError(error) ? error.data : internal(log, error, request.path) }
    }
  }

  function open(start: CoreStart): AppCore | AppErrorData {
    try {
      const opened = makeCore(start, { keyStore: questions.store(start.keyStore), log })
      opened.onChange((event) => port.post({ kind: 'event', event }))
      opened.start()
      return opened
    } catch (error) {
      const data = isAppError(error) ? error.data : internal(log, error, 'start')
      log.error('core.did-not-open', { kind: data.kind, reason: data.kind === 'database' ? data.reason : null })
      return data
    }
  }

  async function close(): Promise<void> {
    try {
      if (core !== null && !('kind' in core)) await core.close()
    } catch (error) {
      internal(log, error, 'close')
    }
    port.post({ kind: 'closed' })
  }

  port.onMessage((message: PortMessage) => {
    switch (message.kind) {
      case 'start':
        core = open(message.start)
        return
      case 'call':
        void answer(message.request).then((response) => port.post({ kind: 'answer', callId: message.callId, response }))
        return
      case 'told':
        return questions.told(message)
      case 'close':
        void close()
        return
      case 'answer':
      case 'event':
      case 'ask':
      case 'log':
      case 'closed':
        return
    }
  })
}

/** Logs where it happened, never the error's text: that may carry what a person wrote. */
function internal(log: Log, error: unknown, during: string): AppErrorData {
  const logId = randomUUID()
  const at = error instanceof Error ? error.stack?.split('\n').find((line) => line.startsWith('    at ')) : undefined
  log.error('core.internal', {
    logId,
    during,
    error: error instanceof Error ? error.name : typeof error,
    at: at?.trim() ?? null,
  })
  return { kind: 'internal', logId }
}

function logOverPort(port: Port): Log {
  const write =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, fields) =>
      port.post({ kind: 'log', level, event, fields: fields ?? {} })
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function keyStoreOverPort(port: Port) {
  const waiting = new Map<number, PromiseWithResolvers<string | Uint8Array | null>>()
  let lastAskId = 0
  const ask = (question: KeyStoreQuestion): Promise<string | Uint8Array | null> => {
    lastAskId += 1
    const told = Promise.withResolvers<string | Uint8Array | null>()
    waiting.set(lastAskId, told)
    port.post({ kind: 'ask', askId: lastAskId, question })
    return told.promise
  }
  return {
    told({ askId, answer }: PortMessage & { kind: 'told' }): void {
      const told = waiting.get(askId)
      waiting.delete(askId)
      if (answer.ok) told?.resolve(answer.value)
      else told?.reject(new Error('the key store failed'))
    },
    store: (strength: KeyStore['strength']): KeyStore => ({
      strength,
      async seal(bytes) {
        const sealed = await ask({ what: 'seal', bytes })
        if (typeof sealed !== 'string') throw new Error('the key store sealed nothing')
        return sealed
      },
      async open(sealed) {
        const bytes = await ask({ what: 'open', sealed })
        return typeof bytes === 'string' ? null : bytes
      },
    }),
  }
}
