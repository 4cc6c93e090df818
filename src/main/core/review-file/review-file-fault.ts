import { AppError, type ReviewFileFault } from '../../../shared/errors.ts'

export const reviewFileFault = (why: ReviewFileFault, cause?: unknown): AppError =>
  new AppError({ kind: 'review-file', why }, cause === undefined ? {} : { cause })
