import { AppError, type ReviewFileFault } from '../../../shared/errors.ts'

/** As of a review file; whoever reads files of another format says it of theirs. */
export const sealedFileFault = (why: ReviewFileFault, cause?: unknown): AppError =>
  new AppError({ kind: 'review-file', why }, cause === undefined ? {} : { cause })
