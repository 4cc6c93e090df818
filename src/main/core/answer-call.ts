import { type AnyRouter, callTRPCProcedure, type inferRouterContext, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { CallRequest, CallResponse } from '../../shared/contract/wire.ts'
import { isAppError, type AppErrorData } from '../../shared/errors.ts'
import { errorDataOf } from './error-data.ts'
import type { Log, Random } from './ports.ts'

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
    return { ok: false, error: refusalOf(error, log, random, request.path) }
  }
}

function refusalOf(error: unknown, log: Log, random: Random, path: string): AppErrorData {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof ZodError) {
    const [issue] = cause.issues
    return { kind: 'invalid-input', field: issue?.path.join('.') ?? '', rule: issue?.code ?? 'invalid' }
  }
  const isUnknown = error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
  if (isUnknown && !isAppError(cause)) return { kind: 'invalid-input', field: 'path', rule: 'unknown' }
  return errorDataOf(cause ?? error, log, random, path)
}
