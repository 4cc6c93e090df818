import { AppError, isAppError, type LockFault } from '../../../shared/errors.ts'
import type { Clock, Log } from '../ports.ts'

/** Wrong so often in a row, and it has to wait so long: whoever guesses at the keyboard is slowed, the owner is not kept out. */
const MOST_TRIES = 5
const WAIT_MS = 30_000
const WRONG: readonly LockFault[] = ['wrong-passphrase', 'wrong-code']

/** Runs what tries a passphrase or a code, wherever it was typed. Throws `locked` `too-many-tries` without trying while it has to wait. */
export function createSlowTries(clock: Clock, log: Log): <Result>(attempt: () => Promise<Result>) => Promise<Result> {
  let wrong = 0
  let waitsUntilMs = 0
  return async (attempt) => {
    if (clock.elapsedMs() < waitsUntilMs) throw new AppError({ kind: 'locked', why: 'too-many-tries' })
    try {
      const result = await attempt()
      wrong = 0
      return result
    } catch (error) {
      if (isAppError(error) && error.data.kind === 'locked' && WRONG.includes(error.data.why)) {
        wrong += 1
        if (wrong % MOST_TRIES === 0) waitsUntilMs = clock.elapsedMs() + WAIT_MS
        log.warn('lock.wrong', { wrong })
      }
      throw error
    }
  }
}
