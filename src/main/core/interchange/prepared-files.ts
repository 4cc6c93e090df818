import type { PreparedFile } from '../../../shared/domain/interchange.ts'
import { AppError } from '../../../shared/errors.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'

interface File {
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

/** A person saves a file once; a few are kept for a second try. */
const KEPT = 3

/** Files that were made for a person and wait for the host to hand them out. */
export interface PreparedFiles {
  put(file: File): PreparedFile
  /** Throws `no-such-item` once newer ones took its place. */
  take(fileId: string): File
}

export function createPreparedFiles(random: Random): PreparedFiles {
  const files = new Map<string, File>()
  return {
    put(file) {
      const fileId = newId<string>(random)
      files.set(fileId, file)
      for (const oldest of [...files.keys()].slice(0, -KEPT)) files.delete(oldest)
      return { fileId, fileName: file.fileName, sizeBytes: file.bytes.byteLength }
    },
    take(fileId) {
      const file = files.get(fileId)
      if (!file) throw new AppError({ kind: 'no-such-item', what: 'file' })
      return file
    },
  }
}
