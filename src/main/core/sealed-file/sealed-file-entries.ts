import { sealedFileFault } from './sealed-file-fault.ts'
import type { SealedEntry, SealedFormat } from './sealed-file-format.ts'
import type { SealedFileLimits } from './sealed-file-limits.ts'

const SWELLS_FROM_BYTES = 1024 * 1024

export interface SealedEntries {
  documents: SealedEntry[]
  files: SealedEntry[]
}

type Naming = Pick<SealedFormat<never, never, never>, 'documentName' | 'isDocumentName' | 'fileName' | 'isFileName'>

/**
 * What stands behind the manifest: the documents in their order, then the files, each once however many documents show it. Throws
 * `bad-name`, `too-many-parts`, `too-large` or `swells` by what the manifest says, before any of it is read.
 */
export function entriesWithin(
  { documentName, isDocumentName, fileName, isFileName }: Naming,
  entries: readonly SealedEntry[],
  limits: SealedFileLimits,
): SealedEntries {
  if (entries.length > limits.documents + limits.files) throw sealedFileFault('too-many-parts')
  const documents = entries.filter(({ name }) => isDocumentName(name))
  const files = entries.filter(({ name }) => isFileName(name))
  const expected = [...documents.map((_, index) => documentName(index)), ...files.map(({ sha256 }) => fileName(sha256))]
  const isInOrder = entries.length === expected.length && entries.every(({ name }, at) => name === expected[at])
  if (!isInOrder || new Set(expected).size < expected.length) throw sealedFileFault('bad-name')
  if (documents.length > limits.documents || files.length > limits.files) throw sealedFileFault('too-many-parts')

  const isTooLarge =
    documents.some((entry) => sizeOf(entry) > limits.documentBytes) ||
    sum(documents.map(sizeOf)) > limits.textBytes ||
    files.some((entry) => sizeOf(entry) > limits.oneFileBytes) ||
    sum(entries.map(({ storedBytes }) => storedBytes)) > limits.fileBytes
  if (isTooLarge) throw sealedFileFault('too-large')
  // A picture is packed already.
  if (documents.some((entry) => swells(entry, limits)) || files.some(({ unpackedBytes }) => unpackedBytes !== null))
    throw sealedFileFault('swells')
  return { documents, files }
}

/** A packed part that becomes this much larger is a trap; what a desk writes is then stored as it is. */
export const swells = ({ storedBytes, unpackedBytes }: SealedEntry, { ratio }: SealedFileLimits): boolean =>
  unpackedBytes !== null && unpackedBytes > SWELLS_FROM_BYTES && unpackedBytes > storedBytes * ratio

const sizeOf = ({ storedBytes, unpackedBytes }: SealedEntry): number => unpackedBytes ?? storedBytes
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0)
