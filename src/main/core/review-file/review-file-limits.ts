import type { SealedFileLimits } from '../sealed-file/sealed-file-limits.ts'

const MEGABYTE = 1024 * 1024

export const REVIEW_FILE_LIMITS: SealedFileLimits = {
  fileBytes: 1024 * MEGABYTE,
  documents: 100,
  files: 1000,
  manifestBytes: MEGABYTE,
  documentBytes: 32 * MEGABYTE,
  textBytes: 64 * MEGABYTE,
  // As much as the desk takes of one picture.
  oneFileBytes: 60 * MEGABYTE,
  ratio: 100,
  depth: 256,
  nodes: 2_000_000,
}
