import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { LockRouter } from '../../../shared/contract/lock-router.ts'
import type { AppRouter } from '../../../shared/contract/router.ts'
import type { CallRequest, CallResponse, CoreTransport } from '../../../shared/contract/wire.ts'
import { isAppError, type AppErrorData } from '../../../shared/errors.ts'

/** tRPC's link over a transport. A refused call becomes a TRPCClientError whose `cause` carries the AppErrorData. */
export function coreLink<Router extends AppRouter | LockRouter>(transport: CoreTransport): TRPCLink<Router> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        let isWanted = true
        const ask = async (): Promise<void> => {
          const response = await answerOf(transport, {
            path: op.path,
            type: op.type === 'mutation' ? 'mutation' : 'query',
            input: op.input,
          })
          if (!isWanted) return
          if (!response.ok) return observer.error(refusal(response.error))
          observer.next({ result: { type: 'data', data: response.data } })
          observer.complete()
        }
        void ask()
        return () => {
          isWanted = false
        }
      })
}

async function answerOf(transport: CoreTransport, request: CallRequest): Promise<CallResponse> {
  try {
    return await transport.call(request)
  } catch {
    return { ok: false, error: { kind: 'internal', logId: 'no-core' } }
  }
}

class Refusal extends Error {
  readonly data: AppErrorData
  constructor(data: AppErrorData) {
    super(data.kind)
    this.name = 'Refusal'
    this.data = data
  }
}

function refusal<Router extends AppRouter | LockRouter>(data: AppErrorData): TRPCClientError<Router> {
  return new TRPCClientError<Router>(data.kind, { cause: new Refusal(data) })
}

/** The error as the core sent it, or as the window says it of itself; anything else is `internal`. */
export function appErrorOf(error: unknown): AppErrorData {
  if (isAppError(error)) return error.data
  if (error instanceof TRPCClientError && error.cause instanceof Refusal) return error.cause.data
  return { kind: 'internal', logId: 'window' }
}
