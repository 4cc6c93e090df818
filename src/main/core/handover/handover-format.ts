import {
  HANDOVER_FORMAT,
  HANDOVER_VERSION,
  handedInput,
  handoverManifestInput,
  type HandedPart,
  type HandoverManifest,
} from '../../../shared/contract/handover-input.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import type { SealedFilePart, SealedFormat } from '../sealed-file/sealed-file-format.ts'
import type { SealedFileLimits } from '../sealed-file/sealed-file-limits.ts'

const DOCUMENT = /^(?:desk\.json|posts\/(?:0|[1-9]\d{0,5})\/document\.json)$/
const FILE = /^files\/[0-9a-f]{64}$/
const MEGABYTE = 1024 * 1024

/** An `.attache-handover` (ADR 19): of a successor's the desk and the posts, then the files; of a move the files alone, one of them the database. */
export const HANDOVER_FILE: SealedFormat<HandoverManifest, HandedPart, SealedFilePart> = {
  format: HANDOVER_FORMAT,
  magic: 'ATTACHE-HANDED',
  version: HANDOVER_VERSION,
  manifestInput: handoverManifestInput,
  documentName: (index) => (index === 0 ? 'desk.json' : `posts/${index - 1}/document.json`),
  isDocumentName: (name) => DOCUMENT.test(name),
  documentInput: handedInput,
  fileName: (id) => `files/${id}`,
  isFileName: (name) => FILE.test(name),
  filesIn: (_documents, { files, database }) => [...(database ? [database] : []), ...files],
}

export const HANDOVER_FILE_LIMITS: SealedFileLimits = {
  fileBytes: 1536 * MEGABYTE,
  documents: 10_000,
  files: 20_001,
  manifestBytes: 16 * MEGABYTE,
  documentBytes: 32 * MEGABYTE,
  textBytes: 256 * MEGABYTE,
  oneFileBytes: 1024 * MEGABYTE,
  ratio: 100,
  depth: 256,
  nodes: 4_000_000,
}

/** What is wrong with a sealed file, said of a handover file. */
export async function ofHandover<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!isAppError(error) || error.data.kind !== 'review-file') throw error
    throw new AppError({ kind: 'handover-file', why: error.data.why }, { cause: error })
  }
}
