import type { AppErrorData } from '../../shared/errors.ts'

/** Ends a command with a sentence: of the desk's own error when there is `data`, else of a call that was wrong. */
export class CliError extends Error {
  readonly data: AppErrorData | null
  constructor(reason: string | AppErrorData) {
    super(typeof reason === 'string' ? reason : reason.kind)
    this.data = typeof reason === 'string' ? null : reason
  }
}
