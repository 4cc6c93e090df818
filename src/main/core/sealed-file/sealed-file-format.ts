import type { z } from 'zod'

/** A part behind the manifest, by what it is known by. `unpackedBytes` is null for what is stored as it is. */
export interface SealedEntry {
  name: string
  sha256: string
  storedBytes: number
  unpackedBytes: number | null
}

/** Something whose bytes travel as they are, known by their SHA-256. */
export interface SealedFilePart {
  id: string
  sizeBytes: number
}

/**
 * What one kind of sealed file is. `magic`: 14 letters. Names in a file are those that are made here and no others; they are never a path
 * on a disk.
 */
export interface SealedFormat<Manifest, Document, Part extends SealedFilePart> {
  format: string
  magic: string
  version: number
  manifestInput: z.ZodType<Manifest & { format: string; version: number; entries: SealedEntry[] }>
  documentName: (index: number) => string
  isDocumentName: (name: string) => boolean
  documentInput: (index: number) => z.ZodType<Document>
  fileName: (id: string) => string
  isFileName: (name: string) => boolean
  /** What the documents show, by which the files are known. */
  filesIn: (documents: readonly Document[], manifest: Manifest) => Part[]
}

/** What the lock and the signature know of a format. */
export type SealedFormatName = Pick<SealedFormat<never, never, never>, 'format' | 'magic' | 'version'>
