import { lockRouter } from '../../../shared/contract/lock-router.ts'
import type { LockServices } from '../../../shared/contract/lock-services.ts'
import type { CallRequest, CallResponse } from '../../../shared/contract/wire.ts'
import { answerCall } from '../answer-call.ts'
import type { Log, Random } from '../ports.ts'

/** Any call for the lock. Loaded when the first comes that does more than look. */
export const answerLock = (
  services: LockServices,
  log: Log,
  random: Random,
  request: CallRequest,
): Promise<CallResponse> => answerCall(lockRouter, services, log, random, request)
