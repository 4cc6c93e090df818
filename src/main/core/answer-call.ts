import { type AnyRouter, callTRPCProcedure, type inferRouterContext, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { CallRequest, CallResponse } from '../../shared/contract/wire.ts'
import { isAppError, type AppErrorData } from '../../shared/errors.ts'
import { newId } from './new-id.ts'
import type { Log, Random } from './ports.ts'
import { databaseErrorFrom } from './store/database-error.ts'

/** Runs one call through the router. Whatever happens, the answer is a CallResponse of plain data. */
export async function answerCall<Router extends AnyRouter>(
  router: Router,
  services: inferRouterContext<Router>,
  log: Log,
  random: Random,
  request: CallRequest,
): Promise<CallResponse> {
  try {
    const data: unknown = await callTRPCProcedure({
      router,
      path: request.path,
      type: request.type,
      getRawInput: () => Promise.resolve(request.input),
      ctx: services,
      signal: undefined,
      batchIndex: 0,
    })
    return { ok: true, data }
  } catch (error) {
    return { ok: false, error: errorDataOf(error, log, random, request.path) }
  }
}

/** What may leave the core of an error; anything but what the contract names is logged, and only pointed to. */
export function errorDataOf(error: unknown, log: Log, random: Random, path: string): AppErrorData {
  // A read outside a transaction meets a damaged file as SQLite says it.
  const cause = databaseErrorFrom(error instanceof TRPCError ? error.cause : error)
  if (isAppError(cause)) return cause.data
  if (cause instanceof ZodError) {
    const [issue] = cause.issues
    return { kind: 'invalid-input', field: issue?.path.join('.') ?? '', rule: issue?.code ?? 'invalid' }
  }
  if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED'))
    return { kind: 'invalid-input', field: 'path', rule: 'unknown' }
  const logId = newId<string>(random)
  // The name of the error class and the call; never its message, which may quote a person's words.
  log.error('call-failed', { logId, path, name: cause instanceof Error ? cause.name : typeof cause })
  return { kind: 'internal', logId }
}
