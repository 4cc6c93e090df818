import type { CallRequest, CallResponse } from '../../../shared/contract/wire.ts'

/** What the window says to call-thread.ts. */
export interface AskedBeside {
  id: number
  address: string
  request: CallRequest
}

/** And what it says back. `response` null: the host could not be reached. */
export type SaidBeside = 'ready' | { id: number; response: CallResponse | null }
