import type { ReviewFileEntry } from '../../../shared/contract/review-file-input.ts'
import { reviewFileFault } from './review-file-fault.ts'
import type { ReviewFileLimits } from './review-file-limits.ts'

/**
 * What stands behind the manifest: the posts, numbered from nought, then the pictures, each once however many posts show it.
 * The names are these and no others; they are never a path on a disk.
 */
export const documentName = (index: number): string => `posts/${index}/document.json`
export const pictureName = (id: string): string => `pictures/${id}`

const DOCUMENT = /^posts\/(?:0|[1-9]\d{0,5})\/document\.json$/
const PICTURE = /^pictures\/[0-9a-f]{64}$/
const SWELLS_FROM_BYTES = 1024 * 1024

export interface ReviewFileEntries {
  documents: ReviewFileEntry[]
  pictures: ReviewFileEntry[]
}

/** Sorted by kind. Throws `bad-name`, `too-many-parts`, `too-large` or `swells` by what the manifest says, before any of it is read. */
export function entriesWithin(entries: readonly ReviewFileEntry[], limits: ReviewFileLimits): ReviewFileEntries {
  if (entries.length > limits.posts + limits.pictures) throw reviewFileFault('too-many-parts')
  const documents = entries.filter(({ name }) => DOCUMENT.test(name))
  const pictures = entries.filter(({ name }) => PICTURE.test(name))
  const expected = [
    ...documents.map((_, index) => documentName(index)),
    ...pictures.map(({ sha256 }) => pictureName(sha256)),
  ]
  const isInOrder = entries.length === expected.length && entries.every(({ name }, at) => name === expected[at])
  if (!isInOrder || new Set(expected).size < expected.length) throw reviewFileFault('bad-name')
  if (documents.length > limits.posts || pictures.length > limits.pictures) throw reviewFileFault('too-many-parts')

  const isTooLarge =
    documents.some((entry) => sizeOf(entry) > limits.documentBytes) ||
    sum(documents.map(sizeOf)) > limits.textBytes ||
    pictures.some((entry) => sizeOf(entry) > limits.pictureBytes) ||
    sum(entries.map(({ storedBytes }) => storedBytes)) > limits.fileBytes
  if (isTooLarge) throw reviewFileFault('too-large')
  // A picture is packed already.
  if (documents.some((entry) => swells(entry, limits)) || pictures.some(({ unpackedBytes }) => unpackedBytes !== null))
    throw reviewFileFault('swells')
  return { documents, pictures }
}

/** A packed part that becomes this much larger is a trap; what a desk writes is then stored as it is. */
export const swells = ({ storedBytes, unpackedBytes }: ReviewFileEntry, { ratio }: ReviewFileLimits): boolean =>
  unpackedBytes !== null && unpackedBytes > SWELLS_FROM_BYTES && unpackedBytes > storedBytes * ratio

const sizeOf = ({ storedBytes, unpackedBytes }: ReviewFileEntry): number => unpackedBytes ?? storedBytes
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0)
